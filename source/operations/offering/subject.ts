/**
 * The selected subject, and what is wrong with it.
 */
import type {DiagnosedView} from '../../findings/diagnosis.js';
import type {Finding} from '../../findings/finding.js';
import type {OperatingCapabilities} from '../refusing/capabilities.js';
import type {TaskTarget} from '../../providers/operation.js';
import {say} from '../../language/say.js';
import {listNames} from '../../language/sentences.js';

/** The context in which offers are made. */
export type OfferContext = {
	readonly cluster: DiagnosedView;
	readonly capabilities: OperatingCapabilities;
};

/** What operations would act on: the marked or selected rows. */
export type Subject =
	| {readonly on: 'tasks'; readonly targets: readonly TaskTarget[]}
	| {readonly on: 'source'; readonly source: string}
	| {readonly on: 'worker'; readonly worker: string}
	| {readonly on: 'master'; readonly master: string}
	/** The validation of a task; `difference` is the ID of the row that differs. */
	| {readonly on: 'validation'; readonly task: string; readonly difference?: string}
	/** The columns of a table, as DM takes them; '' while they are not known. */
	| {
			readonly on: 'columns';
			readonly task: string;
			readonly source: string;
			readonly database: string;
			readonly table: string;
			readonly sql: string;
	  }
	/** `owner` tells the conflicts of one optimistic lock apart: the table of the one looked at. */
	| {readonly on: 'lock'; readonly lock: string; readonly task: string; readonly owner?: string};

const targetName = ({task, sources}: TaskTarget): string =>
	sources.length === 0 ? task : say('{task} on {source}', {task, source: listNames(sources)});

/** What a menu is about: "users", "users on mysql-01", "3 tasks", "worker-3", "the leader master-1". */
export const subjectName = (subject: Subject, {leader}: Pick<DiagnosedView, 'leader'>): string => {
	switch (subject.on) {
		case 'tasks': {
			const {targets} = subject;
			const [first] = targets;
			return first && targets.length === 1
				? targetName(first)
				: say('{count} {count|task|tasks}', {count: targets.length});
		}

		case 'source': {
			return subject.source;
		}

		case 'worker': {
			return subject.worker;
		}

		case 'master': {
			return subject.master === leader
				? say('the leader {master}', {master: subject.master})
				: subject.master;
		}

		case 'validation': {
			return say('the validation of {task}', {task: subject.task});
		}

		case 'columns': {
			const {database, table, task, source} = subject;
			return say('{table} of {task} on {source}', {table: `${database}.${table}`, task, source});
		}

		case 'lock': {
			return subject.lock;
		}
	}
};

const isSame = (left: readonly string[], right: readonly string[]): boolean =>
	left.length === right.length && new Set(left).isSubsetOf(new Set(right));

/**
 * An entry with its targets, in a menu about a subject: "Pause on mysql-01" of a task, "Pause users" of a source; just
 * "Pause" for the subject itself.
 */
export const withTargets = (action: string, targets: readonly TaskTarget[], subject: Subject): string => {
	const ofTasks = () => say('{action} {target}', {action, target: listNames(targets.map(({task}) => task))});
	if (subject.on !== 'tasks') {
		return ofTasks();
	}

	const [whole] = subject.targets;
	if (whole && subject.targets.length === 1) {
		const sources = targets.flatMap(target => target.sources);
		return isSame(sources, whole.sources) || sources.length === 0
			? action
			: say('{action} on {target}', {action, target: listNames(sources)});
	}

	return targets.length === subject.targets.length ? action : ofTasks();
};

const ofTarget = ({task, sources}: TaskTarget, {diagnosis}: DiagnosedView): readonly Finding[] =>
	sources.length === 0
		? diagnosis.ofTask(task)
		: sources.flatMap(source => diagnosis.ofSubtask(task, source));

/** Its findings, worst first; a lock counts as a separate problem. */
export const findingsOf = (subject: Subject, cluster: DiagnosedView): readonly Finding[] => {
	const {diagnosis} = cluster;
	switch (subject.on) {
		case 'tasks': {
			return subject.targets.flatMap(target => ofTarget(target, cluster));
		}

		case 'source': {
			return diagnosis.ofSource(subject.source);
		}

		case 'worker': {
			return diagnosis.ofWorker(subject.worker);
		}

		case 'master': {
			return diagnosis.ofMaster(subject.master);
		}

		case 'validation':
		case 'columns':
		case 'lock': {
			return [];
		}
	}
};
