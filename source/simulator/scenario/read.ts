/** Parses the text of a scenario, and checks every name and quantity. */
import {say} from '../../language/say.js';
import {shardModes, taskModes, type Scenario, type SourceSpec, type TaskSpec} from '../model/scenario.js';
import {ScenarioFields} from './fields.js';
import {readEvents} from './read-events.js';
import {readJsonText, type Node} from './json-text.js';
import {suggestion} from './mistake.js';
import {type ExistingNames, numbered, repeatedNames} from './names.js';

const scenarioKeys = [
	'summary',
	'version',
	'warm-up',
	'masters',
	'workers',
	'relay-dirs',
	'sources',
	'tasks',
	'events',
];

const sourceKeys = ['name', 'repeat', 'flavor', 'rows', 'relay', 'file-size', 'file', 'worker'];

const taskKeys = [
	'name',
	'repeat',
	'mode',
	'shard-mode',
	'sources',
	'unit',
	'progress',
	'size',
	'tables',
	'speed',
	'behind',
	'headroom',
	'share',
	'target',
	'validation',
	'check',
	'state',
];

/** DM's own limit for the length of a source ID. */
const longestSourceName = 32;

/** `"masters": 3`, or a list of names. */
const readMembers = (fields: ScenarioFields, key: string, prefix: string, fallback: number): string[] => {
	const node = fields.node(key);
	if (node?.kind === 'list') {
		return fields.texts(key).map(text => text.value);
	}

	const count = fields.number(key, fallback, {least: 0, most: 1000});
	return Array.from({length: Math.floor(count)}, (_, index) => `${prefix}${index + 1}`);
};

/** Names of existing workers. */
const workersIn = (fields: ScenarioFields, key: string, workers: readonly string[]): readonly string[] =>
	fields.texts(key).map(({node, value}) => {
		if (!workers.includes(value)) {
			fields.fail(
				node,
				say('there is no worker "{name}"{hint}', {name: value, hint: suggestion(value, workers)}),
			);
		}

		return value;
	});

/** `"relay": true` for `enable-relay`, or the names of the workers that pull it. */
const readRelay = (fields: ScenarioFields, workers: readonly string[]): SourceSpec['relay'] =>
	fields.node('relay')?.kind === 'list' ? workersIn(fields, 'relay', workers) : fields.flag('relay');

const readSource = (scenario: string, node: Node, workers: readonly string[]): SourceSpec[] => {
	const fields = new ScenarioFields(scenario, say('a source'), node, sourceKeys);
	const name = fields.text('name');
	const worker = fields.text('worker', '');
	const workerNode = fields.node('worker');
	if (workerNode !== undefined && !workers.includes(worker)) {
		fields.fail(
			workerNode,
			say('there is no worker "{name}"{hint}', {name: worker, hint: suggestion(worker, workers)}),
		);
	}

	const spec: SourceSpec = {
		name,
		flavor: fields.choice('flavor', ['mysql', 'mariadb'], 'mysql'),
		rows: fields.number('rows', 200, {least: 0, most: 1e6}),
		relay: readRelay(fields, workers),
		fileSize: Math.max(1e6, fields.size('file-size', 1024 ** 3)),
		file: Math.floor(fields.number('file', 12, {least: 1, most: 900_000})),
		worker,
	};
	return repeatedNames(fields, name).map(each => {
		if (each.length > longestSourceName) {
			fields.fail(
				node,
				say('the source\'s name "{name}" is longer than the {most} letters DM allows', {
					name: each,
					most: longestSourceName,
				}),
			);
		}

		return {...spec, name: each};
	});
};

/** `"sources": ["a", "b"]` or `"sources": {"least": 1, "most": 3}`: a random but reproducible selection. */
const readTaskSources = (fields: ScenarioFields, sources: ExistingNames, task: string): string[] => {
	const node = fields.node('sources');
	if (node?.kind === 'object') {
		const range = new ScenarioFields(fields.scenario, say('the choice of sources'), node, ['least', 'most']);
		const most = range.number('most', 1, {least: 1, most: 100});
		return sources.some(task, range.number('least', 1, {least: 1, most}), most);
	}

	const texts = fields.texts('sources');
	if (texts.length === 0) {
		fields.fail(node ?? fields.object, say('a task needs "sources": a list with one name at least'));
	}

	for (const [index, {node: text, value}] of texts.entries()) {
		sources.check(fields, text, value);
		if (texts.findIndex(other => other.value === value) !== index) {
			fields.fail(text, say('the source "{name}" is here twice', {name: value}));
		}
	}

	return texts.map(text => text.value);
};

