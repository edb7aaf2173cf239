/** The events of a scenario: for each kind its required and optional fields. */
import type {Phrase} from '../../language/text.js';
import {say} from '../../language/say.js';
import {simulatedRelayErrors} from '../errors/relay-errors.js';
import {simulatedUnitErrors} from '../errors/unit-errors.js';
import type {EventSpec, TaskSpec} from '../model/scenario.js';
import {ScenarioFields} from './fields.js';
import type {Node} from './json-text.js';
import type {ExistingNames} from './names.js';

/** Everything in a scenario that an event may name. */
export type KnownNames = {
	readonly sources: ExistingNames;
	readonly tasks: ExistingNames;
	readonly workers: ExistingNames;
	readonly taskSpecs: readonly TaskSpec[];
};

type Keys = {readonly needs: readonly string[]; readonly may: readonly string[]};

/** `does` describes it in `--simulate help`. */
type Kind = Keys & {readonly does: Phrase};

const onTask: Keys = {needs: ['task'], may: ['source']};

/** The fields of each kind, besides `at`, `every` and `do`. */
const kinds: Readonly<Record<string, Kind>> = {
	pause: {
		needs: ['task'],
		may: ['source', 'leaves'],
		does: 'a colleague pauses it; "leaves": "closed" leaves an error',
	},
	resume: {...onTask, does: 'and resumes it'},
	stop: {...onTask, does: 'and stops it, as the document knows it: Stopped'},
	start: {...onTask, does: 'and starts what is new or stopped'},
	delete: {needs: ['task'], may: [], does: 'stop-task: it is gone, its checkpoint is kept'},
	restart: {needs: ['task'], may: [], does: 'it is gone, and begins with its first unit'},
	error: {
		needs: ['error'],
		may: ['task', 'source', 'sql', 'for', 'then'],
		does: 'what goes wrong; "then" is the error behind a skipped DDL',
	},
	stalls: {needs: ['task'], may: ['source', 'for'], does: 'it makes no progress, but says Running'},
	'gtid-gap': {needs: ['task', 'rows'], may: ['source'], does: 'it skips that many transactions'},
	'rows-differ': {
		needs: ['task', 'rows'],
		may: ['source'],
		does: 'that many rows differ, and its validator finds them',
	},
	'validation-starts': {...onTask, does: 'a colleague has rows compared'},
	'validation-stops': {...onTask, does: 'its validator gives up (43008)'},
	'upstream-down': {
		needs: ['source'],
		may: ['for'],
		does: 'the network to it is down: nothing shows it at first',
	},
	'upstream-refuses': {
		needs: ['source'],
		may: ['for'],
		does: 'it is stopped: readers are refused at once',
	},
	'upstream-hangs': {needs: ['source'], may: ['for'], does: 'it does not answer: its status call takes 30 s'},
	'upstream-restored': {
		needs: ['source', 'back'],
		may: [],
		does: 'its binlog ends this long ("back") before now',
	},
	'upstream-load': {
		needs: ['source', 'rows'],
		may: ['for'],
		does: 'its application writes that many rows a second',
	},
	'relay-error': {needs: ['source', 'error'], may: ['for'], does: 'what goes wrong with its relays'},
	'relay-on': {
		needs: ['source'],
		may: ['worker'],
		does: 'start-relay, for a worker by its name or for the source',
	},
	'relay-off': {needs: ['source'], may: ['worker'], does: 'stop-relay'},
	'relay-pauses': {needs: ['source'], may: [], does: 'pause-relay'},
	'relay-resumes': {needs: ['source'], may: [], does: 'resume-relay'},
	transfer: {needs: ['source', 'worker'], may: [], does: 'transfer-source'},
	'worker-dies': {
		needs: [],
		may: ['worker', 'source', 'for'],
		does: 'that worker, or the one that serves the source',
	},
	'worker-hangs': {
		needs: [],
		may: ['worker', 'source', 'for'],
		does: 'it keeps its source but does not answer',
	},
	'leader-dies': {needs: [], may: ['for'], does: 'an election takes a minute'},
	'shard-ddl': {
		needs: ['task', 'sql'],
		may: ['table', 'arrives'],
		does: '"arrives": when on each source, or "never"',
	},
	'shard-ddl-arrives': {needs: ['task'], may: ['source'], does: 'it is executed where it has not been yet'},
	'shard-conflict': {
		needs: ['task', 'sql'],
		may: ['source', 'for'],
		does: "an optimistic DDL that conflicts with another table's",
	},
};

