import {globSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, it} from 'vitest';
import type {StatusJson} from '../../../../source/simulator/answers/messages.js';
import {fixture, fixturePath} from '../../../servers/recorded-master.js';
import {Served, stillClock} from '../served.js';
import {recordedCluster} from './recorded-cluster.js';
import type {RecordedMembers, RecordedTask} from './recording.js';

const scenarios = globSync('*/v1alpha1-members.json', {cwd: fixturePath('dm-v7.5')}).map(file =>
	path.dirname(file),
);

const read = (...names: readonly string[]): unknown => JSON.parse(fixture('dm-v7.5', ...names));

const stateOf = (scenario: string, file: string) => {
	const tasks = read(scenario, 'openapi-tasks.json') as {readonly data: readonly RecordedTask[]};
	return recordedCluster({
		status: read(scenario, file) as StatusJson,
		members: read(scenario, 'v1alpha1-members.json') as RecordedMembers,
		tasks: tasks.data,
	});
};

describe.each(scenarios)('the recorded state %s', scenario => {
	it('is answered in the bytes that the master sent', async () => {
		await using served = await Served.start(stateOf(scenario, 'v1alpha1-status.json'), stillClock());
		const {status, text} = await served.get('/apis/v1alpha1/status/');
		expect(status).toBe(200);
		expect(text).toBe(fixture('dm-v7.5', scenario, 'v1alpha1-status.json'));
	});

	it('has the members that the master listed, byte by byte', async () => {
		await using served = await Served.start(stateOf(scenario, 'v1alpha1-status.json'), stillClock());
		const {text} = await served.get('/apis/v1alpha1/members');
		expect(text).toBe(fixture('dm-v7.5', scenario, 'v1alpha1-members.json'));
	});
});

const taskFiles = globSync('*/v1alpha1-status-*.json', {cwd: fixturePath('dm-v7.5')}).toSorted();

it.each(taskFiles)('answers for one task as in %s, byte by byte', async file => {
	const [scenario = '', name = ''] = file.split('/', 2);
	const task = /status-(?<task>.*)\.json$/v.exec(name)?.groups?.['task'] ?? '';
	await using served = await Served.start(stateOf(scenario, name), stillClock());
	const {text} = await served.get(`/apis/v1alpha1/status/${task}`);
	expect(text).toBe(fixture('dm-v7.5', file));
});

const momentFiles = [
	...globSync('dump-to-load/*.json', {cwd: fixturePath('dm-v7.5')}),
	'http/hung-worker.json',
].toSorted();

it.each(momentFiles)('answers for all as in %s, byte by byte', async file => {
	await using served = await Served.start(
		recordedCluster({status: read(...file.split('/')) as StatusJson}),
		stillClock(),
	);
	const {text} = await served.get('/apis/v1alpha1/status/');
	expect(text).toBe(fixture('dm-v7.5', file));
});

it('has recordings to compare with', () => {
	expect(scenarios.length).toBeGreaterThan(7);
	expect(taskFiles.length).toBeGreaterThan(15);
	expect(momentFiles).toHaveLength(6);
});
