/** `dm-top check --only KIND` says OK only where what the kind is found in was told. */
import {expect, it} from 'vitest';
import {parseStatusDocument} from '../../../source/dm/parse-status.js';
import {check} from '../../../source/modes/inquire/check.js';
import type {Observation} from '../../../source/providers/provider.js';
import {queryStatus, readFixture, sourceAnswer, subtaskAnswer} from '../../dm/recorded.js';
import {level, lookAt, noon} from './looked.js';

type Asked = {
	readonly only: readonly string[];
	readonly tasks?: readonly string[];
	readonly more?: readonly Observation[];
};

const report = async (text: string, {only, tasks = [], more = []}: Asked) => {
	const look = await lookAt([{kind: 'status', at: noon, status: parseStatusDocument(text)}, ...more], true);
	const {code, text: lines} = check(look, {title: 'prod', only, tasks});
	return {code, line: lines.split(' | ', 1)[0]};
};

const running = subtaskAnswer('orders', {stage: 'Running', unit: 'Sync', sync: level});
const relay = {
	masterBinlog: '(mysql-bin.000001, 400)',
	relayBinlog: '(mysql-bin.000001, 400)',
	relayCatchUpMaster: true,
	stage: 'Running',
	result: null,
};
const well = queryStatus([
	sourceAnswer('mysql-01', [running], {
		sourceStatus: {source: 'mysql-01', worker: 'w1', result: null, relayStatus: relay},
	}),
]);
const members: Observation = {
	kind: 'cluster',
	at: noon,
	leader: 'm1',
	masters: [{name: 'm1', alive: true, addresses: []}],
	workers: [{name: 'w1', address: '10.0.1.21:8262', stage: 'bound', source: 'mysql-01'}],
};
const metrics: Observation = {
	kind: 'metrics',
	at: noon,
	origin: 'Prometheus 10.0.1.20:9090',
	subtasks: [{task: 'orders', source: 'mysql-01', values: {queue: 0}}],
	workers: [{worker: 'w1', values: {'relay-free': 2 ** 40}}],
	cluster: {},
};
const list = JSON.stringify({
	result: true,
	msg: '',
	tasks: [{taskName: 'orders', taskStatus: 'Running', sources: ['mysql-01']}],
});
const openapi = readFixture('dm-v7.5/relay-on/openapi-tasks.json');

it.for([
	['worker-offline', 'the dm-workers were not all listed'],
	['master-down', 'the dm-masters were not all listed'],
	['no-leader', 'the leader is not known'],
	['member-unknown', 'the dm-workers were not all listed'],
] as const)('%s needs the list of members', async ([kind, why]) => {
	expect(await report(well, {only: [kind]})).toStrictEqual({
		code: 3,
		line: `DM UNKNOWN: prod ${kind}: ${why}`,
	});
	expect(await report(well, {only: [kind], more: [members]})).toMatchObject({code: 0});
});

it.for([
	['flapping', ' orders mysql-01'],
	['downstream-slow', ' orders mysql-01'],
	['relay-disk', ' mysql-01'],
	['relay-flapping', ' mysql-01'],
	['ddl-errors', ''],
	['worker-event-errors', ''],
] as const)('%s needs DM’s metrics', async ([kind, place]) => {
	expect(await report(well, {only: [kind]})).toStrictEqual({
		code: 3,
		line: `DM UNKNOWN: prod ${kind}${place}: DM’s metrics are not available`,
	});
	expect(await report(well, {only: [kind], more: [members, metrics]})).toMatchObject({code: 0});
});

it.for([
	'ddl-waiting',
	'stuck',
	'upstream-blind',
	'stopped-partly',
	'gtid-gap',
	'source-unbound',
	'source-silent',
	'flapping',
])('%s needs more than a list of tasks', async kind => {
	expect(await report(list, {only: [kind]})).toStrictEqual({
		code: 3,
		line: `DM UNKNOWN: prod ${kind} orders mysql-01: a list of tasks has no details`,
	});
	expect(await report(well, {only: [kind], more: [members, metrics]})).toMatchObject({code: 0});
	const empty = JSON.stringify({
		result: true,
		tasks: [{taskName: 'orders', taskStatus: 'Running', sources: []}],
	});
	expect(await report(empty, {only: [kind]})).toStrictEqual({
		code: 3,
		line: `DM UNKNOWN: prod ${kind} orders: nothing is told of its subtasks`,
	});
});

