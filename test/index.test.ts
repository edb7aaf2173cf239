import {readFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import * as api from '../source/index.js';
import type {
	ClusterObservation,
	Observation,
	ObserveOptions,
	Provider,
	SilenceObservation,
	Status,
	StatusObservation,
	Subtask,
	TaskStatus,
} from '../source/index.js';

test('the API has what a script needs to read a status, and nothing else', () => {
	expect(Object.keys(api).toSorted()).toEqual([
		'StatusFormatError',
		'operationKinds',
		'parseStatus',
		'parseStatusInSlices',
		'sourceNotBound',
		'taskStatus',
	]);
});

test('a script reads a document and derives a task’s status again', () => {
	const status: Status = api.parseStatus(
		'{"result":true,"msg":"","sources":[{"result":true,"sourceStatus":{"source":"a","worker":"w"},"subTaskStatus":[{"name":"t","stage":"Running","unit":"Sync"}]}]}',
	);
	const task: TaskStatus = status.tasks[0]!;
	const entries: readonly Subtask[] = task.sources;
	expect(api.taskStatus(entries)).toEqual({status: task.status, statusText: task.statusText});
	expect(() => api.parseStatus('<html>')).toThrow(api.StatusFormatError);
});

test('a large document can be read in slices, with the same result', async () => {
	const text = readFileSync(
		path.join(import.meta.dirname, 'fixtures/dm-v7.5/syncing/v1alpha1-status.json'),
		'utf8',
	);
	expect(await api.parseStatusInSlices(text)).toEqual(api.parseStatus(text));
	await expect(api.parseStatusInSlices('<html>')).rejects.toThrow(api.StatusFormatError);
});

test('a provider can be written against the published types', async () => {
	const provider: Provider = {
		name: 'mine',
		title: 'three observations',
		async *observe({signal}: ObserveOptions): AsyncGenerator<Observation> {
			const status: StatusObservation = {
				kind: 'status',
				at: 1,
				status: api.parseStatus('{"result":true,"sources":[]}'),
			};
			const cluster: ClusterObservation = {kind: 'cluster', at: 2, leader: ''};
			const silence: SilenceObservation = {
				kind: 'silence',
				at: 3,
				problem: {what: 'gone', fix: '', detail: ''},
			};
			yield* signal.aborted ? [] : [status, cluster, silence];
		},
	};
	const {signal} = new AbortController();
	const seen: string[] = [];
	for await (const {kind} of provider.observe({signal, once: true, interval: () => 1000})) {
		seen.push(kind);
	}

	expect(seen).toEqual(['status', 'cluster', 'silence']);
});
