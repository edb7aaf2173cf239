/** Errors that DM carries without a code of its own. */

/** None, a field that was not set, and what DM writes for an error that is not its own (pkg/terror: codeNotSet). */
const saysNothing: ReadonlySet<number | undefined> = new Set([undefined, 0, 20_000]);

/** True where the code says nothing: only the text does. */
export const isUncoded = (code: number | undefined): boolean => saysNothing.has(code);
