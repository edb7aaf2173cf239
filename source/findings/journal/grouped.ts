/** Groups findings into events, and limits the number of events. */
import type {ClusterEvent} from '../../monitor/view.js';
import type {Finding} from '../finding.js';

/** Events kept, the newest. */
const kept = 1000;

/** When more findings of a kind than this begin or end at once on the tasks of one source, they are one event. */
const several = 3;

/** Groups findings into events: of one kind, with the same error, on the tasks of one source. */
export const grouped = <Item>(items: readonly Item[], findingOf: (item: Item) => Finding): Item[][] => {
	const groups = Map.groupBy(items, item => {
		const {kind, task, source, error, what} = findingOf(item);
		return task === undefined ? item : JSON.stringify([kind, source, error?.code, what]);
	});
	return groups
		.values()
		.flatMap(group => (group.length > several ? [group] : group.map(item => [item])))
		.toArray();
};

/** The events that are kept, the newest first. */
export const newestFirst = (events: readonly ClusterEvent[]): readonly ClusterEvent[] =>
	events.toSorted((left, right) => right.at - left.at).slice(0, kept);
