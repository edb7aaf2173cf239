import fc from 'fast-check';
import {expect, it} from 'vitest';
import {
	type DialogEvent,
	isEnabled,
	openDialog,
	reduceDialog,
	repeating,
	settling,
} from '../../../source/screens/dialogs/dialog.js';
import type {Dialog} from '../../../source/screens/dialogs/dialog-state.js';
import {makePlan} from '../../../source/operations/planning/plan.js';
import type {Choice} from '../../../source/operations/target.js';
import {access, recordedCluster} from '../../operations/recorded-clusters.js';
import {runs} from '../../rounds.js';

const cluster = recordedCluster();

const on = (...tasks: readonly string[]) => tasks.map(task => ({task, sources: []}));

const choice = fc.constantFrom<Choice>(
	{kind: 'pause', targets: on('orders')},
	{kind: 'pause', targets: on('orders', 'shard')},
	{kind: 'stop', targets: on('shard')},
	{kind: 'binlog-skip', targets: on('orders')},
	{kind: 'binlog-replace', targets: on('orders')},
);

const key = fc.constantFrom(
	'enter',
	'right',
	'left',
	'tab',
	'shift+tab',
	'up',
	'backspace',
	'space',
	'2',
	...'shard',
	';',
);

type Timed = {readonly after: number; readonly keys?: readonly string[]; readonly text?: string};

const after = fc.oneof(fc.nat(10), fc.nat(400), fc.nat(2000));

const burst = fc.record({after, keys: fc.array(key, {minLength: 2, maxLength: 9})});
const paste = fc.record({
	after,
	text: fc.oneof(
		fc.string(),
		fc.constantFrom('2', '2\r', 'shard', 'shard\n', '\t\r', '\u{1B}[C\r', 'drop table t'),
	),
});
const lone = fc.record({after, keys: key.map(name => [name])});
const enter = fc.record({after, keys: fc.constant(['enter'])});

/** The dialogs one after the other, the first as it opens. */
const play = (
	chosen: Choice,
	events: readonly Timed[],
): Array<{dialog: Dialog; at: number; keys: readonly string[]}> => {
	let at = 1000;
	let dialog = openDialog(makePlan(chosen, cluster, access), {id: '1', at});
	const seen = [{dialog, at, keys: [] as readonly string[]}];
	for (const {after: delay, keys, text = ''} of events) {
		at += delay;
		const event: DialogEvent = keys ? {kind: 'keys', keys, at} : {kind: 'paste', text, at};
		dialog = reduceDialog(dialog, event);
		seen.push({dialog, at, keys: keys ?? []});
	}

	return seen;
};

const last = <Item>(items: readonly Item[]): Item => items.at(-1)!;

it('no sequence of bursts, pastes and Enters confirms', () => {
	fc.assert(
		fc.property(choice, fc.array(fc.oneof(burst, paste, enter), {maxLength: 30}), (chosen, events) => {
			expect(last(play(chosen, events)).dialog.outcome).not.toBe('confirmed');
		}),
		runs(500),
	);
});

it('no held-down key confirms, whichever it is and whatever was pasted before', () => {
	const repeat = fc.integer({min: 6, max: 120});
	fc.assert(
		fc.property(
			choice,
			fc.array(fc.oneof(burst, paste), {maxLength: 4}),
			key,
			fc.integer({min: 0, max: 660}),
			repeat,
			(chosen, before, held, first, every) => {
				const holding = Array.from({length: 80}, (_, index) => ({
					after: index === 0 ? 1000 : index === 1 ? first : every,
					keys: [held],
				}));
				expect(last(play(chosen, [...before, ...holding])).dialog.outcome).not.toBe('confirmed');
			},
		),
		runs(300),
	);
});

it('only a single Enter on the enabled action confirms, some time after a single key moved there', () => {
	let confirmed = 0;
	const deliberate = fc.constantFrom<readonly Timed[]>(
		[
			{after: 800, keys: ['tab']},
			{after: 800, keys: ['enter']},
		],
		[
			{after: 800, keys: ['2']},
			{after: 800, keys: ['enter']},
		],
	);
	fc.assert(
		fc.property(
			choice,
			fc.array(fc.oneof(lone, lone, burst, paste), {maxLength: 20}),
			deliberate,
			(chosen, events, end) => {
				const seen = play(chosen, [...events, ...end]);
				const index = seen.findIndex(({dialog}) => dialog.outcome === 'confirmed');
				if (index === -1) {
					return;
				}

				confirmed++;
				const before = seen[index - 1]!;
				const now = seen[index]!;
				expect(now.keys).toEqual(['enter']);
				expect(before.dialog.focus).toBe('action');
				expect(isEnabled(before.dialog)).toBe(true);
				expect(now.at - before.at).toBeGreaterThanOrEqual(settling);
				if (before.keys.join(' ') === 'enter') {
					expect(now.at - before.at).toBeGreaterThanOrEqual(repeating);
				}

				// The last that changed the focus was one key, by itself.
				const moved = seen.slice(0, index).findLastIndex(({dialog}) => dialog.focus === 'cancel') + 1;
				expect(seen[moved]!.keys).toHaveLength(1);
				expect(seen[moved]!.keys).not.toEqual(['enter']);
			},
		),
		runs(1000),
	);
	expect(confirmed).toBeGreaterThan(20);
});
