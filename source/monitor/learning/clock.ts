/**
 * Adapts what is known to a clock that was set back: nothing may lie in the future. This concerns the clocks of
 * modules and recordings, not that of this machine (providers/steady-clock.ts).
 */
import type {LagBasis} from '../lag/lag.js';
import {
	type ClusterState,
	type ListedLock,
	type SourceRecord,
	type SubtaskRecord,
} from '../records/records.js';
import {forgetViews} from '../records/record-keeping.js';
import type {Since} from '../since/lasting.js';
import type {Setbacks} from '../since/setbacks.js';

/** Observations may come out of order by this much, ms, without a clock that was set back. */
const outOfOrder = 60_000;

/** The beginning of what now seems to have begun in the future is no longer known. */
const clamped = <Began extends Since>(since: Began, at: number): Began =>
	since.at > at ? {...since, at, isSeen: false} : since;

const earlier = (time: number | undefined, at: number): number | undefined =>
	time === undefined ? undefined : Math.min(time, at);

const clampedSetbacks = (setbacks: Setbacks | undefined, at: number): Setbacks | undefined =>
	setbacks && {
		...setbacks,
		firstAt: Math.min(setbacks.firstAt, at),
		lastAt: Math.min(setbacks.lastAt, at),
	};

const clampedLag = ({stand, figure, ...lag}: LagBasis, at: number): LagBasis => ({
	...lag,
	...(stand && {stand: {...stand, at: Math.min(stand.at, at)}}),
	...(figure && {figure: {...figure, at: Math.min(figure.at, at)}}),
});

const setBackSubtask = (record: SubtaskRecord, at: number): void => {
	const {since, sinces, standing} = record;
	record.isSinceSeen &&= since <= at;
	record.since = Math.min(since, at);
	record.at = Math.min(record.at, at);
	record.firstAt = Math.min(record.firstAt, at);
	record.createdAgainAt = earlier(record.createdAgainAt, at);
	record.movedAt = earlier(record.movedAt, at);
	record.stillSince = earlier(record.stillSince, at);
	record.againAt = earlier(record.againAt, at);
	record.skippedSince = earlier(record.skippedSince, at);
	record.sinces = Object.fromEntries(
		Object.entries(sinces).map(([name, began]) => [name, clamped(began, at)]),
	);
	record.lagSinces = record.lagSinces?.map(began => clamped(began, at));
	record.setbacks = clampedSetbacks(record.setbacks, at);
	record.lag = clampedLag(record.lag, at);
	record.groupSinces = undefined;
	record.standing = standing && standing.since <= at ? standing : undefined;
};

const setBackSource = (source: SourceRecord, at: number): void => {
	const {condition} = source;
	source.at = Math.min(source.at, at);
	source.listedAt = Math.min(source.listedAt, at);
	source.namedAt = Math.min(source.namedAt, at);
	source.awayAt = Math.min(source.awayAt, at);
	if (condition.kind !== 'fresh') {
		source.condition = {...condition, since: Math.min(condition.since, at)};
	}

	source.relayPasts = new Map(
		source.relayPasts.entries().map(([worker, past]) => [
			worker,
			{
				...past,
				since: clamped(past.since, at),
				setbacks: clampedSetbacks(past.setbacks, at),
				at: Math.min(past.at, at),
			},
		]),
	);
	for (const record of source.subtasks.values()) {
		setBackSubtask(record, at);
	}
};

const setBackLocks = (
	byTask: ReadonlyMap<string, readonly ListedLock[]> | undefined,
	at: number,
): ReadonlyMap<string, readonly ListedLock[]> | undefined =>
	byTask &&
	new Map(
		byTask
			.entries()
			.map(([task, locks]) => [
				task,
				locks.map(lock => (lock.since > at ? {...lock, since: at, isSinceSeen: false} : lock)),
			]),
	);

/** When something was last learnt of a source, ms since the epoch: an answer, or that there is none. */
const heardAt = ({at, condition}: SourceRecord): number =>
	condition.kind === 'fresh' ? at : Math.max(at, condition.since);

/**
 * Whether an observation is older than the previous one from the same source: one source may always be behind the
 * others.
 */
const isSetBack = (known: ClusterState, {at, asked}: Timed): boolean =>
	known.newest - at >= outOfOrder &&
	(asked === undefined ||
		asked.some(name => {
			const source = known.sources.get(name);
			return source !== undefined && heardAt(source) - at >= outOfOrder;
		}));

/** An observation, with the sources that it is about where it is not about all. */
type Timed = {readonly at: number; readonly asked?: readonly string[] | undefined};

/**
 * To be called before an observation at `at`, ms since the epoch. Where that is long before the newest one, the clock
 * was set back, and whatever began after `at` began at `at` or earlier.
 */
export const noteClock = (known: ClusterState, observation: Timed): void => {
	const {at} = observation;
	if (!isSetBack(known, observation)) {
		known.newest = Math.max(known.newest, at);
		return;
	}

	const {cluster, locks} = known;
	known.at = Math.min(known.at, at);
	known.newest = at;
	const {failing, outage} = cluster;
	cluster.outage = {...outage, since: Math.min(outage.since, at)};
	cluster.failing = failing && {
		...failing,
		since: Math.min(failing.since, at),
		confirmedAt: Math.min(failing.confirmedAt, at),
	};
	cluster.sinces = new Map(cluster.sinces.entries().map(([name, since]) => [name, clamped(since, at)]));
	known.locks = {...locks, byTask: setBackLocks(locks.byTask, at), last: setBackLocks(locks.last, at)};
	for (const [name, unlisted] of known.unlisted) {
		known.unlisted.set(name, {...unlisted, at: Math.min(unlisted.at, at)});
	}

	for (const source of known.sources.values()) {
		setBackSource(source, at);
	}

	for (const [index, event] of known.events.entries()) {
		known.events[index] = event.at > at ? {...event, at} : event;
	}

	known.eventsChanged = true;
	forgetViews(known);
};
