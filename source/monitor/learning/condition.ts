/** Sources that fall silent, lose their worker, vanish, and come back. */
import {type Condition, type Known, type SourceRecord, touchSource} from '../records.js';
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
	if (source.at > 0 && condition.kind !== kind) {
		happened(known, {
			at,
			health: kind === 'silent' ? 'silent' : 'lost',
			subject: source.source,
			text: awayText(kind, why),
			source: source.source,
		});
	}

	source.condition = {kind, why, since: condition.kind === 'fresh' ? at : condition.since};
	touchSource(known, source);
};

const backText = (
	{worker: before, condition}: SourceRecord,
	worker: string,
	at: number,
): string | undefined => {
	if (worker !== '' && before !== '' && worker !== before) {
		return `taken over by ${worker} (was ${before})`;
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
		happened(known, {at, health: 'running', subject: source.source, text, source: source.source});
	}

	if (source.condition.kind === 'fresh') {
		return;
	}

	source.condition = {kind: 'fresh'};
	touchSource(known, source);
};
