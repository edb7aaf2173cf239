/** Which observations turn something, as marks on the timeline of a recording show it. */
import {expect, test} from 'vitest';
import {parseStatus} from '../../../source/dm/parse-status.js';
import type {Observation} from '../../../source/providers/provider.js';
import {TurningPoints} from '../../../source/providers/recording/lines/turning-points.js';
import {queryStatus} from '../../dm/recorded.js';
import {entry, errors, syncing} from '../../monitor/watched.js';

const status = (...codes: readonly number[]): Observation => ({
	kind: 'status',
	at: 0,
	asked: ['s1'],
	status: parseStatus(
		queryStatus([
			entry('s1', [
				codes.length === 0
					? syncing('orders')
					: syncing('orders', {}, {stage: 'Paused', result: errors(...codes)}),
			]),
		]),
	),
});

const silence: Observation = {
	kind: 'silence',
	at: 0,
	asked: ['s1'],
	problem: {what: 'no answer within 5 s', fix: '', detail: ''},
};

/** What each of these turns: its mark, and which of them are kept. */
const turns = (...observations: readonly Observation[]): ReadonlyArray<readonly unknown[]> => {
	const points = new TurningPoints<number>();
	return observations.map((observation, index) => {
		const {mark, lines} = points.observe(observation, index);
		return [mark, ...lines];
	});
};

test('numbers alone turn nothing', () => {
	expect(turns(status(), status(), status())).toEqual([[undefined, 0], [undefined], [undefined]]);
});

test('an error is a turn of its own, and so is another; that it is gone is an event', () => {
	expect(turns(status(), status(36_001), status(36_001), status(36_002), status())).toEqual([
		[undefined, 0],
		['error', 0, 1],
		[undefined],
		['error', 2, 3],
		['event', 3, 4],
	]);
});

test('an error that stood before a source was silent is not a new one when it answers again', () => {
	expect(turns(status(36_001), silence, silence, status(36_001))).toEqual([
		[undefined, 0],
		['error', 0, 1],
		[undefined],
		['event', 2, 3],
	]);
});

test('an error that came while a source was silent is one when it answers again', () => {
	expect(turns(status(36_001), silence, status(36_001, 36_002)).at(-1)).toEqual(['error', 1, 2]);
});

test('a source that an answer leaves out is away, and what was wrong with it stands', () => {
	const without: Observation = {kind: 'status', at: 0, status: parseStatus(queryStatus([entry('s2', [])]))};
	const [, away, , back] = turns(status(36_001), without, without, status(36_001));
	expect([away![0], back![0]]).toEqual(['error', 'event']);
});
