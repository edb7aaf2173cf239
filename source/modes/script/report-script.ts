/**
 * What a script prints about an operation: lines of text, or JSON with stable names.
 */
import {say} from '../../language/say.js';
import type {Followed} from '../../operations/following/followed.js';
import {describe, detailOf} from '../../operations/following/telling/describe.js';
import {
	type Reason,
	operationPlaceOf,
	reasonOfPlace,
	reasonOfText,
} from '../../operations/following/telling/reasons.js';
import {endedBadly} from '../../operations/following/telling/operation-health.js';
import {wholeCluster} from '../../operations/following/places.js';
import type {Choice} from '../../operations/target.js';
import {escapeJson, sanitize} from '../../terminal/sanitize.js';
import type {ScriptCommand} from './parse-script.js';

/** 0: done, or accepted where nothing is waited for. 1: refused, not sent or failed. 2: not reached. 3: not known. */
export type ScriptExit = 0 | 1 | 2 | 3;

const printed = (value: unknown): string => `${escapeJson(JSON.stringify(value, undefined, '\t'))}\n`;

/** The reasons for its outcome; absent where there are none. */
const reasonJson = ({brief, code, steps, dont, detail}: Reason) =>
	brief === '' ? {} : {reason: {what: brief, ...(code !== undefined && {code}), fix: steps, dont, detail}};

const asJson = (followed: Followed) => {
	const {operation, phase, msg, places, way} = followed;
	return {
		operation: operation.kind,
		task: 'task' in operation ? operation.task : '',
		source: 'source' in operation ? operation.source : '',
		outcome: phase,
		...(way !== undefined && {way}),
		text: describe(followed),
		message: msg,
		...reasonJson(reasonOfText(msg, operationPlaceOf(operation))),
		sources: places
			.filter(({place}) => place !== wholeCluster)
			.map(place => ({
				source: place.place,
				// The status does not show its outcome, so there is nothing to wait for.
				outcome: phase === 'accepted' && place.phase === 'waiting' ? 'accepted' : place.phase,
				state: place.state,
				message: place.msg,
				...reasonJson(reasonOfPlace(operation, place)),
			})),
	};
};

/** The outcomes of the operations, as JSON. */
export const outcomeJson = (followed: readonly Followed[]): string =>
	printed(followed.map(one => asJson(one)));

/** The outcomes of the operations, as lines; problems in full. */
export const outcomeText = (followed: readonly Followed[], title: string): string =>
	`${followed
		.flatMap(one => [
			one.phase === 'answered'
				? say('{name}: {text}', {
						name: title,
						text: say('accepted by DM; --wait waits until the status shows it'),
					})
				: describe(one),
			...(endedBadly(one) ? detailOf(one).map(line => `  ${line}`) : []),
		])
		.map(line => sanitize(line))
		.join('\n')}\n`;

/** That nothing was sent, as JSON in the same form. */
export const unsentJson = (choice: Choice | undefined, message: string): string => {
	const [target] = choice && 'targets' in choice ? choice.targets : [];
	const task = target?.task ?? (choice && 'task' in choice ? choice.task : '');
	return printed([
		{
			operation: choice?.kind ?? '',
			task,
			source: choice && 'source' in choice ? choice.source : '',
			outcome: 'not-sent',
			text: message,
			message,
			sources: (target?.sources ?? []).map(source => ({
				source,
				outcome: 'waiting',
				state: '',
				message: '',
			})),
		},
	]);
};

/** Why nothing could be read, as JSON. */
export const unreadJson = (
	command: Extract<ScriptCommand, {readonly kind: 'config' | 'validation'}>,
	message: string,
): string =>
	printed({
		...(command.kind === 'config' ? {[command.of]: command.name} : {task: command.task}),
		error: message,
	});
