/**
 * Which operations are offered where: first those that fix the visible problem, then all others that have an effect.
 */
import {autoResumable} from '../../dm/errors.js';
import type {DiagnosedView} from '../../findings/diagnosis.js';
import type {Finding} from '../../findings/finding.js';
import type {SourceView, SubtaskView} from '../../monitor/view.js';
import {isOf, type KindOf, type OperationKind, type TaskTarget} from '../../providers/operation.js';
import {differenceVerbs, kindWords} from '../kinds.js';
import {refusal} from '../refusing/refusal.js';
import {transferTargets} from '../refusing/sources.js';
import {oldestNeededFile} from '../relay-files.js';
import {type Choice, findSource, subtasksOfTarget} from '../target.js';
import {say} from '../../language/say.js';
import {type Cure, cures, restarts, unlockText} from './cures.js';
import {withLetters} from './letters.js';
import {pageCures, pageEntries} from './pages.js';
import {type OfferContext, type Subject, findingsOf} from './subject.js';
import type {Offer} from './offer.js';

/** The operations on the selected subject. */
export type Offers = {
	/** The worst finding here that an offer fixes. */
	readonly finding?: Finding;
	/** The offer that fixes it best. */
	readonly offers: readonly Offer[];
};

const entry = (choice: Choice, text = say(kindWords[choice.kind].action)): Cure => ({choice, text});

const ofTask: ReadonlyArray<KindOf<'task'>> = ['resume', 'start', 'pause', 'stop'];

/** Operations that get a subtask past its DDL; only offered where there is such a DDL. */
const passingDdl: ReadonlyArray<KindOf<'binlog'>> = [
	'binlog-skip',
	'binlog-replace',
	'binlog-inject',
	'binlog-revert',
	'binlog-list',
];

const relayOf = ({relay, relays}: SourceView) => relay ?? relays?.[0]?.relay;

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
					entry({kind: 'validation-start', task, sources: [], mode: 'full'}, say('Start full validation')),
					entry({kind: 'validation-start', task, sources: [], mode: 'fast'}, say('Start fast validation')),
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
		entry({kind: 'schema-set', ...of, schema: {from: 'upstream'}}, say('Set columns as upstream')),
		entry({kind: 'schema-set', ...of, schema: {from: 'downstream'}}, say('Set columns as downstream')),
		entry({kind: 'schema-set', ...of, schema: {sql}}, say('Set columns by SQL')),
		entry({kind: 'schema-remove', ...of}),
	];
};

const all = (subject: Subject, cluster: DiagnosedView): readonly Cure[] => {
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

const isPausable = ({subtask: {stage, result}}: SubtaskView): boolean =>
	// Pausing one that an error has stopped only ends DM's retries, if there are any.
	stage === 'Paused'
		? (result?.errors.length ?? 0) > 0 && autoResumable(result)
		: !['Stopped', 'Finished'].includes(stage);

/** Whether it would change anything on one of the targets. */
const isOfUse = (kind: KindOf<'task'>, targets: readonly TaskTarget[], cluster: DiagnosedView): boolean => {
	const subtasks = targets.flatMap(target => subtasksOfTarget(cluster, target));
	switch (kind) {
		case 'pause': {
			return subtasks.some(view => isPausable(view));
		}

		case 'resume': {
			return subtasks.some(({subtask: {stage}}) => stage === 'Paused');
		}

		case 'start': {
			return subtasks.some(({subtask: {stage}}) => stage === 'Stopped');
		}

		case 'stop': {
			return subtasks.length > 0;
		}
	}
};

/** The stages of a relay at which an operation on it does something; undefined for a relay that is off. */
const relayStages: ReadonlyMap<OperationKind, ReadonlyArray<string | undefined>> = new Map([
	['enable-relay', [undefined]],
	['disable-relay', ['Running', 'Paused', 'Stopped', 'New']],
	['pause-relay', ['Running']],
	['resume-relay', ['Paused', 'Stopped']],
]);

const isPossible = ({choice}: Cure, {cluster, capabilities}: OfferContext): boolean => {
	if (refusal(choice, cluster, capabilities) !== undefined) {
		return false;
	}

	if ('targets' in choice) {
		return !isOf(choice.kind, 'task') || isOfUse(choice.kind, choice.targets, cluster);
	}

	const stages = relayStages.get(choice.kind);
	const source = 'source' in choice ? findSource(cluster, choice.source) : undefined;
	// Where nothing is known about relays, DM decides.
	return !stages || source?.relays === undefined || stages.includes(relayOf(source)?.stage);
};

/** Identifies a choice in a menu: for tasks by its kind alone, since the menu is about one subject. */
const sameness = ({choice}: Cure): string => ('targets' in choice ? choice.kind : JSON.stringify(choice));

/** The operations that currently have an effect on the selected subject. */
export const offers = (subject: Subject, context: OfferContext): Offers => {
	const findings = findingsOf(subject, context.cluster);
	const fixing = cures(findings, subject, context).filter(cure => isPossible(cure, context));
	const known = new Set(fixing.map(cure => sameness(cure)));
	const others = all(subject, context.cluster).filter(
		other => !known.has(sameness(other)) && isPossible(other, context),
	);
	const fixingPages = pageCures(findings, context);
	const knownPages = new Set(fixingPages.map(({page}) => page.kind));
	const pages = pageEntries(subject, context).filter(({page}) => !knownPages.has(page.kind));
	const fixed = new Set(fixing.map(({choice}) => choice.kind));
	const finding =
		findings.find(({operations}) => operations.some(kind => fixed.has(kind))) ??
		(fixingPages.length > 0 ? findings[0] : undefined);
	return {
		...(finding && {finding}),
		offers: withLetters([
			...[...fixing, ...fixingPages].map(cure => ({...cure, isCure: true})),
			...[...others, ...pages].map(other => ({...other, isCure: false})),
		]),
	};
};

/** Why nothing that concerns the subject can be done now; undefined where there is nothing that could be refused. */
export const whyNone = (subject: Subject, {cluster, capabilities}: OfferContext): string | undefined =>
	all(subject, cluster)
		.values()
		.map(({choice}) => refusal(choice, cluster, capabilities))
		.find(reason => reason !== undefined);
