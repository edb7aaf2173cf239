/**
 * What an operation acts on: the only place where its kind is turned into names.
 */
import {type Operation, actsOn} from '../providers/operation.js';

/** The cluster itself, a source, or a task on some of its sources; [] means all of them. A lock belongs to its task. */
export type Scope =
	| {readonly on: 'cluster'}
	| {readonly on: 'source'; readonly source: string}
	| {readonly on: 'task'; readonly task: string; readonly sources: readonly string[]};

/** The names that an operation acts on; [] as sources of a task means all of them. */
export const scopeOf = (operation: Operation): Scope => {
	if (actsOn(operation, 'cluster')) {
		return {on: 'cluster'};
	}

	if (actsOn(operation, 'source')) {
		return {on: 'source', source: operation.source};
	}

	const {task} = operation;
	return {on: 'task', task, sources: actsOn(operation, 'lock') ? [] : operation.sources};
};
