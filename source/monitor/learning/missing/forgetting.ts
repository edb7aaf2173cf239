/**
 * Forgets everything that is no longer part of the cluster: where names keep changing, old ones would fill the memory.
 * What answers, or is still named by the masters, is never forgotten.
 */
import {greatest} from '../../../dm/values/extremes.js';
import {type ClusterState, type SourceRecord} from '../../records/records.js';
import {forgetSource, removeSubtask} from '../../records/record-keeping.js';
import {recordEvent} from '../events.js';
import {say} from '../../../language/say.js';

/** How long what has vanished is shown, ms: a day. */
const longest = 24 * 3_600_000;

/** The most vanished sources that are still shown, the newest, subtasks on them, and UTF-16 units of their errors. */
const mostSources = 100;
const mostSubtasks = 2000;
const mostCharacters = 5_000_000;

/**
 * A source that no answer has named for this long no longer belongs to the cluster, even if none said that it is gone,
 * ms. It is only forgotten when there are too many: after a jump in a recording it is not known when it was last named.
 */
const unnamed = 60_000;

/**
 * The most sources that are kept though later answers named others for so long: a provider may tell of each source only when it
 * changes, and never say that one is gone.
 */
const mostUnnamed = 5000;

/** How often to go through all sources, ms, unless many new ones have come or many have vanished. */
const pause = 10_000;
const mostSince = 100;

/** How often to report at most that there are too many vanished ones to keep, ms. */
const toldEvery = 600_000;

/** Tasks that a list no longer names. */
const mostUnlisted = 200;

/** When it was last part of the cluster; undefined while it is. */
const goneSince = ({condition, namedAt}: SourceRecord, now: number): number | undefined =>
	condition.kind === 'fresh'
		? undefined
		: condition.kind === 'vanished'
			? condition.since
			: now - namedAt > unnamed
				? namedAt
				: undefined;

/** The UTF-16 units of the errors of its subtasks. */
const errorLength = ({subtasks}: SourceRecord): number => {
	let length = 0;
	for (const {subtask} of subtasks.values()) {
		for (const {message, rawCause, workaround} of subtask.result?.errors ?? []) {
			length += message.length + rawCause.length + workaround.length;
		}
	}

	return length;
};

type Gone = {readonly source: SourceRecord; readonly since: number};

/** Those that are too old, and the oldest of those that are too many. */
const findForgettable = (known: ClusterState, now: number): readonly SourceRecord[] => {
	const gone = known.sources
		.values()
		.flatMap((source): Gone[] => {
			const since = goneSince(source, now);
			return since === undefined ? [] : [{source, since}];
		})
		.toArray()
		.toSorted((left, right) => right.since - left.since);
	let subtasks = 0;
	let characters = 0;
	return gone
		.filter(({source, since}, index) => {
			subtasks += source.subtasks.size;
			characters += errorLength(source);
			// The last one that went is shown, however many subtasks it has.
			return (
				(source.condition.kind === 'vanished' && now - since > longest) ||
				index >= mostSources ||
				(index > 0 && (subtasks > mostSubtasks || characters > mostCharacters))
			);
		})
		.map(({source}) => source);
};

/** Those beyond the most that are kept without being named; in a still cluster the last answer named them all. */
const findUnnamed = (known: ClusterState): readonly SourceRecord[] => {
	if (known.sources.size <= mostUnnamed) {
		return [];
	}

	const before = greatest(known.sources.values().map(({namedAt}) => namedAt)) - unnamed;
	return known.sources
		.values()
		.filter(({namedAt}) => namedAt < before)
		.toArray()
		.toSorted((left, right) => right.namedAt - left.namedAt)
		.slice(mostUnnamed);
};

const tell = (known: ClusterState, at: number): void => {
	const {forgotten} = known;
	const fresh = forgotten.sources - forgotten.told;
	if (fresh === 0 || at - forgotten.toldAt < toldEvery) {
		return;
	}

	forgotten.told = forgotten.sources;
	forgotten.toldAt = at;
	recordEvent(known, {
		at,
		health: 'stopped',
		subject: 'dm-top',
		text:
			fresh === 1
				? say('a source that disappeared is no longer shown')
				: say('{fresh} sources that disappeared are no longer shown', {fresh}),
	});
};

const dropUnlisted = ({unlisted}: ClusterState, now: number): void => {
	for (const [name, {at}] of unlisted) {
		if (now - at > longest || unlisted.size > mostUnlisted) {
			unlisted.delete(name);
		}
	}
};

/** Forgets what is too old or too much; called after each observation. */
export const forgetVanished = (known: ClusterState): void => {
	const {newest: now, sources, forgotten} = known;
	dropUnlisted(known, now);
	tell(known, now);
	const hasManyOthers = sources.size - forgotten.left >= mostSince || forgotten.vanished >= mostSince;
	if (Math.abs(now - forgotten.at) < pause && !hasManyOthers) {
		return;
	}

	for (const source of new Set([...findForgettable(known, now), ...findUnnamed(known)])) {
		for (const record of source.subtasks.values()) {
			removeSubtask(known, record);
		}

		forgetSource(known, source);
		forgotten.sources += 1;
	}

	forgotten.at = now;
	forgotten.left = sources.size;
	forgotten.vanished = 0;
	tell(known, now);
};
