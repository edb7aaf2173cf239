/**
 * Operations as observations, for the list of events and for recordings.
 */
import type {Health} from '../../../monitor/health.js';
import type {OperationObservation, Outcome} from '../../../providers/provider.js';
import {say} from '../../../language/say.js';
import {type Followed, isFinal} from '../followed.js';
import {describe, detailOf, nounText} from './describe.js';
import {healthOf} from './operation-health.js';

const outcomes: ReadonlyMap<Health, Outcome> = new Map([
	['running', 'done'],
	['error', 'failed'],
	['silent', 'unknown'],
]);

/** An operation whose phase has changed, for the list of events. */
export const observationOf = (followed: Followed): OperationObservation => {
	const {id, operation, sentAt, answeredAt, endedAt, phase} = followed;
	const text =
		phase === 'sent'
			? say('{operation} requested by this dm-top', {operation: nounText(operation)})
			: describe(followed);
	const at = endedAt ?? (phase === 'sent' ? sentAt : (answeredAt ?? sentAt));
	const outcome = outcomes.get(healthOf(followed)) ?? 'under-way';
	const cause = {
		sending: id,
		operation: operation.kind,
		sources: 'source' in operation ? [operation.source] : 'sources' in operation ? operation.sources : [],
		isOver: isFinal(followed),
	};
	const told = {
		kind: 'operation' as const,
		at,
		outcome,
		text,
		detail: detailOf(followed),
		...(('task' in operation || 'source' in operation) && {cause}),
	};
	if ('task' in operation) {
		const source =
			'sources' in operation && operation.sources.length === 1 ? operation.sources[0]! : undefined;
		return {
			...told,
			subject: source === undefined ? operation.task : `${operation.task}/${source}`,
			task: operation.task,
			...(source !== undefined && {source}),
		};
	}

	return 'source' in operation
		? {...told, subject: operation.source, source: operation.source}
		: {...told, subject: operation.kind === 'evict-leader' ? 'leader' : 'masters'};
};
