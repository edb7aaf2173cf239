/**
 * What an operation would do, shown before it is confirmed.
 */
import type {DiagnosedView} from '../../findings/diagnosis.js';
import type {ClusterView} from '../../monitor/view.js';
import {isOf, type Operation, type TaskTarget} from '../../providers/operation.js';
import {findBadDdl} from '../../dm/derived/bad-ddl.js';
import {destroys, needsSql, wordsOf} from '../kinds.js';
import {checkLines, startObstacle, startOperations, startsToShow, startTitle} from '../starting/start.js';
import {type Choice, operationTarget, subtasksOfTarget} from '../target.js';
import {say} from '../../language/say.js';
import {type Confirm, confirmIn, confirmName} from './confirm.js';
import {consequenceOf, isElsewhere} from './consequence.js';
import {type DmctlAccess, type DmctlCluster, dmctlLines} from './dmctl.js';
import {type Fact, changesBetween, factsOf} from './facts.js';
import {type PlanTarget, operationRow} from './target-row.js';
import type {DiffLine} from './table.js';
import {titleOf} from './title.js';
import {passedObstacle} from './passed.js';
import {refusedMeanwhile} from './refused-meanwhile.js';
import {warningsOf} from './warnings.js';

/** A choice made concrete: what is sent, what it does, and how it is confirmed. */
export type Plan = {
	readonly choice: Choice;
	/** "Pause 2 tasks", "Pause users on mysql-01". */
	readonly title: string;
	/** The word for the button that does it: "Pause". */
	readonly action: string;
	/** What is sent, one operation per task; for a bad DDL one per source. They never change once planned. */
	readonly operations: readonly Operation[];
	readonly targets: readonly PlanTarget[];
	/** Its consequence, in one line. */
	readonly consequence: string;
	readonly warnings: readonly string[];
	/** What has changed since the plan was made; [] at first. */
	readonly changes: readonly string[];
	/** Why it can no longer be done; '' while it can. */
	readonly obstacle: string;
	/** The same as commands, mostly one for each operation. */
	readonly dmctl: readonly string[];
	readonly confirm: Confirm;
	/** What still has to be entered: the statements of replace or inject, the time of a start. */
	readonly asks: 'nothing' | 'sql' | 'start-time';
	/** Each operation is only sent once the previous one is done, and not at all if that failed. */
	readonly isSequence: boolean;
	/** The DDL that it is about; '' for none. */
	readonly ddl: string;
	/** How the columns to be set differ from those that DM has; [] where that is not known. */
	readonly diff: readonly DiffLine[];
	/** The input for the commands. */
	readonly access: DmctlAccess & DmctlCluster;
	/** The facts when it was made. */
	readonly facts: readonly Fact[];
};

const subtaskOperations = (
	choice: Extract<Choice, {readonly targets: readonly TaskTarget[]}>,
	cluster: ClusterView,
): Operation[] => {
	if (isOf(choice.kind, 'task')) {
		const {kind} = choice;
		return choice.targets.map(({task, sources}) => ({kind, task, sources}));
	}

	const {kind, targets, position, sqls = []} = choice as Extract<Choice, {readonly position?: string}>;
	return targets.flatMap(target =>
		subtasksOfTarget(cluster, target).flatMap(({subtask}): Operation[] => {
			const place = position ?? findBadDdl(subtask)?.position;
			return place !== undefined && subtask.unit === 'Sync'
				? [{kind, task: target.task, sources: [subtask.source], position: place, sqls}]
				: [];
		}),
	);
};

/** The operations of a choice: [] when there is nothing to do. */
const operationsOf = (choice: Choice, cluster: ClusterView): readonly Operation[] => {
	if ('from' in choice) {
		return startOperations(choice);
	}

	const operations = 'targets' in choice ? subtaskOperations(choice, cluster) : [choice];
	// Duplicate targets count once.
	return new Map(operations.map(operation => [JSON.stringify(operation), operation])).values().toArray();
};

const confirmOf = (choice: Choice, operations: readonly Operation[]): Confirm => {
	const [first] = operations;
	if ('from' in choice) {
		const {isAgain, removesMeta} = choice.from;
		return isAgain || removesMeta ? confirmName(choice.task) : {kind: 'action'};
	}

	if (operations.length !== 1) {
		return {kind: 'count', expected: String(operations.length)};
	}

	if (first && destroys(first.kind)) {
		return confirmName('task' in first ? first.task : operationTarget(first));
	}

	const isSweeping =
		(first?.kind === 'unlock-ddl' && first.force) ||
		(first?.kind === 'validation-clear' && first.error === 'all');
	return isSweeping ? confirmName(first.task) : {kind: 'action'};
};