const firstUnits = {full: 'Dump', all: 'Dump', incremental: 'Sync'} as const;
const unitsOfMode = {full: ['Dump', 'Load'], all: ['Dump', 'Load', 'Sync'], incremental: ['Sync']} as const;

const readTask = (scenario: string, node: Node, sources: ExistingNames): TaskSpec[] => {
	const fields = new ScenarioFields(scenario, say('a task'), node, taskKeys);
	const name = fields.text('name');
	const mode = fields.choice('mode', taskModes, 'all');
	const unit = fields.choice('unit', ['Dump', 'Load', 'Sync'], mode === 'full' ? 'Dump' : firstUnits[mode]);
	if (unitsOfMode[mode].every(candidate => candidate !== unit)) {
		fields.fail(fields.node('unit') ?? node, say('a task of mode {mode} has no {unit} unit', {mode, unit}));
	}

	const state = fields.choice('state', ['new', 'running', 'paused', 'stopped', 'finished'], 'running');
	if (state === 'finished' && mode !== 'full') {
		fields.fail(fields.node('state') ?? node, say('only a task of mode full finishes'));
	}

	const shardMode = fields.choice('shard-mode', shardModes, '');
	return repeatedNames(fields, name).map(each => ({
		name: each,
		mode,
		shardMode,
		sources: readTaskSources(fields, sources, each),
		unit,
		progress: fields.number('progress', 0, {least: 0, most: 1}),
		bytes: fields.size('size', 2e9),
		tables: Math.floor(fields.number('tables', 24, {least: 1, most: 100_000})),
		speed: fields.size('speed', 40e6),
		behind: fields.duration('behind', 0),
		headroom: fields.number('headroom', 5, {least: 0.1, most: 1000}),
		share: fields.number('share', 0.6, {least: 0, most: 1}),
		target: fields.text('target', `${each.split(/\W/v, 1)[0] ?? 'app'}.events`),
		validation: fields.choice('validation', ['full', 'fast', ''], ''),
		check: fields.choice('check', ['warnings', 'failures', ''], ''),
		state,
	}));
};

const unique = (fields: ScenarioFields, key: string, names: readonly string[]): void => {
	const twice = names.find((name, index) => names.indexOf(name) !== index);
	if (twice !== undefined) {
		fields.fail(fields.node(key) ?? fields.object, say('"{key}" has "{name}" twice', {key, name: twice}));
	}
};

/**
 * Reads a scenario.
 *
 * @param name Its name in messages: a shipped name or a path.
 * @param text JSON with comments.
 * @throws {ScenarioError} With line, column and what to write instead.
 */
export const readScenario = (name: string, text: string): Scenario => {
	const fields = new ScenarioFields(name, say('a scenario'), readJsonText(name, text), scenarioKeys);
	const workers = readMembers(fields, 'workers', 'worker-', 4);
	const sources = fields.list('sources').flatMap(node => readSource(name, node, workers));
	unique(
		fields,
		'sources',
		sources.map(source => source.name),
	);
	const sourceNames = numbered(
		'there is no source "{name}"{hint}',
		sources.map(source => source.name),
	);
	const tasks = fields.list('tasks').flatMap(node => readTask(name, node, sourceNames));
	unique(
		fields,
		'tasks',
		tasks.map(task => task.name),
	);
	const masters = readMembers(fields, 'masters', 'master-', 3);
	if (masters.length === 0) {
		fields.fail(fields.node('masters') ?? fields.object, say('a scenario needs one master at least'));
	}

	return {
		name,
		summary: fields.text('summary', ''),
		version: fields.text('version', 'v7.5.5'),
		warmUp: fields.duration('warm-up', 300),
		masters,
		workers,
		relayDirs: workersIn(fields, 'relay-dirs', workers),
		sources,
		tasks,
		events: readEvents(name, fields.list('events'), {
			sources: sourceNames,
			tasks: numbered(
				'there is no task "{name}"{hint}',
				tasks.map(task => task.name),
			),
			workers: numbered('there is no worker "{name}"{hint}', workers),
			taskSpecs: tasks,
		}),
	};
};
