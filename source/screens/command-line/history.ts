/**
 * The lines that were typed before.
 */

/** Oldest first. */
export type CommandHistory = readonly string[];

/** The number of lines that are kept. */
const kept = 100;

/** The history with a submitted line, unless it is blank or the same as the last one. */
export const remember = (history: CommandHistory, line: string): CommandHistory => {
	const text = line.trim();
	return text === '' || text === history.at(-1) ? history : [...history, text].slice(-kept);
};
