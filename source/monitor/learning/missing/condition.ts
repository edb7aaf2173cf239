/** Sources that fall silent, lose their worker, vanish, and come back. */
import {type ClusterState, type SourceRecord} from '../../records/records.js';
import {touchSource} from '../../records/record-keeping.js';
import type {Condition} from '../../condition.js';
import {recordEvent} from '../events.js';
import {say} from '../../../language/say.js';

type Away = Exclude<Condition['kind'], 'fresh'>;

/** It no longer answers: what was wrong with its last answer does not matter. */
export const forgetFlaws = (source: SourceRecord): void => {
	source.notes = [];
	source.refusal = undefined;
};

/** The source did not answer, has no worker, or vanished: what is known stays and gets old. */
export const setAway = (
	known: ClusterState,
	source: SourceRecord,
	{kind, why, at}: {readonly kind: Away; readonly why: string; readonly at: number},
): void => {
	forgetFlaws(source);
	const {condition} = source;
	const {until} = known.cluster.outage;
	const isToldAgain = condition.kind === 'silent' && condition.toldAt < until && at >= until;
	if (condition.kind === kind && condition.why === why && !isToldAgain) {
		return;
	}

	if (kind === 'vanished' && condition.kind !== kind) {
		known.forgotten.vanished += 1;
	}

	const since = condition.kind === 'fresh' ? at : condition.since;
	source.awayAt = since;
	source.condition = kind === 'silent' ? {kind, why, since, toldAt: at} : {kind, why, since};
	touchSource(known, source);
};

const isTakenOver = ({worker: before}: SourceRecord, worker: string): boolean =>
	worker !== '' && before !== '' && worker !== before;

/** The source answers. `worker` answers for it, '' when the document does not say; `at` is ms since the epoch. */
export const setFresh = (known: ClusterState, source: SourceRecord, worker: string, at: number): void => {
	if (source.at > 0 && isTakenOver(source, worker)) {
		recordEvent(known, {
			at,
			health: 'running',
			subject: source.source,
			text: say('taken over by {worker} (was {before})', {worker, before: source.worker}),
			source: source.source,
		});
	}

	if (source.condition.kind === 'fresh') {
		return;
	}

	source.condition = {kind: 'fresh'};
	touchSource(known, source);
};
