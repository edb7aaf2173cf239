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
