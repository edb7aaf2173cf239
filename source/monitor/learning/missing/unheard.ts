/** Which sources may have more tasks than is known. */
import {least} from '../../../dm/values/extremes.js';
import type {Steps} from '../../../dm/steps.js';
import {byText} from '../../order.js';
import type {ClusterState, SourceRecord, TaskRecord, Unheard} from '../../records/records.js';

/** True when the task is newer than the source's last list: it may be on it, too. */
export const isPossiblyOn = ({firstAt}: TaskRecord, {listedAt}: Pick<Unheard, 'listedAt'>): boolean =>
	listedAt < firstAt;

/**
 * True when the source does not answer at the moment. One that vanished no longer belongs to the cluster: it gets no
 * new tasks.
 */
export const isUnheard = ({condition, at}: SourceRecord): boolean =>
	condition.kind === 'fresh' ? at === 0 : condition.kind !== 'vanished';

const isSame = (left: Unheard | undefined, right: Unheard | undefined): boolean =>
	left !== undefined && left.source === right?.source && left.listedAt === right.listedAt;

/** The previous list if it is equal. */
const findUnheard = (known: ClusterState): readonly Unheard[] => {
	const unheard = known.sources
		.values()
		.filter(source => isUnheard(source))
		.map(({source, listedAt}) => ({source, listedAt}))
		.toArray()
		.toSorted((left, right) => byText(left.source, right.source));
	const before = known.unheard;
	return before.length === unheard.length && unheard.every((one, index) => isSame(one, before[index]))
		? before
		: unheard;
};

const difference = (some: readonly Unheard[], others: readonly Unheard[]): readonly Unheard[] => {
	const listed = new Map(others.map(({source, listedAt}) => [source, listedAt]));
	return some.filter(({source, listedAt}) => listed.get(source) !== listedAt);
};

/**
 * Marks tasks that became complete or incomplete since the last view, which have to be rendered again. Called before a
 * view, not after each observation, since very many sources may answer one by one.
 */
export function* noteUnheard(known: ClusterState): Steps<void> {
	const unheard = findUnheard(known);
	yield;
	if (unheard === known.unheard) {
		return;
	}

	const changed = [...difference(unheard, known.unheard), ...difference(known.unheard, unheard)];
	known.unheard = unheard;
	yield;
	if (changed.length === 0) {
		return;
	}

	for (const {source} of changed) {
		const record = known.sources.get(source);
		if (record) {
			record.view = undefined;
		}
	}

	// A task that may be on any of them may be on the one with the oldest answer.
	const oldest = least(changed.map(({listedAt}) => listedAt));
	for (const task of known.tasks.values()) {
		if (isPossiblyOn(task, {listedAt: oldest})) {
			task.view = undefined;
		}
	}
}