it.for(['validation-differs', 'ddl-conflict', 'relay-error', 'relay-paused'])(
	'%s needs query-status: OpenAPI does not have it',
	async kind => {
		const {code, line} = await report(openapi, {only: [kind]});
		expect(code).toBe(3);
		expect(line).toContain('this form of answer does not have it');
		expect(await report(well, {only: [kind]})).toMatchObject({code: 0});
	},
);

it('a list says whether a task has an error', async () => {
	expect(await report(list, {only: ['subtask-error']})).toMatchObject({code: 0});
});

const behind = (rest: Readonly<Record<string, unknown>>) =>
	queryStatus([
		sourceAnswer('mysql-01', [
			subtaskAnswer('orders', {
				stage: 'Running',
				unit: 'Sync',
				sync: {...level, synced: false, ...rest},
			}),
		]),
	]);

it('what only time shows is not known at the first look', async () => {
	const moving = behind({masterBinlog: '(mysql-bin.000001, 9000000)', secondsBehindMaster: '90'});
	for (const kind of ['stuck', 'lag-growing']) {
		expect(await report(moving, {only: [kind]})).toStrictEqual({
			code: 3,
			line: `DM UNKNOWN: prod ${kind} orders mysql-01: it has not been observed for long enough`,
		});
	}

	const files = behind({masterBinlog: '(mysql-bin.000008, 9)', secondsBehindMaster: '90'});
	expect(await report(files, {only: ['syncer-behind']})).toMatchObject({code: 3});
	const paused = queryStatus([
		sourceAnswer('mysql-01', [
			subtaskAnswer('orders', {stage: 'Paused', result: {isCanceled: true, errors: [], detail: null}}),
		]),
	]);
	expect(await report(paused, {only: ['paused-long']})).toMatchObject({code: 3});
	expect(await report(well, {only: ['source-vanished']})).toMatchObject({code: 3});
	const again: Observation = {kind: 'status', at: noon + 1000, status: parseStatusDocument(well)};
	expect(await report(well, {only: ['source-vanished'], more: [again]})).toMatchObject({code: 0});
});

it('a distance that is not known is not 0', async () => {
	const blind = behind({masterBinlog: ''});
	expect(await report(blind, {only: ['syncer-behind']})).toMatchObject({code: 3});
	expect(await report(blind, {only: ['beyond-upstream']})).toMatchObject({code: 3});
});

it('a validator of unknown stage hides nothing of the lag', async () => {
	const validation = {mode: 'full', stage: '42', errorRowsStatus: 'new/ignored/resolved: 0/0/0'};
	const text = queryStatus([
		sourceAnswer('mysql-01', [
			subtaskAnswer('orders', {stage: 'Running', unit: 'Sync', sync: level, validation}),
		]),
	]);
	expect(await report(text, {only: ['lag-high']})).toMatchObject({code: 0});
	expect(await report(text, {only: ['validation-differs']})).toMatchObject({code: 3});
	expect(await report(text, {only: ['validation-stage-unknown']})).toMatchObject({code: 1});
});

it('only what is asked for must be told', async () => {
	const two = queryStatus([
		sourceAnswer('mysql-01', [running]),
		sourceAnswer('mysql-02', [
			subtaskAnswer('users', {stage: 'Running', unit: 'Sync', sync: {...level, masterBinlog: ''}}),
		]),
	]);
	expect(await report(two, {only: ['syncer-behind'], tasks: ['orders']})).toMatchObject({code: 0});
	expect(await report(two, {only: ['syncer-behind'], tasks: ['users']})).toMatchObject({code: 3});
});
