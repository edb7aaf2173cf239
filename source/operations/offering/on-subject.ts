/** All operations that concern a subject, whether they have an effect at the moment or not. */
import type {DiagnosedView} from '../../findings/diagnosis.js';
import {say} from '../../language/say.js';
import type {KindOf} from '../../providers/operation.js';
import {differenceVerbs, kindWords} from '../kinds.js';
import {transferTargets} from '../refusing/sources.js';
import {oldestNeededFile} from '../relay-files.js';
import {type Choice, findSource, subtasksOfTarget} from '../target.js';
import {type Cure, restarts, unlockText} from './cures.js';
import type {Subject} from './subject.js';

const entry = (choice: Choice, text = say(kindWords[choice.kind].action), gist?: string): Cure => ({
	choice,
	text,
	...(gist !== undefined && {gist}),
});

const ofTask: ReadonlyArray<KindOf<'task'>> = ['resume', 'start', 'pause', 'stop'];

/** Operations that get a subtask past its DDL; only offered where there is such a DDL. */
const passingDdl: ReadonlyArray<KindOf<'binlog'>> = [
	'binlog-skip',
	'binlog-replace',
	'binlog-inject',
	'binlog-revert',
	'binlog-list',
];

const ofSource = (name: string, cluster: DiagnosedView): readonly Cure[] => {
	const source = findSource(cluster, name);
	if (!source) {
		return [];
	}

	const before = oldestNeededFile(source);
	const targets = source.subtasks.map(({subtask}) => ({task: subtask.task, sources: [name]}));
	const count = targets.length;
	return [
		...(targets.length === 0
			? []
			: [
					entry(
						{kind: 'resume', targets},
						count === 1 ? say('Resume its task') : say('Resume all its {count} tasks', {count}),
					),
					entry(
						{kind: 'pause', targets},
						count === 1 ? say('Pause its task') : say('Pause all its {count} tasks', {count}),
					),
				]),
		entry({kind: 'resume-relay', source: name}),
		entry({kind: 'pause-relay', source: name}),
		entry({kind: 'enable-relay', source: name, workers: []}),
		entry({kind: 'disable-relay', source: name, workers: []}),
		...(before === ''
			? []
			: [
					entry(
						{kind: 'purge-relay', source: name, before},
						say('Purge relay logs before {file}', {file: before}),
					),
				]),
		...transferTargets(name, cluster).map(worker =>
			entry({kind: 'transfer-source', source: name, worker}, say('Transfer to {worker}', {worker})),
		),
	];
};

/** A free worker can take over any source, those without a worker first. */
const ofWorker = (name: string, cluster: DiagnosedView): readonly Cure[] => {
	const worker = cluster.workers.find(known => known.name === name);
	if (worker?.stage === 'bound') {
		return transferTargets(worker.source, cluster).map(target =>
			entry(
				{kind: 'transfer-source', source: worker.source, worker: target},
				say('Transfer {source} to {worker}', {source: worker.source, worker: target}),
			),
		);
	}

	const takes = cluster.sources.filter(({source}) => transferTargets(source, cluster).includes(name));
	return takes
		.toSorted(
			(left, right) => Number(right.condition.kind === 'unbound') - Number(left.condition.kind === 'unbound'),
		)
		.map(({source}) =>
			entry({kind: 'transfer-source', source, worker: name}, say('Take over {source}', {source})),
		);
};

const ofMaster = (name: string, {leader, masters}: DiagnosedView): readonly Cure[] => {
	if (name === leader) {
		return [entry({kind: 'evict-leader'})];
	}

	return masters.some(master => master.name === name && master.alive)
		? [entry({kind: 'cancel-evict-leader'})]
		: [];
};

/** Operations on one difference and on all; the validator can be started or stopped, depending on its state. */
const ofValidation = (
	{task, difference}: Extract<Subject, {readonly on: 'validation'}>,
	cluster: DiagnosedView,
): readonly Cure[] => {
	const stages = subtasksOfTarget(cluster, {task, sources: []}).map(({subtask}) => subtask.validation?.stage);
	const about = (error: string) =>
		(['validation-ignore', 'validation-resolve', 'validation-clear'] as const).map(kind => {
			const verb = say(differenceVerbs[kind]);
			return entry(
				{kind, task, sources: [], error},
				error === 'all'
					? say('{verb} all differences', {verb})
					: say('{verb} difference {id}', {verb, id: error}),
			);
		});
	return [
		...(difference === undefined ? [] : about(difference)),
		...(difference === undefined ? [] : about('all')),
		...(stages.includes('Running') ? [entry({kind: 'validation-stop', task, sources: []})] : []),
		...(stages.includes('Stopped') ? [entry({kind: 'validation-start', task, sources: []})] : []),
		...(stages.every(stage => stage === undefined)
			? [
					entry(
						{kind: 'validation-start', task, sources: [], mode: 'full'},
						say('Start full validation'),
						say('compare the values of rows'),
					),
					entry(
						{kind: 'validation-start', task, sources: [], mode: 'fast'},
						say('Start fast validation'),
						say('only whether rows are there'),
					),
				]
			: []),
	];
};

/** The columns of one table: written, taken from one of the sides, or removed. */
const ofColumns = ({
	task,
	source,
	database,
	table,
	sql,
}: Extract<Subject, {readonly on: 'columns'}>): readonly Cure[] => {
	const of = {task, sources: [source], database, table};
	return [
		entry(
			{kind: 'schema-set', ...of, schema: {from: 'upstream'}},
			say('Set columns as upstream'),
			say('those that the table has there now'),
		),
		entry(
			{kind: 'schema-set', ...of, schema: {from: 'downstream'}},
			say('Set columns as downstream'),
			say('those that the table has there now'),
		),
		entry({kind: 'schema-set', ...of, schema: {sql}}, say('Set columns by SQL'), say('those that you write')),
		entry({kind: 'schema-remove', ...of}),
	];
};

/** The operations on a subject, in the order of its menu. */
export const operationsOn = (subject: Subject, cluster: DiagnosedView): readonly Cure[] => {
	switch (subject.on) {
		case 'tasks': {
			const {targets} = subject;
			const [first] = targets;
			return [
				...passingDdl.map(kind => entry({kind, targets})),
				...ofTask.map(kind => entry({kind, targets})),
				...(first && targets.length === 1 ? restarts(first.task) : []),
			];
		}

		case 'source': {
			return ofSource(subject.source, cluster);
		}

		case 'worker': {
			return ofWorker(subject.worker, cluster);
		}

		case 'master': {
			return ofMaster(subject.master, cluster);
		}

		case 'validation': {
			return ofValidation(subject, cluster);
		}

		case 'columns': {
			return ofColumns(subject);
		}

		case 'lock': {
			const {lock, task, owner = ''} = subject;
			const unlock = {kind: 'unlock-ddl', lock, task, owner, force: false} as const;
			return [
				entry({...unlock, action: 'exec'}, unlockText('exec')),
				entry({...unlock, action: 'skip'}, unlockText('skip')),
			];
		}
	}
};
