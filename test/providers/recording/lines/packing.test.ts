/** Observations as lines of a recording: anything else is refused. */
import {describe, expect, it, test} from 'vitest';
import type {JsonObject} from '../../../../source/dm/values/json-object.js';
import type {Observation} from '../../../../source/providers/provider.js';
import {pack} from '../../../../source/providers/recording/lines/exact-json.js';
import {
	isPlainLine,
	recordedPart,
	unpackObservation,
} from '../../../../source/providers/recording/lines/packing.js';

const at = 1_754_000_000_000;
const problem = {what: 'no answer', fix: '', detail: ''};
const gtids = {masterBinlogGtid: '', relayBinlogGtid: ''};
const relay = {stage: 'Running', masterBinlog: '', relayBinlog: 'x', relaySubDir: '', ...gtids};
const texts = {unresolvedDDLLockID: '', msg: ''};
const subtask = {task: 'orders', source: 's1', worker: 'w1', stage: 'Running', unit: 'Sync', ...texts, relay};
const entry = {source: 's1', worker: 'w1', result: true, msg: '', relay, subtasks: [subtask]};
const status = {form: 'query-status', result: true, msg: '', listed: [], sources: [entry], notes: []};
const lock = {id: 'l', task: 't', mode: 'optimistic', owner: '', ddls: ['x'], synced: ['s1'], unsynced: []};
const operation = {kind: 'operation', at, outcome: 'done', subject: 's', text: 't', detail: ['d']};
const cause = {sending: '1', operation: 'pause', sources: ['s1'], isOver: false};
const metrics = {
	kind: 'metrics',
	at,
	origin: 'Prometheus',
	cluster: {a: 1},
	subtasks: [{task: 't', source: 's', values: {b: 2}}],
	workers: [{worker: 'w', values: {c: 3}}],
};

/** What is recorded of an observation, as JSON. */
const packObservation = (observation: Observation): JsonObject =>
	pack(recordedPart(observation)) as JsonObject;

const read = (packed: JsonObject, isPlain = true): Observation => unpackObservation(packed, isPlain);

describe('an observation is read', () => {
	it.each<JsonObject>([
		{kind: 'status', at, status},
		{kind: 'status', at, asked: ['s1'], status: {...status, sources: []}},
		{kind: 'status', at, status: {...status, listed: [{name: 't', statusText: '', sources: ['s1']}]}},
		{kind: 'silence', at, problem},
		{kind: 'cluster', at, endpoint: 'm1:8261'},
		{kind: 'locks', at, locks: [lock]},
		{kind: 'locks', at, locks: [], problem},
		operation,
		{...operation, task: 't', source: 's', cause},
		metrics,
	])('%j', packed => {
		expect(read(packed)).toEqual(packed);
		expect(read(packed, false)).toEqual(packed);
	});
});

