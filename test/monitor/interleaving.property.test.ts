import fc from 'fast-check';
import {expect, test} from 'vitest';
import type {SubtaskView} from '../../source/monitor/view.js';
import {countMissing, isMissing, missingSources} from '../../source/monitor/missing.js';
import {canceled, entry, errors, refusal, syncing, unbound, Watched} from './watched.js';

const sources = ['s1', 's2', 's3'];
const tasks = ['a', 'b', 'c', 'd'];

const keyOf = ({subtask}: SubtaskView): string => `${subtask.task}/${subtask.source}`;

type Step =
	| {
			readonly kind: 'answer';
			readonly source: string;
			readonly tasks: readonly string[];
			readonly rows: number;
	  }
	| {readonly kind: 'silence' | 'refusal' | 'unbound'; readonly source: string}
	| {readonly kind: 'problem' | 'wait' | 'look'};

const source = fc.constantFrom(...sources);

const step: fc.Arbitrary<Step> = fc.oneof(
	fc.record({
		kind: fc.constant('answer' as const),
		source,
		tasks: fc.subarray(tasks),
		rows: fc.nat(1_000_000),
	}),
	fc.record({kind: fc.constantFrom('silence' as const, 'refusal' as const, 'unbound' as const), source}),
	fc.record({kind: fc.constantFrom('problem' as const, 'wait' as const, 'look' as const)}),
);

const stages = [
	{},
	{unit: 'Load'},
	{stage: 'Paused', result: canceled},
	{stage: 'Paused', result: errors(36_067)},
	{stage: 'Finished'},
];

/** Does what a step says, and notes which tasks the source last said it has. */
const take = (watched: Watched, last: Map<string, readonly string[]>, next: Step): void => {
	switch (next.kind) {
		case 'answer': {
			last.set(next.source, next.tasks);
			watched.part(
				entry(
					next.source,
					next.tasks.map((task, index) =>
						syncing(
							task,
							{totalRows: String(next.rows), secondsBehindMaster: String(next.rows % 500)},
							stages[(next.rows + index) % stages.length],
						),
					),
				),
			);
			break;
		}

		case 'silence': {
			watched.silence('no answer within 5 s', next.source);
			break;
		}

		case 'refusal': {
			watched.part(refusal(next.source, 'grpc request error'));
			break;
		}

		case 'unbound': {
			watched.part(unbound(next.source, last.get(next.source) ?? []));
			break;
		}

		case 'problem': {
			watched.silence('connection refused');
			break;
		}

		case 'wait': {
			watched.wait(1.7);
			break;
		}

		case 'look': {
			watched.view();
			break;
		}
	}
};

/** A single look, or a cluster that is watched, where one failed poll is let pass. */
const interval = fc.constantFrom(undefined, 2000);

const run = (
	steps: readonly Step[],
	every: number | undefined,
): {watched: Watched; last: Map<string, readonly string[]>} => {
	const watched = new Watched({interval: every});
	const last = new Map<string, readonly string[]>();
	for (const next of steps) {
		take(watched, last, next);
	}

	return {watched, last};
};

const steps = fc.array(step, {maxLength: 60});

test('whatever answers and silences come, each source has the tasks that it reported last', () => {
	fc.assert(
		fc.property(steps, interval, (all, every) => {
			const {watched, last} = run(all, every);
			const shown = watched.view();
			for (const [name, expected] of last) {
				const view = shown.sources.find(candidate => candidate.source === name);
				expect(view?.subtasks.map(({subtask}) => subtask.task)).toEqual(expected.toSorted());
			}

			const onTasks = shown.tasks.flatMap(task => task.subtasks.map(row => keyOf(row))).toSorted();
			const onSources = shown.sources.flatMap(({subtasks}) => subtasks.map(row => keyOf(row))).toSorted();
			expect(onTasks).toEqual(onSources);
			expect(shown.totals.subtasks).toBe(onTasks.length);
		}),
	);
});

test('no rate, lag, progress or ETA is ever negative or NaN', () => {
	fc.assert(
		fc.property(steps, interval, (all, every) => {
			const {watched} = run(all, every);
			const shown = watched.view();
			const rows = [...shown.tasks, ...shown.tasks.flatMap(({subtasks}) => subtasks)];
			const numbers = rows.flatMap(({rowsPerSecond, bytesPerSecond, progress, eta, lag}) => [
				rowsPerSecond,
				bytesPerSecond,
				progress,
				eta,
				'seconds' in lag ? lag.seconds : undefined,
			]);
			for (const number of [
				...numbers,
				...tasks.flatMap(task => watched.sparkline({task}, 'rows', {slots: 20})),
			]) {
				expect(number ?? 0).toBeGreaterThanOrEqual(0);
				expect(number ?? 0).toBeLessThan(Infinity);
			}
		}),
	);
});

test('reading the view in between does not change the final result', () => {
	fc.assert(
		fc.property(steps, interval, (all, every) => {
			const {watched} = run(
				all.flatMap((next): Step[] => [next, {kind: 'look'}]),
				every,
			);
			const {watched: unseen} = run(
				all.filter(({kind}) => kind !== 'look'),
				every,
			);
			expect(watched.facts()).toEqual(unseen.facts());
		}),
	);
});

test('a task is incomplete because of sources without a fresh answer, and of no others', () => {
	fc.assert(
		fc.property(steps, interval, (all, every) => {
			const {watched} = run(all, every);
			const {tasks: shown, sources: seen} = watched.view();
			const away = new Set(seen.filter(({stale}) => stale !== '').map(({source: name}) => name));
			for (const task of shown) {
				const missing = missingSources(task);
				const has = task.subtasks.map(({subtask}) => subtask.source);
				expect(missing.filter(name => has.includes(name))).toEqual(has.filter(name => away.has(name)));
				expect(missing.filter(name => !away.has(name))).toEqual([]);
				expect(missing).toEqual([...new Set(missing)].toSorted());
				expect(countMissing(task)).toBe(missing.length);
				expect(missing.every(name => isMissing(task, name))).toBe(true);
				expect(has.filter(name => !away.has(name)).some(name => isMissing(task, name))).toBe(false);
				expect(task.incomplete).toBe(missing.length > 0);
			}
		}),
	);
});
