/**
 * One line of JSON for every operation that is sent, and for each of its outcomes.
 */
import {isObject} from '../../../dm/values/json-object.js';
import {escapeJson} from '../../../terminal/sanitize.js';
import {type Operation, forTheRecord} from '../../../providers/operation.js';
import type {Followed} from '../followed.js';
import {describe} from './describe.js';

/** Who operates, and where. */
export type AuditAuthor = {
	/** The cluster's name as the header shows it. */
	readonly cluster: string;
	/** Who runs dm-top; absent when unknown. */
	readonly user?: string;
	/** Removes passwords from statements and DM's messages. */
	readonly strip: (text: string) => string;
	/**
	 * By how much the machine's clock is ahead of dm-top's times, ms. The log has the machine's time, since it is read
	 * together with other logs.
	 */
	readonly ahead?: number;
};

/** What an operation acts on, without its kind; a configuration, which may contain passwords, is only mentioned. */
const targetOf = (operation: Operation): Record<string, unknown> => {
	const target: Record<string, unknown> = {...forTheRecord(operation)};
	delete target['kind'];
	return 'config' in target ? {...target, config: '(not logged)'} : target;
};

/** The same with every text stripped: a statement may set a password. */
const stripTexts = (value: unknown, strip: AuditAuthor['strip']): unknown =>
	typeof value === 'string'
		? strip(value)
		: Array.isArray(value)
			? value.map(member => stripTexts(member, strip))
			: isObject(value)
				? Object.fromEntries(Object.entries(value).map(([key, member]) => [key, stripTexts(member, strip)]))
				: value;

/**
 * The audit line of an operation in its present phase, without a line break. Its names are stable: `time` (ISO 8601,
 * when it came into this phase), `id`, `user`, `cluster`, `operation`, `target`, `outcome` (a `Phase`), `way` (to the
 * dm-master, where there are several), `message`, `sources` (the state of each place) and `sent`.
 */
export const auditLine = (followed: Followed, {cluster, user, strip, ahead = 0}: AuditAuthor): string => {
	// Texts are stripped before they are joined: a secret is recognised by the text before it.
	const told = stripTexts(followed, strip) as Followed;
	const {id, operation, phase, sentAt, answeredAt, endedAt, places, way} = told;
	const at = endedAt ?? (phase === 'sent' ? sentAt : (answeredAt ?? sentAt));
	const line = {
		time: new Date(at + ahead).toISOString(),
		id,
		...(user !== undefined && {user}),
		cluster,
		operation: operation.kind,
		target: targetOf(operation),
		outcome: phase,
		...(way !== undefined && {way}),
		message: describe(told),
		sources: places.map(({place, phase: reached, state, msg}) => ({
			source: place,
			outcome: reached,
			state,
			message: msg,
		})),
		sent: new Date(sentAt + ahead).toISOString(),
	};
	return escapeJson(JSON.stringify(line));
};
