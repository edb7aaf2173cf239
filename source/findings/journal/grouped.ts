/** What one event of the journal is about, and which events stay. */
import type {ClusterEvent} from '../../monitor/view.js';
import type {Finding} from '../finding.js';

/** Events kept, the newest. */
const kept = 1000;

/** More findings of a kind on the tasks of one source that begin or end at once are one event. */
const several = 3;

/** Groups that are one event: of one kind, with the same error, on the tasks of one source. */
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
