/** Folds the relay of a source into what is known. */
import type {Relay} from '../../dm/status.js';
import {relayHealth} from '../measuring/health.js';
import type {Known, SourceRecord} from '../records.js';
import {errorName, happened, stageText} from './events.js';

const changeText = (before: Relay | undefined, next: Relay | undefined): string | undefined => {
	if (before?.stage !== next?.stage) {
		return `relay ${before?.stage ?? 'off'} → ${next ? stageText(next.stage, next.result) : 'off'}`;
	}

	const from = errorName(before?.result);
	const to = errorName(next?.result);
	if (from === to) {
		return undefined;
	}

	return to === '' ? `relay: cleared: ${from}` : `relay: ${to}`;
};

/** Takes the relay as a source's worker tells it, undefined when it is off. */
export const learnRelay = (
	known: Known,
	source: SourceRecord,
	relay: Relay | undefined,
	{at, isFirstLook}: {readonly at: number; readonly isFirstLook: boolean},
): void => {
	const text = isFirstLook ? undefined : changeText(source.relay, relay);
	source.relay = relay;
	if (text !== undefined) {
		happened(known, {
			at,
			health: relayHealth(relay) ?? 'running',
			subject: source.source,
			text,
			source: source.source,
		});
	}
};
