import type {OperationAnswer, SourceAnswer} from '../../operation.js';
import type {Trouble} from '../../provider.js';

const statusTells = 'Whether it was done is not known; the status will tell.';

/** Trouble as one text: what happened, and what to do about it. */
const inWords = ({what, fix}: Trouble): string =>
	[/[!.?]$/v.test(what) ? what : `${what}.`, fix].filter(Boolean).join(' ');

/** Refused, in these words: it is certain that nothing was done. */
export const refused = (message: string, sources: readonly SourceAnswer[] = []): OperationAnswer => ({
	result: 'refused',
	msg: message,
	sources,
});

/** Nothing was sent, and this is why. */
export const notSent = (trouble: Trouble): OperationAnswer => ({
	result: 'not-sent',
	msg: inWords(trouble),
	sources: [],
});

/** It arrived and was not done, and this is why. */
export const notDone = (trouble: Trouble): OperationAnswer =>
	refused(`${inWords(trouble)} Nothing was done.`);

/** Why nothing came of what the caller no longer wants. */
export const calledOff: Trouble = {what: 'Cancelled', fix: '', detail: ''};

/** It went out, and this is why there is no answer that can be relied on. */
export const unknown = (trouble: Trouble): OperationAnswer => ({
	result: 'unknown',
	msg: `${inWords({...trouble, fix: ''})} ${statusTells}`,
	sources: [],
});

/** DM's answer to an operation, as it gave it. */
export type Said = {
	readonly msg: string;
	/** What DM's checks before a start found; '' when it checked nothing. */
	readonly check: string;
	readonly sources: readonly SourceAnswer[];
};

/** An answer that may have found something before it started, and said so in another place than the rest. */
export const answered = (
	result: 'accepted' | 'refused',
	{msg, check, sources}: Said,
	{label}: {readonly label: string},
): OperationAnswer => {
	// A start that DM's checks refused has no other words.
	const words = msg === '' && result === 'refused' ? check : msg;
	return {
		result,
		msg: words === '' && result === 'refused' ? `${label} refused without giving a reason.` : words,
		sources,
		...(check !== '' && {check}),
	};
};

export const accepted = (message: string, sources: readonly SourceAnswer[] = []): OperationAnswer => ({
	result: 'accepted',
	msg: message,
	sources,
});