const eventNames: readonly string[] = Object.keys(kinds);

/** The kinds of events, each with its required and optional fields. */
export const eventForms = (): ReadonlyArray<Kind & {readonly name: string}> =>
	Object.entries(kinds).map(([name, kind]) => ({name, ...kind}));

const errorNames = (kind: string): string[] =>
	Object.keys(kind === 'relay-error' ? simulatedRelayErrors : simulatedUnitErrors);

const readArrives = (fields: ScenarioFields): number[] =>
	fields
		.list('arrives')
		.map(node =>
			node.kind === 'text' && node.value === 'never' ? Infinity : fields.durationOf('arrives', node),
		);

const checkNames = (fields: ScenarioFields, known: KnownNames): void => {
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

const checkTask = (fields: ScenarioFields, kind: string, known: KnownNames): void => {
	const task = known.taskSpecs.find(spec => spec.name === fields.text('task', ''));
	if (task === undefined) {
		return;
	}

	const node = fields.node('source');
	if (node !== undefined && !task.sources.includes(fields.text('source'))) {
		fields.fail(
			node,
			say('the task "{task}" does not run on "{source}"', {task: task.name, source: fields.text('source')}),
		);
	}

	const needed = kind.startsWith('shard-ddl')
		? (['pessimistic', 'optimistic'] as const)
		: kind === 'shard-conflict'
			? (['optimistic'] as const)
			: undefined;
	if (needed?.every(mode => mode !== task.shardMode)) {
		fields.fail(
			fields.node('task') ?? fields.object,
			say('a {kind} needs a task with "shard-mode": {modes}, and "{task}" has none', {
				kind,
				modes: needed.map(mode => `"${mode}"`).join(say(' or ')),
				task: task.name,
			}),
		);
	}
};

/** Fields of events of any kind. */
const allKeys: ReadonlySet<string> = new Set([
	'at',
	'every',
	'do',
	...Object.values(kinds).flatMap(kind => [...kind.needs, ...kind.may]),
]);

const readEvent = (scenario: string, node: Node, known: KnownNames): EventSpec => {
	const any = new ScenarioFields(scenario, say('an event'), node, [...allKeys]);
	const kind = any.choice('do', eventNames);
	const {needs, may} = (Object.hasOwn(kinds, kind) ? kinds[kind] : undefined) ?? onTask;
	const fields = new ScenarioFields(scenario, say('the event "{kind}"', {kind}), node, [
		'at',
		'every',
		'do',
		...needs,
		...may,
	]);
	for (const key of needs) {
		if (!fields.has(key)) {
			fields.fail(node, say('{what} needs "{key}"', {what: fields.what, key}));
		}
	}

	if (kind === 'error' && !fields.has('task') && !fields.has('source')) {
		fields.fail(
			node,
			say('the event "error" needs a "task", or a "source" whose every Sync subtask it stops'),
		);
	}

	if (kind.startsWith('worker-') && !fields.has('worker') && !fields.has('source')) {
		fields.fail(
			node,
			say('the event "{kind}" needs a "worker", or a "source" whose worker is meant', {kind}),
		);
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
export const readEvents = (scenario: string, nodes: readonly Node[], known: KnownNames): EventSpec[] =>
	nodes.map(node => readEvent(scenario, node, known));
