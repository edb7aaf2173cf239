/** Why nothing usable came, in words for a person. */
export type Problem = {
	/** What happened, in one line: "10.0.1.11:8261 refused the connection". */
	readonly what: string;
	/** What to do about it, in one line; '' when there is nothing to say. */
	readonly fix: string;
	/** More for the one who looks closer, such as the first bytes of a page that is not a status; '' when nothing. */
	readonly detail: string;
	/** Somebody answered, and this is a plain no in the words of who did; absent where nothing could be learnt. */
	readonly isRefusal?: boolean;
};
