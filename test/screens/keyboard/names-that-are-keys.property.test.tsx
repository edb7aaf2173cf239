/** What a plain object inherits is not found under a name that a server gave, wherever the name stands. */
import fc from 'fast-check';
import {expect, test} from 'vitest';
import {parseStatusDocument} from '../../../source/dm/parse-status.js';
import {printJson} from '../../../source/modes/once/json.js';
import {observeOnce} from '../../../source/modes/once/observe-once.js';
import {printTable} from '../../../source/modes/once/table.js';
import {eventLine, summaryLines} from '../../../source/modes/plain/lines.js';
import type {Observation, Provider} from '../../../source/providers/provider.js';
import type {JsonObject} from '../../../source/dm/values/json-object.js';
import {applyChange, difference} from '../../../source/providers/recording/lines/change.js';
import {pack, unpack} from '../../../source/providers/recording/lines/exact-json.js';
import {recordedPart, unpackObservation} from '../../../source/providers/recording/lines/packing.js';
import {queryStatus, sourceAnswer, subtaskAnswer} from '../../dm/recorded.js';
import {runs} from '../../rounds.js';
import {answers, changed, namedCluster} from '../changed-answers.js';
import {keys, noon, showScreen} from '../screen.js';

const names = fc.constantFrom(
	...Object.getOwnPropertyNames(Object.prototype),
	'prototype',
	'length',
	'then',
	'toJSON',
	'default',
);

/** Two answers of the same cluster in which texts are such names: all of them, or here and there. */
const observations = fc
	.record({
		answer: fc.constantFrom(...answers),
		chosen: fc.array(names, {minLength: 1, maxLength: 5}),
		every: fc.constantFrom(1, 2, 5),
	})
	.map(({answer, chosen, every}): readonly Observation[] => {
		let count = 0;
		const name = (): string => chosen[count++ % chosen.length]!;
		const status = (at: number): Observation => ({
			kind: 'status',
			at,
			status: parseStatusDocument(
				JSON.stringify(changed(answer, text => (count++ % every === 0 ? name() : text))),
			),
		});
		return [...namedCluster(name), status(noon), status(noon + 2000), ...namedCluster(name)];
	});

const provider = (seen: readonly Observation[]): Provider => ({
	name: 'constructor',
	title: '__proto__',
	now: () => noon + 4000,
	async *observe() {
		yield* seen;
	},
});

test.each(['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf'])(
	'a task and a source whose every state is %s are shown with it',
	async name => {
		const status = parseStatusDocument(
			queryStatus([
				sourceAnswer(name, [subtaskAnswer(name, {stage: name, unit: name, sync: {binlogType: name}})], {
					sourceStatus: {source: name, worker: name, result: null, relayStatus: {stage: name}},
				}),
			]),
		);
		const screen = await showScreen(
			[{kind: 'status', at: noon, status}, ...namedCluster(() => name).slice(0, 2)],
			{
				columns: 160,
				rows: 40,
			},
		);
		for (const view of ['1', '2', '3', '4', '5', '6']) {
			await screen.press(view);
			expect(screen.text()).toContain(name);
			await screen.press(keys.enter);
			expect(screen.text()).toContain(name);
			await screen.press(keys.esc, keys.esc);
		}

		screen.unmount();
	},
);

test('every screen shows them', async () => {
	await fc.assert(
		fc.asyncProperty(observations, async seen => {
			const screen = await showScreen(seen, {columns: 200, rows: 50, now: noon + 4000});
			for (const view of ['1', '2', '3', '4', '5', '6']) {
				await screen.press(view);
				expect(screen.text()).toMatch(/^ ?1 Tasks/mv);
				await screen.press(keys.enter, keys.enter, 'o', keys.esc, keys.esc, keys.esc);
			}

			screen.unmount();
		}),
		runs(3),
	);
});

test('they are printed once, as a table, as JSON and as lines', async () => {
	await fc.assert(
		fc.asyncProperty(observations, async seen => {
			const look = await observeOnce(provider(seen), {interval: 1000, untilEnd: true});
			const {tasks, sources} = look.cluster;
			expect(printTable(look, {ascii: false, width: 300, title: 'constructor'})).toContain(
				`constructor: ${tasks.length} task`,
			);
			const json = JSON.parse(printJson(look, {title: 'constructor'})) as {
				readonly tasks: ReadonlyArray<{readonly name: string}>;
				readonly sources: ReadonlyArray<{readonly source: string}>;
			};
			expect(json.tasks.map(({name}) => name)).toStrictEqual(tasks.map(({name}) => name));
			expect(json.sources.map(({source}) => source)).toStrictEqual(sources.map(({source}) => source));
			expect(summaryLines(look.cluster, 'constructor').every(line => typeof line === 'string')).toBe(true);
			for (const event of look.cluster.events) {
				expect(eventLine(event, noon)).toContain(event.subject);
			}
		}),
	);
});

test('they are recorded and read back', () => {
	fc.assert(
		fc.property(observations, seen => {
			let told: JsonObject = {};
			let before: JsonObject = {};
			for (const observation of seen) {
				const recorded = recordedPart(observation);
				before = applyChange(before, pack(difference(told, recorded) ?? {}) as JsonObject);
				told = recorded;
				expect(before).toEqual(pack(recorded));
				expect(pack(recordedPart(unpackObservation(before, false)))).toEqual(before);
			}
		}),
	);
});

test('objects with any keys are recorded and read back', () => {
	const any = fc.dictionary(
		fc.oneof(
			names.filter(name => name !== '__proto__'),
			fc.constantFrom('$x', '$$x', '$bigint'),
		),
		fc.oneof(
			// That key is left out wherever it stands.
			fc.jsonValue().filter(value => !JSON.stringify(value).includes('__proto__')),
			fc.bigInt(),
		),
	);
	fc.assert(
		fc.property(any, any, (first, second) => {
			const [before, after] = [first, second].map(value => pack(value) as JsonObject);
			const change = pack(difference(first, second) ?? {}) as JsonObject;
			expect(applyChange(before!, change)).toEqual(after);
			expect(unpack(after)).toEqual(second);
		}),
	);
});
