/** Which sources may have more tasks than is known. */
import {byText} from '../order.js';
import type {Known, TaskRecord, Unheard} from '../records.js';

/** True when the task came after the source last told what it has: it may have come there too. */
export const isPossiblyOn = ({firstAt}: TaskRecord, {listedAt}: Unheard): boolean => listedAt < firstAt;

const findUnheard = (known: Known): readonly Unheard[] =>
	known.sources
		.values()
		// A source that vanished is no part of the cluster any more: nothing new comes to it.
		.filter(({condition, at}) => (condition.kind === 'fresh' ? at === 0 : condition.kind !== 'vanished'))
		.map(({source, listedAt}) => ({source, listedAt}))
		.toArray()
		.toSorted((left, right) => byText(left.source, right.source));

const difference = (some: readonly Unheard[], others: readonly Unheard[]): readonly Unheard[] =>
	some.filter(({source, listedAt}) =>
		others.every(other => !(other.source === source && other.listedAt === listedAt)),
	);

/** After an observation: the tasks that it makes complete or incomplete have to be shown anew. */
export const noteUnheard = (known: Known): void => {
	const unheard = findUnheard(known);
	const changed = [...difference(unheard, known.unheard), ...difference(known.unheard, unheard)];
	known.unheard = unheard;
	if (changed.length === 0) {
		return;
	}

	for (const task of known.tasks.values()) {
		if (changed.some(source => isPossiblyOn(task, source))) {
			task.view = undefined;
		}
	}
};
