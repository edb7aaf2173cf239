/** What an observation says in a recording, also after its line has rested. */
import fc from 'fast-check';
import {expect, test} from 'vitest';
import type {JsonObject} from '../../../../source/dm/values/json-object.js';
import type {Observation} from '../../../../source/providers/provider.js';
import {pack} from '../../../../source/providers/recording/lines/exact-json.js';
import {recordedPart} from '../../../../source/providers/recording/lines/packing.js';
import {StreamLine} from '../../../../source/providers/recording/lines/stream-line.js';
import {observations} from '../arbitrary-observations.js';

const lineOf = (n: number, observation: Observation, isAtRest: boolean): StreamLine => {
	const line = new StreamLine(n, 'status', recordedPart(observation));
	if (isAtRest) {
		line.rest();
	}

	return line;
};

const textOf = (line: StreamLine, ...how: Parameters<StreamLine['textOf']>): string =>
	[...line.textOf(...how)].join('');

test('a line that rests says the same, whole and beside another one', () => {
	fc.assert(
		fc.property(observations, fc.boolean(), fc.boolean(), (told, isFirst, isSecond) => {
			for (const [index, observation] of told.slice(1).entries()) {
				const [before, after] = [told[index]!, observation];
				const resting = textOf(lineOf(8, after, isSecond), 'n', lineOf(7, before, isFirst));
				expect(resting).toBe(textOf(lineOf(8, after, false), 'n', lineOf(7, before, false)));
				const whole = textOf(lineOf(7, before, true), 'key');
				expect(whole).toBe(textOf(lineOf(7, before, false), 'key'));
				expect(JSON.parse(whole)).toEqual({key: 7, ...(pack(recordedPart(before)) as JsonObject)});
			}
		}),
		{numRuns: 50},
	);
});

test('it says its time and its place in the file first', () => {
	const line = lineOf(3, {kind: 'cluster', at: 5, leader: 'm1'}, true);
	expect(line.at).toBe(5);
	expect(textOf(line, 'past')).toBe('{"past":3,"at":5,"kind":"cluster","leader":"m1"}\n');
});
