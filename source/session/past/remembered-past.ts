/**
 * The hours before dm-top was started, as an earlier dm-top saw them: plots, sparklines and events continue from there.
 * What this one has observed itself is never replaced.
 */
import type {DiagnosedView} from '../../findings/diagnosis.js';
import {nameWithError} from '../../findings/journal/finding-name.js';
import type {ClusterState} from '../../monitor/records/records.js';
import {type Series, past} from '../../monitor/showing/series.js';
import type {ClusterEvent} from '../../monitor/view.js';
import type {ClusterSource} from '../cluster-source.js';
import {createOverlay} from './overlay.js';

/** The memory of an earlier dm-top. */
export type Remembered = {
	readonly known: ClusterState;
	/** The cluster at its end, with the events until then. */
	readonly view: DiagnosedView;
	/** The time of its last observation, ms since the epoch. */
	readonly end: number;
};

/** How long a value is valid, ms: slightly longer than the 15 s until the next one. */
const holds = 30_000;

/** The number of remembered events, the newest. */
const mostEvents = 2000;

/** Values with gaps filled in that are no longer than a value is valid. */
const bridge = (values: Float64Array, step: number): Float64Array => {
	const most = Math.floor(holds / step);
	const bridged = Float64Array.from(values);
	let last = -1;
	for (const [index, value] of values.entries()) {
		if (Number.isNaN(value)) {
			continue;
		}

		if (last !== -1 && index - last <= most) {
			bridged.fill(values[last]!, last + 1, index);
		}

		last = index;
	}

	return bridged;
};

/** Fills unknown values with those observed before `end`, ms; the last one does not continue after it. */
const fill = ({values, bounds}: Pick<Series, 'values' | 'bounds'>, older: Series, end: number): void => {
	const bridged = bridge(older.values, older.step);
	for (const [index, value] of values.entries()) {
		const isSeen = older.start + index * older.step < end;
		if (!(isSeen && Number.isNaN(value)) || Number.isNaN(bridged[index]!)) {
			continue;
		}

		values[index] = bridged[index]!;
		bounds[index] = older.bounds[index]!;
	}
};

/** What was wrong at the end of a memory. */
type Ending = {readonly end: number; readonly names: ReadonlySet<string>};

/** False for "when first seen" of what the memory before it already knew. */
const isNews = ({at, firstSeen}: ClusterEvent, endings: readonly Ending[]): boolean => {
	if (firstSeen === undefined) {
		return true;
	}

	const before = endings.findLast(({end}) => end < at);
	return before === undefined || firstSeen.some(name => !before.names.has(name));
};

/** A cluster with the hours before. */
export type RememberedSource = ClusterSource & {
	/** Adds an earlier memory. */
	readonly add: (remembered: Remembered) => void;
};

/** A cluster with its remembered past; none at first. */
export const withRemembered = (cluster: ClusterSource): RememberedSource => {
	const all: Remembered[] = [];
	/** Oldest first. */
	let endings: readonly Ending[] = [];
	let events: readonly ClusterEvent[] = [];
	const overlay = createOverlay(cluster, view =>
		all.length === 0
			? view
			: {...view, events: [...view.events.filter(event => isNews(event, endings)), ...events]},
	);

	return {
		...cluster,
		subscribe: overlay.subscribe,
		current: overlay.current,
		past(subject, measure, options) {
			const seen = cluster.past(subject, measure, options);
			if (seen.values.every(value => !Number.isNaN(value))) {
				return seen;
			}

			const values = Float64Array.from(seen.values);
			const bounds = Uint8Array.from(seen.bounds);
			const near = all.filter(({end}) => end >= seen.start);
			for (const {known, end} of near) {
				fill({values, bounds}, past(known, subject, measure, options), end);
			}

			return {...seen, values, bounds};
		},
		add(remembered) {
			all.push(remembered);
			const names = new Set(remembered.view.diagnosis.findings.map(finding => nameWithError(finding)));
			endings = [...endings, {end: remembered.end, names}].toSorted((left, right) => left.end - right.end);
			events = [...events, ...remembered.view.events]
				.filter(event => isNews(event, endings))
				.toSorted((left, right) => right.at - left.at)
				.slice(0, mostEvents);
			overlay.renew();
		},
	};
};
