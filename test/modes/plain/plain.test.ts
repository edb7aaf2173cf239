import {PassThrough} from 'node:stream';
import {expect, test} from 'vitest';
import {parseStatusDocument} from '../../../source/dm/parse-status.js';
import {printChanges} from '../../../source/modes/plain/plain.js';
import {eventLine, newLines, summaryLines} from '../../../source/modes/plain/lines.js';
import type {ClusterEvent} from '../../../source/monitor/view.js';
import type {Observation} from '../../../source/providers/provider.js';
import {startWatch} from '../../../source/session/watching/watch.js';
import {queryStatus, readFixture} from '../../dm/recorded.js';
import {behind, canceled, entry, entryOf, noon, syncing, Watched} from '../../monitor/watched.js';
import {saying} from '../../providers/recording/recordings.js';

const status = (at: number): Observation => ({
	kind: 'status',
	at,
	status: parseStatusDocument(queryStatus(['s1', 's2'].map(source => entry(source, [syncing('orders')])))),
});

/** The line about its one task. */
const taskSaid = (watched: Watched): string => summaryLines(watched.view(), 'prod')[1]!;

test('a source in trouble is not counted as healthy, whatever its stage', () => {
	const differs = new Watched().document(readFixture('field/validation-errors.json'));
	expect(taskSaid(differs)).toContain(' 0 of 1 sources healthy');
	const lags = new Watched().whole(
		entry('s1', [behind('orders', {secondsBehindMaster: '9000'})]),
		entry('s2', [syncing('orders')]),
	);
	expect(taskSaid(lags)).toContain(' 1 of 2 sources healthy');
});

test('a list has one status for all sources of a task', () => {
	const list = (taskStatus: string): string =>
		JSON.stringify({
			result: true,
			msg: '',
			tasks: [{taskName: 'orders', taskStatus, sources: ['s1', 's2']}],
		});
	expect(taskSaid(new Watched().document(list('Running')))).toContain(' 2 of 2 sources healthy');
	expect(taskSaid(new Watched().document(list('Paused')))).toContain(' 0 of 2 sources healthy');
});

const silence = (at: number, source: string): Observation => ({
	kind: 'silence',
	at,
	asked: [source],
	problem: {what: 'no answer within 5 s', fix: '', detail: ''},
});

/** What is printed, each observation after what the one before changed was printed. */
const printedOf = async (all: readonly Observation[]): Promise<readonly string[]> => {
	const output = new PassThrough({encoding: 'utf8'});
	let printed = '';
	let news = Promise.withResolvers<void>();
	output.on('data', (text: string) => {
		printed += text;
		news.resolve();
	});
	const observations = (async function* () {
		for (const observation of all) {
			news = Promise.withResolvers<void>();
			yield observation;
			await news.promise;
		}
	})();
	const watch = startWatch(saying(observations), 1000);
	await printChanges(watch, 'prod', output, new AbortController().signal);
	await watch.stop();
	return printed.trim().split('\n');
};

test('a printed line is not printed again when one event replaces several', async () => {
	expect(
		await printedOf([
			status(noon),
			silence(noon + 1000, 's1'),
			status(noon + 2000),
			silence(noon + 3000, 's1'),
			silence(noon + 4000, 's2'),
			status(noon + 5000),
		]),
	).toEqual([
		'prod: 1 task: 1 Running',
		'orders: Running, Sync, 2 of 2 sources healthy, lag 0s',
		'11-23 12:00:01 s1: The source did not answer: no answer within 5 s',
		'11-23 12:00:02 s1: answers again after 1s',
		'11-23 12:00:03 s1: The source did not answer: no answer within 5 s',
		'11-23 12:00:04 cluster: all 2 sources: The source did not answer: no answer within 5 s',
		'11-23 12:00:05 cluster: all 2 sources answer again after 1s',
	]);
});

test('an event that turns out to be another one is printed again as a correction', async () => {
	const on = (at: number, worker: string, rest = {}): Observation => ({
		kind: 'status',
		at,
		status: parseStatusDocument(queryStatus([entryOf('s1', worker, [syncing('orders', {}, rest)])])),
	});
	expect(
		await printedOf([
			on(noon, 'w1'),
			on(noon + 2000, 'w1', {stage: 'Paused', result: canceled}),
			on(noon + 10_000, 'w2'),
		]),
	).toEqual([
		'prod: 1 task: 1 Running',
		'orders: Running, Sync, 1 of 1 sources healthy, lag 0s',
		'11-23 12:00:02 orders/s1: Paused manually',
		'11-23 12:00:02 orders/s1: corrected: Paused while its source was transferred to w2',
		'11-23 12:00:10 orders/s1: no longer paused after 8s: its source was transferred to w2',
		'11-23 12:00:10 s1: taken over by w2 (was w1)',
	]);
});

test('an event with a further retry, or moved by a clock that was set back, is not news', () => {
	const event: ClusterEvent = {
		at: noon,
		health: 'error',
		subject: 'orders/s1',
		text: 'The database could not be used',
		task: 'orders',
		source: 's1',
		finding: {kind: 'subtask-error', isOver: false},
	};
	const other = {...event, text: 'A row already exists'};
	expect(newLines([{...event, retried: {times: 2, lastAt: noon + 9000}}], [event], noon)).toEqual([]);
	expect(newLines([{...event, at: noon - 60_000}], [event], noon)).toEqual([]);
	expect(newLines([{...event, at: noon + 60_000}, event], [event], noon)).toEqual([
		'12:01:00 orders/s1: The database could not be used',
	]);
	expect(newLines([other, event], [event], noon)).toEqual(['12:00:00 orders/s1: A row already exists']);
	expect(newLines([other], [event], noon)).toEqual(['12:00:00 orders/s1: corrected: A row already exists']);
});

test('the address of a cluster that does not answer is said once', () => {
	const line = (subject: string, text: string): string =>
		eventLine({at: noon, health: 'silent', subject, text}, noon);
	expect(line('m1:8261', 'm1:8261 refused the connection')).toBe('12:00:00 m1:8261 refused the connection');
	expect(line('m1:8261', 'No dm-master answers. m2:8261 timed out; m1:8261 refused.')).toBe(
		'12:00:00 No dm-master answers. m2:8261 timed out; m1:8261 refused.',
	);
	expect(line('m1:8261', 'm1:82610 refused the connection')).toBe(
		'12:00:00 m1:8261: m1:82610 refused the connection',
	);
	expect(line('m1:8261', 'xm1:8261 refused the connection')).toBe(
		'12:00:00 m1:8261: xm1:8261 refused the connection',
	);
	expect(line('m1:8261', 'answers again after 15s')).toBe('12:00:00 m1:8261: answers again after 15s');
	expect(line('orders', 'orders was created again')).toBe('12:00:00 orders: orders was created again');
});
