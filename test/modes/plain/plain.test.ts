import {PassThrough} from 'node:stream';
import {expect, test} from 'vitest';
import {parseStatusDocument} from '../../../source/dm/parse-status.js';
import {printChanges} from '../../../source/modes/plain/plain.js';
import {eventLine, summaryLines} from '../../../source/modes/plain/lines.js';
import type {Observation} from '../../../source/providers/provider.js';
import {startWatch} from '../../../source/session/watching/watch.js';
import {queryStatus, readFixture} from '../../dm/recorded.js';
import {behind, entry, noon, syncing, Watched} from '../../monitor/watched.js';
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

test('a printed line is not printed again when one event replaces several', async () => {
	const output = new PassThrough({encoding: 'utf8'});
	let printed = '';
	let news = Promise.withResolvers<void>();
	output.on('data', (text: string) => {
		printed += text;
		news.resolve();
	});
	/** One after the other, each when what the one before changed was printed. */
	const observations = (async function* () {
		for (const observation of [
			status(noon),
			silence(noon + 1000, 's1'),
			status(noon + 2000),
			silence(noon + 3000, 's1'),
			silence(noon + 4000, 's2'),
			status(noon + 5000),
		]) {
			news = Promise.withResolvers<void>();
			yield observation;
			await news.promise;
		}
	})();
	const watch = startWatch(saying(observations), 1000);
	await printChanges(watch, 'prod', output, new AbortController().signal);
	await watch.stop();
	expect(printed.trim().split('\n')).toEqual([
		'prod: 1 task: 1 Running',
		'orders: Running, Sync, 2 of 2 sources healthy, lag 0s',
		'11-23 12:00:01 s1: The source did not answer: no answer within 5 s',
		'11-23 12:00:02 s1: answers again after 1s',
		'11-23 12:00:03 s1: The source did not answer: no answer within 5 s',
		'11-23 12:00:04 cluster: all 2 sources: The source did not answer: no answer within 5 s',
		'11-23 12:00:05 cluster: all 2 sources answer again after 1s',
	]);
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
