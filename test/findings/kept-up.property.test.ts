/** What is kept up from one answer to the next is what looking at everything again would give. */
import fc from 'fast-check';
import {expect, test} from 'vitest';
import {parseStatusDocument} from '../../source/dm/parse-status.js';
import {withDiagnosis} from '../../source/findings/diagnose.js';
import type {DiagnosedView} from '../../source/findings/diagnosis.js';
import {createClusterState, observe} from '../../source/monitor/known.js';
import {view} from '../../source/monitor/showing/cluster.js';
import {createAddition} from '../../source/monitor/counting/totals.js';
import type {Observation} from '../../source/providers/provider.js';
import {queryStatus} from '../dm/recorded.js';
import {behind, entry, errors, noon, refusal, syncing, unbound} from '../monitor/watched.js';
import {runs} from '../rounds.js';

type Json = Readonly<Record<string, unknown>>;

const taskNames = ['orders', 'stock-2', 'stock-10', 'users', 'constructor'];
const sourceNames = ['mysql-01', 'mysql-02', 'mysql-03'];

const subtasks: fc.Arbitrary<Json> = fc
	.record({
		name: fc.constantFrom(...taskNames),
		kind: fc.integer({min: 0, max: 6}),
		lag: fc.constantFrom('0', '11', '70', '4000'),
		rows: fc.integer({min: 0, max: 100_000}),
	})
	.map(({name, kind, lag, rows}) => {
		const sync = {secondsBehindMaster: lag, totalRows: String(rows)};
		switch (kind) {
			case 0: {
				return syncing(name, sync, {stage: 'Paused', result: errors(36_067)});
			}

			case 1: {
				return syncing(name, sync, {stage: 'Paused'});
			}

			case 2: {
				return syncing(name, {...sync, masterBinlog: ''});
			}

			case 3: {
				return syncing(name, {...sync, blockingDDLs: ['ALTER TABLE `a` ADD COLUMN `b` INT']});
			}

			default: {
				return behind(name, sync);
			}
		}
	});

const answers: fc.Arbitrary<(at: number) => Observation> = fc
	.record({
		kind: fc.integer({min: 0, max: 9}),
		source: fc.constantFrom(...sourceNames),
		tasks: fc.uniqueArray(subtasks, {selector: ({name}) => name, maxLength: 5}),
	})
	.map(({kind, source, tasks}) => (at: number): Observation => {
		const status = (...entries: readonly Json[]) => parseStatusDocument(queryStatus(entries));
		switch (kind) {
			case 0: {
				return {kind: 'silence', at, asked: [source], problem: {what: 'no answer', fix: '', detail: ''}};
			}

			case 1: {
				return {kind: 'silence', at, problem: {what: 'connection refused', fix: '', detail: ''}};
			}

			case 2: {
				return {kind: 'status', at, status: status(refusal(source, 'worker is down')), asked: [source]};
			}

			case 3: {
				return {
					kind: 'status',
					at,
					status: status(
						unbound(
							source,
							tasks.map(({name}) => String(name)),
						),
					),
					asked: [source],
				};
			}

			case 4: {
				return {kind: 'status', at, status: status(entry(source, tasks))};
			}

			default: {
				return {kind: 'status', at, status: status(entry(source, tasks)), asked: [source]};
			}
		}
	});

const steps = fc.array(fc.tuple(answers, fc.constantFrom(0, 2000, 40_000, 200_000)), {
	minLength: 1,
	maxLength: 12,
});

const told = ({tasks, sources, workers, totals, diagnosis}: DiagnosedView) => ({
	tasks: tasks.map(({name}) => name),
	totals,
	findings: diagnosis.findings,
	tasksByHealth: [...diagnosis.tasksByHealth],
	ofTasks: tasks.map(task => [
		diagnosis.taskNamed(task.name),
		diagnosis.ofTask(task.name),
		diagnosis.health(task),
	]),
	ofSources: sources.map(source => [diagnosis.ofSource(source.source), diagnosis.health(source)]),
	ofWorkers: workers.map(worker => diagnosis.health(worker)),
});

test('after each answer findings, order and totals are the same as for a first look', () => {
	fc.assert(
		fc.property(steps, taken => {
			const known = createClusterState();
			let now = noon;
			let kept: DiagnosedView | undefined;
			const earlier: Array<readonly [DiagnosedView, ReturnType<typeof told>]> = [];
			for (const [answer, later] of taken) {
				now += later;
				observe(known, answer(now));
				const cluster = view(known, now);
				kept = withDiagnosis(cluster, kept);
				expect(told(kept)).toEqual(told(withDiagnosis(cluster)));
				expect(cluster.totals).toEqual(createAddition()(cluster.tasks, cluster.sources, cluster.workers));
				expect(cluster.tasks.map(({name}) => name)).toEqual(known.tasks.keys().toArray().toSorted());
				earlier.push([kept, told(kept)]);
			}

			// What was looked at stays as it was.
			for (const [look, before] of earlier) {
				expect(told(look)).toEqual(before);
			}
		}),
		runs(150),
	);
});