/** The DDL at which an operation is aimed, on the binlog or on a lock; '' where that is not known. */
export const ddlAt = (operation: Operation, cluster: ClusterView): string => {
	if (operation.kind === 'unlock-ddl') {
		return cluster.locks.find(({id}) => id === operation.lock)?.ddls.join('; ') ?? '';
	}

	return 'position' in operation
		? (subtasksOfTarget(cluster, operation)
				.map(({subtask}) => findBadDdl(subtask))
				.find(ddl => ddl?.position === operation.position)?.sql ?? '')
		: '';
};

const ddlOf = ([first]: readonly Operation[], cluster: ClusterView): string =>
	first === undefined ? '' : ddlAt(first, cluster);

const asksOf = (choice: Choice, operations: readonly Operation[]): Plan['asks'] => {
	if ('from' in choice) {
		return choice.from.startTime === undefined ? 'start-time' : 'nothing';
	}

	if (choice.kind === 'schema-set') {
		return 'sql' in choice.schema ? 'sql' : 'nothing';
	}

	return needsSql(choice.kind) &&
		operations.every(operation => 'sqls' in operation && operation.sqls.length === 0)
		? 'sql'
		: 'nothing';
};

/** The parts of a plan that depend on the current state of the cluster. */
const shownOf = (
	choice: Choice,
	operations: readonly Operation[],
	cluster: DiagnosedView,
): Pick<Plan, 'targets' | 'warnings' | 'obstacle'> => {
	if ('from' in choice) {
		return {
			targets: operations.slice(0, 1).map(operation => operationRow(operation, cluster)),
			warnings: [...checkLines(choice.from), ...warningsOf(choice, operations, cluster)],
			obstacle: startObstacle(choice.from),
		};
	}

	const targets = operations.map(operation => operationRow(operation, cluster));
	const isGone = targets.every(row => row.isGone);
	return {
		targets,
		warnings: warningsOf(choice, operations, cluster),
		obstacle: isGone
			? operations.length === 0
				? say('There is nothing to do.')
				: say('The selection no longer exists.')
			: passedObstacle(choice, operations, cluster),
	};
};

/** The commands that do the same as these operations. */
export const dmctlOf = (
	choice: Choice,
	operations: readonly Operation[],
	cluster: DmctlCluster,
	access: DmctlAccess,
): readonly string[] =>
	('from' in choice ? startsToShow(choice) : operations).flatMap(operation =>
		dmctlLines(operation, cluster, access),
	);

/** Plans a choice in the current state of the cluster. Check `refusal` first: a plan assumes that it can be done. */
export const makePlan = (choice: Choice, cluster: DiagnosedView, access: DmctlAccess): Plan => {
	const operations = operationsOf(choice, cluster);
	return {
		choice,
		title: 'from' in choice ? startTitle(choice) : titleOf(operations, isElsewhere(choice, cluster)),
		action: 'from' in choice && choice.from.isAgain ? say('Start again') : say(wordsOf(choice).action),
		operations,
		...shownOf(choice, operations, cluster),
		consequence: consequenceOf(choice, cluster),
		changes: [],
		dmctl: dmctlOf(choice, operations, cluster, access),
		confirm: confirmIn(access.typedName, confirmOf(choice, operations)),
		asks: asksOf(choice, operations),
		isSequence: 'from' in choice,
		ddl: ddlOf(operations, cluster),
		diff: [],
		access: {
			...access,
			leaderAddress: cluster.leaderAddress,
			masters: cluster.masters,
		},
		facts: factsOf(choice, cluster),
	};
};

/**
 * The plan in the current state of the cluster. What would be sent stays the same; changes in the meantime are named.
 */
export const refreshPlan = (plan: Plan, cluster: DiagnosedView): Plan => {
	const facts = factsOf(plan.choice, cluster);
	const shown = shownOf(plan.choice, plan.operations, cluster);
	return {
		...plan,
		...shown,
		obstacle:
			shown.obstacle === '' ? refusedMeanwhile(plan.choice, plan.facts, facts, cluster) : shown.obstacle,
		changes: changesBetween(plan.facts, facts),
	};
};
