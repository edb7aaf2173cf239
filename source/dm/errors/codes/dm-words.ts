/** DM's own advice, with the commands of today in place of those it still names. */

/** Each of DM's former commands, what it is called today, and until when it had its old name. */
const renamed: ReadonlyMap<string, {readonly now: string; readonly until: string}> = new Map([
	['handle-error', {now: 'binlog', until: 'before DM 6.0'}],
	['show-ddl-locks', {now: 'shard-ddl-lock', until: 'before DM 6.0'}],
	['unlock-ddl-lock', {now: 'shard-ddl-lock unlock', until: 'before DM 6.0'}],
	['operate-schema', {now: 'binlog-schema', until: 'before DM 6.0'}],
	['sql-skip', {now: 'binlog skip', until: 'in DM 1.0'}],
	['sql-replace', {now: 'binlog replace', until: 'in DM 1.0'}],
]);

/** A command of DM in text, in backticks or without, with what `handle-error` is to do. */
const command =
	/`?\b(?<name>handle-error|show-ddl-locks|unlock-ddl-lock|operate-schema|sql-skip|sql-replace)\b(?<action> (?:skip|replace|revert))?`?/gv;

/** Text of DM with today's names of its commands. */
export const withTodaysCommands = (text: string): string =>
	text
		.replaceAll(command, (whole, name: string, action = '') => {
			const known = renamed.get(name);
			return known ? `\`${known.now}${String(action)}\` (\`${name}\` ${known.until})` : whole;
		})
		.replaceAll(/(?<!-)-remove-meta\b/gv, '--remove-meta')
		.trim();
