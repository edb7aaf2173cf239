/**
 * The rows of a plan: the targets and their current state.
 */
import type {DiagnosedView} from '../../findings/diagnosis.js';
import {type Lag, type SubtaskView} from '../../monitor/view.js';
import {type Health, healthOrder} from '../../monitor/health.js';
import {worstLag} from '../../monitor/lag/worst-lag.js';
import type {Operation, TaskTarget} from '../../providers/operation.js';
import {scopeOf} from '../scope.js';
import {countTexts, findSource, operationTarget, stateText, subtasksOfTarget} from '../target.js';
import {namesText} from '../../language/sentences.js';
import {say} from '../../language/say.js';

/** One row of a plan: a target and its current state. */
export type PlanTarget = {
	/** A task, a source, "the leader", a lock. */
	readonly name: string;
	/** Which part of it: "4 sources", "mysql-01", a worker; '' for none. */
	readonly scope: string;
	/** "Running", "3 Running, 1 Paused by error 36067". */
	readonly state: string;
	/** Whether it no longer exists. */
	readonly isGone: boolean;
	readonly health: Health;
	readonly lag: Lag;
};

const worst = (subtasks: readonly SubtaskView[], {diagnosis}: DiagnosedView): Health => {
	const healths = new Set(subtasks.map(view => diagnosis.health(view)));
	return healthOrder.find(health => healths.has(health)) ?? 'lost';
};

const countSources = (count: number): string => say('{count} {count|source|sources}', {count});

const taskRow = (target: TaskTarget, cluster: DiagnosedView): PlanTarget => {
	const subtasks = subtasksOfTarget(cluster, target);
	const {task, sources} = target;
	return {
		name: task,
		scope: sources.length === 1 ? sources[0]! : countSources(sources.length || subtasks.length),
		state: subtasks.length === 0 ? say('gone') : countTexts(subtasks.map(view => stateText(view))),
		isGone: subtasks.length === 0,
		health: worst(subtasks, cluster),
		lag: worstLag(subtasks.map(({lag}) => lag)),
	};
};

const sourceRow = (name: string, cluster: DiagnosedView): PlanTarget => {
	const source = findSource(cluster, name);
	return source
		? {
				name,
				scope: source.worker,
				state: source.relay ? say('relay {stage}', {stage: source.relay.stage}) : say('no relay'),
				isGone: false,
				health: cluster.diagnosis.health(source),
				lag: source.lag,
			}
		: {name, scope: '', state: say('gone'), isGone: true, health: 'lost', lag: {kind: 'none'}};
};

const mastersRow = (name: string, {masters}: DiagnosedView): PlanTarget => {
	const alive = masters.filter(master => master.alive).length;
	return {
		name,
		scope: namesText(masters.map(master => master.name)),
		state:
			masters.length === 0 ? say('unknown') : say('{alive}/{count} alive', {alive, count: masters.length}),
		isGone: false,
		health: masters.length === 0 ? 'silent' : alive === masters.length ? 'running' : 'lost',
		lag: {kind: 'none'},
	};
};

const leaderRow = ({leader, leaderAddress}: DiagnosedView): PlanTarget => ({
	name: leader === undefined || leader === '' ? say('the leader') : leader,
	scope: leaderAddress,
	state: leader === undefined ? say('unknown') : leader === '' ? say('no leader') : say('leader'),
	isGone: false,
	health: leader === undefined ? 'silent' : leader === '' ? 'lost' : 'running',
	lag: {kind: 'none'},
});

/** The row of one operation. */
export const operationRow = (operation: Operation, cluster: DiagnosedView): PlanTarget => {
	const scope = scopeOf(operation);
	switch (scope.on) {
		case 'cluster': {
			return operation.kind === 'evict-leader'
				? leaderRow(cluster)
				: mastersRow(operationTarget(operation), cluster);
		}

		case 'source': {
			return sourceRow(scope.source, cluster);
		}

		case 'task': {
			const row = taskRow(scope, cluster);
			return operation.kind === 'unlock-ddl' ? {...row, name: operation.lock} : row;
		}
	}
};
