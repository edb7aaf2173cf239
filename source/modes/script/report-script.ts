/**
 * What a script prints of an operation: lines for a person, or JSON with stable names.
 */
import type {Followed, FollowedPlace} from '../../operations/following/followed.js';
import {reasonOfError, reasonOfText} from '../../operations/following/reasons.js';
import {describe, detailOf, isTrouble} from '../../operations/following/report.js';
import type {Choice} from '../../operations/target.js';
import {escapeJson, sanitize} from '../../terminal/sanitize.js';

/** 0: done, or accepted where nothing is waited for. 1: refused, not sent or failed. 2: not reached. 3: not known. */
export type ScriptExit = 0 | 1 | 2 | 3;

const printed = (value: unknown): string => `${escapeJson(JSON.stringify(value, undefined, '\t'))}\n`;

/** Why it ended as it did, taken apart; absent where there is nothing to say. */
const reasonJson = ({error, msg}: Pick<FollowedPlace, 'error' | 'msg'>) => {
	if (!error && msg === '') {
		return {};
	}

	const {brief, code, steps, dont, detail} = error ? reasonOfError(error) : reasonOfText(msg);
	return {reason: {what: brief, ...(code !== undefined && {code}), fix: steps, dont, detail}};
};

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
		...reasonJson({msg}),
		sources: places.map(({place, phase: reached, state, msg: answer, error}) => ({
			source: place,
			outcome: reached,
			state,
			message: answer,
			...reasonJson({msg: answer, error}),
		})),
	};
};

/** What became of the operations, as JSON. */
export const outcomeJson = (followed: readonly Followed[]): string =>
	printed(followed.map(one => asJson(one)));

/** What became of the operations, in lines; of trouble the whole of it. */
export const outcomeText = (followed: readonly Followed[], title: string): string =>
	`${followed
		.flatMap(one => [
			one.phase === 'answered'
				? `${title}: accepted by DM; --wait waits until the status shows it`
				: describe(one),
			...(isTrouble(one) ? detailOf(one).map(line => `  ${line}`) : []),
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
