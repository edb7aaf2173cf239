import {messageOf} from '../terminal/thrown.js';

/** Why there is no usable answer, in plain words. */
export type Problem = {
	/** What happened, in one line: "10.0.1.11:8261 refused the connection". */
	readonly what: string;
	/** What to do about it, in one line; '' for nothing. */
	readonly fix: string;
	/** Details, such as the first bytes of a page that is not a status; '' for none. */
	readonly detail: string;
	/** Set when there was an answer and it was a refusal; absent where nothing was learnt. */
	readonly isRefusal?: boolean;
};

/** A problem with nothing but what happened, in one line: no advice and no details. */
export const plainProblem = (what: string): Problem => ({what, fix: '', detail: ''});

/** What was thrown, as a problem. */
export const thrownProblem = (error: unknown): Problem => plainProblem(messageOf(error));