describe('anything else is refused', () => {
	it.each<[string, JsonObject]>([
		['without a time', {kind: 'cluster'}],
		['of a time that is none', {kind: 'cluster', at: Infinity}],
		['of a kind that is not known', {kind: 'wedding', at}],
		['asked of what is no name', {kind: 'cluster', at, asked: [1]}],
		['asked of no list', {kind: 'cluster', at, asked: 's1'}],
		['a status without one', {kind: 'status', at}],
		['a status that is a text', {kind: 'status', at, status: 'x'}],
		['a task listed without sources', {kind: 'status', at, status: {...status, listed: [{name: 't'}]}}],
		['a task listed on a number', {kind: 'status', at, status: {...status, listed: [{sources: [7]}]}}],
		['a note that is a text', {kind: 'status', at, status: {...status, notes: ['x']}}],
		['notes that are none', {kind: 'status', at, status: {...status, notes: undefined}}],
		['a source that is a number', {kind: 'status', at, status: {...status, sources: [5]}}],
		[
			'a subtask that is a text',
			{kind: 'status', at, status: {...status, sources: [{...entry, subtasks: ['x']}]}},
		],
		[
			'a subtask without a stage',
			{
				kind: 'status',
				at,
				status: {...status, sources: [{...entry, subtasks: [{...subtask, stage: undefined}]}]},
			},
		],
		['workers that are a number', {kind: 'cluster', at, workers: 5}],
		['a jump to another time', {kind: 'restart', at}],
		['a silence without a problem', {kind: 'silence', at}],
		['a problem without words', {kind: 'silence', at, problem: {...problem, what: 5}}],
		['a problem without a fix', {kind: 'silence', at, problem: {what: 'x', detail: ''}}],
		['a problem without detail', {kind: 'silence', at, problem: {what: 'x', fix: ''}}],
		['locks that are none', {kind: 'locks', at}],
		['a lock without an owner', {kind: 'locks', at, locks: [{...lock, owner: undefined}]}],
		['a lock whose shards are no list', {kind: 'locks', at, locks: [{...lock, synced: 's1'}]}],
		['a lock whose DDL is no text', {kind: 'locks', at, locks: [{...lock, ddls: [1]}]}],
		['locks with half a problem', {kind: 'locks', at, locks: [], problem: {what: 'x'}}],
		['an operation of no outcome', {...operation, outcome: 'maybe'}],
		['an operation of no subject', {...operation, subject: 1}],
		['an operation without words', {...operation, text: undefined}],
		['an operation without detail', {...operation, detail: 'd'}],
		['an operation of a task that is no name', {...operation, task: 1}],
		['an operation of a source that is no name', {...operation, source: {}}],
		['a cause that is a text', {...operation, cause: 'x'}],
		['a cause of no sending', {...operation, cause: {...cause, sending: 1}}],
		['a cause of no operation', {...operation, cause: {...cause, operation: 'marry'}}],
		['a cause of no sources', {...operation, cause: {...cause, sources: undefined}}],
		['a cause that may be over', {...operation, cause: {...cause, isOver: 'maybe'}}],
		['metrics of nobody', {...metrics, origin: 1}],
		['metrics of the cluster that are no numbers', {...metrics, cluster: {a: 'x'}}],
		['metrics of the cluster that are none', {...metrics, cluster: undefined}],
		['metrics of no subtask', {...metrics, subtasks: [{task: 't', values: {}}]}],
		['metrics of no task', {...metrics, subtasks: [{source: 's', values: {}}]}],
		['metrics of a subtask that are none', {...metrics, subtasks: [{task: 't', source: 's'}]}],
		['metrics of no worker', {...metrics, workers: [{values: {}}]}],
		['metrics of a worker that are no numbers', {...metrics, workers: [{worker: 'w', values: {a: null}}]}],
	])('%s', (_, packed) => {
		expect(() => read(packed)).toThrow('this is not an observation');
	});
});

test('the relay of a source is stored once, and restored for each of its subtasks', () => {
	const observation = {kind: 'status', at, status} as unknown as Observation;
	const packed = packObservation(observation);
	expect(JSON.stringify(packed).split('"relayBinlog"')).toHaveLength(2);
	const again = read(packed) as typeof observation & {status: typeof status};
	expect(again).toEqual(observation);
	const [source] = again.status.sources;
	expect(source!.subtasks[0]!.relay).toBe(source!.relay);
	const other = {...subtask, relay: {...relay, stage: 'Paused'}};
	const differs = {kind: 'status', at, status: {...status, sources: [{...entry, subtasks: [other]}]}};
	expect(read(packObservation(differs as unknown as Observation))).toEqual(differs);
});

test('parts that have not changed since the last observation are the same objects', () => {
	const first = packObservation({kind: 'status', at, status} as unknown as Observation);
	const before = {packed: first, observation: read(first), isPlain: true};
	const statusOf = (observation: Observation) => (observation as unknown as {status: typeof status}).status;
	const next = unpackObservation({...first, at: at + 1}, true, before);
	expect(next.at).toBe(at + 1);
	expect(statusOf(next).sources[0]).toBe(statusOf(before.observation).sources[0]);
	const wrong = {...first, status: {...status, sources: [entry, {...entry, worker: 5}]}};
	expect(() => unpackObservation(wrong, true, before)).toThrow('this is not an observation');
});

test('a line with a value that JSON cannot express is not plain', () => {
	expect(
		['{"a":{"$bigint":"1"}}', '{"a":{"$number":"NaN"}}', '{"$$a":1}', '{"a":{"$relay":true}}'].map(text =>
			isPlainLine(text),
		),
	).toEqual([false, false, false, true]);
});
