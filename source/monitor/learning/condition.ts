/** Sources that fall silent, lose their worker, vanish, and come back. */
import {type Known, type SourceRecord, touchSource} from '../records.js';
import type {Condition, Health} from '../view.js';
import {tellAllBack, tellAllSilent} from './all-sources.js';
import {durationText, happened} from './events.js';

type Away = Exclude<Condition['kind'], 'fresh'>;

const awayText = (kind: Away, why: string): string => {
	switch (kind) {
		case 'silent': {
			return `silent: ${why}`;
		}

		case 'unbound': {
			return 'has no worker';
		}

		case 'vanished': {
			return 'vanished from the answer';
		}
	}
};

/** Tells something of a source; `isOfSilence` when it is that it is silent, or answers again. */
const tell = (
	known: Known,
	source: SourceRecord,
	{isOfSilence, ...what}: {at: number; health: Health; text: string; isOfSilence: boolean},
): void => {
	const event = {...what, subject: source.source, source: source.source};
	happened(known, event);
	source.told = isOfSilence ? event : undefined;
};

/** Why a source is silent, to be said of all of them. */
const withoutName = (why: string, source: string): string => {
	const name = [`${source}: `, `${source} `].find(start => why.startsWith(start)) ?? '';
	return why.slice(name.length);
};

/** The source did not answer, has no worker, or vanished: what is known of it stays and grows old. */
export const setAway = (
	known: Known,
	source: SourceRecord,
	{kind, why, at}: {readonly kind: Away; readonly why: string; readonly at: number},
): void => {
	const {condition} = source;
	if (condition.kind === kind && condition.why === why) {
		return;
	}

	// The first look is no news, and neither is the same trouble in other words.
	const isSilent = kind === 'silent';
	if (source.at > 0 && condition.kind !== kind) {
		const health = isSilent ? 'silent' : 'lost';
		tell(known, source, {at, health, text: awayText(kind, why), isOfSilence: isSilent});
	}

	source.condition = {kind, why, since: condition.kind === 'fresh' ? at : condition.since};
	touchSource(known, source);
	if (isSilent && condition.kind !== kind) {
		tellAllSilent(known, withoutName(why, source.source), at);
	}
};

const isTakenOver = ({worker: before}: SourceRecord, worker: string): boolean =>
	worker !== '' && before !== '' && worker !== before;

const backText = (source: SourceRecord, worker: string, at: number): string | undefined => {
	const {condition} = source;
	if (isTakenOver(source, worker)) {
		return `taken over by ${worker} (was ${source.worker})`;
	}

	if (condition.kind === 'unbound') {
		return worker === '' ? 'has a worker again' : `bound to ${worker} again`;
	}

	return condition.kind === 'fresh' ? undefined : `answers again after ${durationText(at - condition.since)}`;
};

/**
 * The source answers.
 * `worker` is who answers for it, '' when the document does not say; `at` is ms since the epoch.
 */
export const setFresh = (known: Known, source: SourceRecord, worker: string, at: number): void => {
	const text = source.at > 0 ? backText(source, worker, at) : undefined;
	if (text !== undefined) {
		const isOfSilence = source.condition.kind === 'silent' && !isTakenOver(source, worker);
		tell(known, source, {at, health: 'running', text, isOfSilence});
	}

	if (source.condition.kind === 'fresh') {
		return;
	}

	source.condition = {kind: 'fresh'};
	touchSource(known, source);
	tellAllBack(known, at);
};
