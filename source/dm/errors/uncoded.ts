/** Errors that DM carries without a code of its own. */

/** What DM writes for an error that is not its own (pkg/terror: codeNotSet). */
const notSet = 20_000;

/** True where the code says nothing: only the text does. */
export const isUncoded = (code: number | undefined): boolean =>
	code === undefined || code === 0 || code === notSet;
