/**
 * Forgets what is no longer part of the cluster: where names keep changing, everything that ever was would fill the memory.
 * What answers, and what the masters still name, is never forgotten.
 */
import {type ClusterState, type SourceRecord} from '../../records/records.js';
import {forgetSource, removeSubtask} from '../../records/record-keeping.js';
import {recordEvent} from '../events.js';
import {say} from '../../../language/say.js';

/** What vanished is shown for so long, ms: a day. */
const longest = 24 * 3_600_000;

/** Sources that vanished and are still shown, the newest, and subtasks on them. */
const mostSources = 100;
const mostSubtasks = 2000;

/**
 * A source that no answer has named for so long is no part of the cluster, though none said that it is gone, ms. It is only
 * forgotten where there are too many: after a jump in a recording it is not known how long ago it was named.
 */
const unnamed = 60_000;

/** Looking through all sources is not worth it more often than this, ms, unless so many came since. */
const pause = 10_000;
const mostSince = 100;

/** That there is no longer space for what vanished is reported no more often than this, ms. */
const toldEvery = 600_000;

/** Tasks that a list named and names no longer. */
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

type Gone = {readonly source: SourceRecord; readonly since: number};

/** Those that are too old, or too many; of these the ones that are gone longest. */
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
	return gone
		.filter(({source, since}, index) => {
			subtasks += source.subtasks.size;
			// The one that went last is shown, however much was on it.
			return (
				(source.condition.kind === 'vanished' && now - since > longest) ||
				index >= mostSources ||
				(index > 0 && subtasks > mostSubtasks)
			);
		})
		.map(({source}) => source);
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
				? say('a source that vanished is no longer shown')
				: say('{fresh} sources that vanished are no longer shown', {fresh}),
	});
};

const dropUnlisted = ({unlisted}: ClusterState, now: number): void => {
	for (const [name, {at}] of unlisted) {
		if (now - at > longest || unlisted.size > mostUnlisted) {
			unlisted.delete(name);
		}
	}
};

/** After an observation: forgets what has to be forgotten. */
export const forgetVanished = (known: ClusterState): void => {
	const {newest: now, sources, forgotten} = known;
	dropUnlisted(known, now);
	tell(known, now);
	if (Math.abs(now - forgotten.at) < pause && sources.size - forgotten.left < mostSince) {
		return;
	}

	for (const source of findForgettable(known, now)) {
		for (const record of source.subtasks.values()) {
			removeSubtask(known, record);
		}

		forgetSource(known, source);
		forgotten.sources += 1;
	}

	forgotten.at = now;
	forgotten.left = sources.size;
	tell(known, now);
};
