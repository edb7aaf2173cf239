/** The events of a scenario: for each kind what it needs, and what it may say besides. */
import {relayErrors} from '../errors/relay-errors.js';
import {unitErrors} from '../errors/unit-errors.js';
import type {EventSpec, TaskSpec} from '../model/scenario.js';
import {Fields} from './fields.js';
import type {Node} from './json-text.js';
import type {Names} from './names.js';

export type Known = {
	readonly sources: Names;
	readonly tasks: Names;
	readonly workers: Names;
	readonly taskSpecs: readonly TaskSpec[];
};

type Kind = {readonly needs: readonly string[]; readonly may: readonly string[]};

const onTask: Kind = {needs: ['task'], may: ['source']};

/** Each kind with its fields, besides `at`, `every` and `do`. */
const kinds: Readonly<Record<string, Kind>> = {
	pause: {needs: ['task'], may: ['source', 'leaves']},
	resume: onTask,
	stop: onTask,
	start: onTask,
	delete: {needs: ['task'], may: []},
	restart: {needs: ['task'], may: []},
	error: {needs: ['error'], may: ['task', 'source', 'sql', 'for', 'then']},
	stalls: {needs: ['task'], may: ['source', 'for']},
	'gtid-gap': {needs: ['task', 'rows'], may: ['source']},
	'rows-differ': {needs: ['task', 'rows'], may: ['source']},
	'validation-starts': onTask,
	'validation-stops': onTask,
	'upstream-down': {needs: ['source'], may: ['for']},
	'upstream-refuses': {needs: ['source'], may: ['for']},
	'upstream-hangs': {needs: ['source'], may: ['for']},
	'upstream-restored': {needs: ['source', 'back'], may: []},
	'upstream-load': {needs: ['source', 'rows'], may: ['for']},
	'relay-error': {needs: ['source', 'error'], may: ['for']},
	'relay-on': {needs: ['source'], may: ['worker']},
	'relay-off': {needs: ['source'], may: ['worker']},
	'relay-pauses': {needs: ['source'], may: []},
	'relay-resumes': {needs: ['source'], may: []},
	transfer: {needs: ['source', 'worker'], may: []},
	'worker-dies': {needs: [], may: ['worker', 'source', 'for']},
	'worker-hangs': {needs: [], may: ['worker', 'source', 'for']},
	'leader-dies': {needs: [], may: ['for']},
	'shard-ddl': {needs: ['task', 'sql'], may: ['table', 'arrives']},
	'shard-ddl-arrives': {needs: ['task'], may: ['source']},
	'shard-conflict': {needs: ['task', 'sql'], may: ['source', 'for']},
};

const eventNames: readonly string[] = Object.keys(kinds);

/** The kinds of events, each with what it needs and may say. */
export const eventForms = (): ReadonlyArray<Kind & {readonly name: string}> =>
	Object.entries(kinds).map(([name, kind]) => ({name, ...kind}));

const errorNames = (kind: string): string[] => Object.keys(kind === 'relay-error' ? relayErrors : unitErrors);

const readArrives = (fields: Fields): number[] =>
	fields
		.list('arrives')
		.map(node =>
			node.kind === 'text' && node.value === 'never' ? Infinity : fields.durationOf('arrives', node),
		);

const checkNames = (fields: Fields, known: Known): void => {
	for (const [key, names] of [
		['task', known.tasks],
		['source', known.sources],
		['worker', known.workers],
	] as const) {
		const node = fields.node(key);
		if (node !== undefined) {
			names.check(fields, node, fields.text(key));
		}
	}
};

const checkTask = (fields: Fields, kind: string, known: Known): void => {
	const task = known.taskSpecs.find(spec => spec.name === fields.text('task', ''));
	if (task === undefined) {
		return;
	}

	const node = fields.node('source');
	if (node !== undefined && !task.sources.includes(fields.text('source'))) {
		fields.fail(node, `the task "${task.name}" does not run on "${fields.text('source')}"`);
	}

	const needed = kind.startsWith('shard-ddl')
		? (['pessimistic', 'optimistic'] as const)
		: kind === 'shard-conflict'
			? (['optimistic'] as const)
			: undefined;
	if (needed?.every(mode => mode !== task.shardMode)) {
		fields.fail(
			fields.node('task') ?? fields.object,
			`a ${kind} needs a task with "shard-mode": ${needed.map(mode => `"${mode}"`).join(' or ')}, and "${task.name}" has none`,
		);
	}
};

/** What an event of any kind may say. */
const allKeys: ReadonlySet<string> = new Set([
	'at',
	'every',
	'do',
	...Object.values(kinds).flatMap(kind => [...kind.needs, ...kind.may]),
]);

const readEvent = (scenario: string, node: Node, known: Known): EventSpec => {
	const any = new Fields(scenario, 'an event', node, [...allKeys]);
	const kind = any.choice('do', eventNames);
	const {needs, may} = kinds[kind] ?? onTask;
	const fields = new Fields(scenario, `the event "${kind}"`, node, ['at', 'every', 'do', ...needs, ...may]);
	for (const key of needs) {
		if (!fields.has(key)) {
			fields.fail(node, `the event "${kind}" needs "${key}"`);
		}
	}

	if (kind === 'error' && !fields.has('task') && !fields.has('source')) {
		fields.fail(node, 'the event "error" needs a "task", or a "source" whose every Sync subtask it stops');
	}

	if (kind.startsWith('worker-') && !fields.has('worker') && !fields.has('source')) {
		fields.fail(node, `the event "${kind}" needs a "worker", or a "source" whose worker is meant`);
	}

	checkNames(fields, known);
	checkTask(fields, kind, known);
	const every = fields.duration('every', 0);
	return {
		at: fields.duration('at', undefined, {past: true}),
		every,
		lasts: fields.duration('for', Infinity),
		do: kind,
		task: fields.text('task', ''),
		source: fields.text('source', ''),
		worker: fields.text('worker', ''),
		error: fields.has('error') ? fields.choice('error', errorNames(kind)) : '',
		next: fields.has('then') ? fields.choice('then', errorNames(kind)) : '',
		leaves: fields.choice('leaves', ['closed', ''], ''),
		table: fields.text('table', ''),
		back: fields.duration('back', 0),
		sql: fields.text('sql', ''),
		rows: fields.number('rows', 0, {least: 0, most: 1e6}),
		arrives: readArrives(fields),
	};
};

/**
 * Reads the events, in the order in which they are written.
 *
 * @throws {ScenarioError} At the first mistake.
 */
export const readEvents = (scenario: string, nodes: readonly Node[], known: Known): EventSpec[] =>
	nodes.map(node => readEvent(scenario, node, known));
