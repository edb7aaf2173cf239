/** What is found in DM's metrics is not over because nobody reads them. */
import {expect, test} from 'vitest';
import type {MetricsObservation} from '../../../source/providers/provider.js';
import {entryOf, syncing} from '../../monitor/watched.js';
import {Journaled} from './journaled.js';

const lagging = {
	synced: false,
	masterBinlog: '(mysql-bin.000001, 9000000)',
	syncerBinlog: '(mysql-bin.000001, 1000)',
	secondsBehindMaster: '120',
};

const relay = {
	masterBinlog: '(mysql-bin.000001, 9000000)',
	masterBinlogGtid: '',
	relaySubDir: 'x.000001',
	relayBinlog: '(mysql-bin.000001, 9000000)',
	relayBinlogGtid: '',
	relayCatchUpMaster: true,
	stage: 'Running',
	result: null,
};

const answer = (sync: Readonly<Record<string, unknown>> = lagging) =>
	entryOf('s1', 'w1', [syncing('orders', sync)], relay);

const watch = () =>
	new Journaled()
		.cluster({endpoint: 'm1:8261', leader: 'm1', masters: [{name: 'm1', alive: true, addresses: []}]})
		.whole(answer())
		.wait(5);

const bad: Partial<MetricsObservation> = {
	subtasks: [{task: 'orders', source: 's1', values: {queue: 1024, 'sync-exits-retried': 9}}],
	workers: [
		{worker: 'w1', values: {'relay-free': 2 ** 30, 'relay-write-errors': 4, 'relay-exits-retried': 9}},
	],
	cluster: {'ddl-errors': 4, 'worker-event-errors': 4},
};

const good: Partial<MetricsObservation> = {
	subtasks: [{task: 'orders', source: 's1', values: {queue: 1, 'sync-exits-retried': 0}}],
	workers: [{worker: 'w1', values: {'relay-free': 2 ** 40, 'relay-write-errors': 0}}],
	cluster: {'ddl-errors': 0, 'worker-event-errors': 0},
};

const kinds = [
	'ddl-errors',
	'downstream-slow',
	'flapping',
	'relay-disk',
	'relay-failures',
	'relay-flapping',
	'worker-event-errors',
];

const told = (watched: Journaled, isOver: boolean): readonly string[] =>
	watched.told
		.flatMap(({finding}) => (finding?.isOver === isOver && kinds.includes(finding.kind) ? finding.kind : []))
		.toSorted();

test('findings are neither over nor new because DM’s metrics were not read for a while', () => {
	const watched = watch().metrics(bad);
	expect(told(watched, false)).toEqual(kinds);
	watched.wait(100).metrics({origin: ''});
	watched.wait(10).whole(answer());
	expect(watched.view().diagnosis.findings.map(({kind}) => kind)).not.toContain('flapping');
	expect(told(watched, true)).toEqual([]);
	watched.wait(15).metrics(bad);
	expect(told(watched, false)).toEqual(kinds);
	watched.wait(15).metrics(good);
	expect(told(watched, true)).toEqual(kinds);
	expect(watched.told.find(({finding}) => finding?.kind === 'flapping')?.text).toMatch(/^over after 1m55s/v);
});

test('nor because those of one worker or of the masters are missing', () => {
	const watched = watch().metrics(bad);
	watched.wait(15).metrics({cluster: {}, workers: [{worker: 'w2', values: {cpu: 1}}]});
	expect(told(watched, true)).toEqual([]);
});

test('a relay that is off takes its findings with it: no event says that they are over', () => {
	const watched = watch().metrics(bad);
	watched.wait(15).metrics({origin: ''});
	watched.wait(2).whole(entryOf('s1', 'w1', [syncing('orders', lagging, {stage: 'Paused'})]));
	expect(told(watched, true)).toEqual([]);
	expect(watched.view().diagnosis.findings.filter(({kind}) => kind.startsWith('relay-'))).toEqual([]);
});

test('a bottleneck is not over while the lag is not known, or only that it is at least so great', () => {
	const watched = watch().metrics(bad);
	watched.wait(5).whole(answer({...lagging, secondsBehindMaster: '0'}));
	expect(watched.task('orders').lag.kind).toBe('at-least');
	watched.wait(5).whole(answer({...lagging, masterBinlog: ''}));
	expect(told(watched, true)).toEqual([]);
	watched
		.wait(5)
		.whole(answer({...lagging, synced: true, secondsBehindMaster: '0', syncerBinlog: lagging.masterBinlog}));
	expect(told(watched, true)).toEqual(['downstream-slow']);
});

test('that all events are skipped is not over before it can be seen again', () => {
	const skipping = {subtasks: [{task: 'orders', source: 's1', values: {skipped: 50}}]};
	const ofSkipped = (watched: Journaled) =>
		watched.told.flatMap(({finding}) => (finding?.kind === 'all-skipped' ? finding.isOver : []));
	const watched = watch().metrics(skipping).wait(3600).metrics(skipping);
	watched.whole(answer());
	expect(ofSkipped(watched)).toEqual([false]);
	watched.wait(100).metrics({origin: ''});
	watched.wait(15).metrics(skipping).wait(5).whole(answer());
	expect(ofSkipped(watched)).toEqual([false]);
	watched.wait(3600).metrics(skipping).whole(answer());
	expect(ofSkipped(watched)).toEqual([false]);
	watched.wait(15).metrics({subtasks: [{task: 'orders', source: 's1', values: {skipped: 50, inserts: 2}}]});
	watched.whole(answer());
	expect(ofSkipped(watched)).toEqual([true, false]);
});
