/** DM's own advice, with outdated commands replaced by today's. */

/** DM's former commands, their names today, and the version up to which they had the old name. */
const renamed: ReadonlyMap<string, {readonly now: string; readonly until: string}> = new Map([
	['handle-error', {now: 'binlog', until: 'before DM 6.0'}],
	['show-ddl-locks', {now: 'shard-ddl-lock', until: 'before DM 6.0'}],
	['unlock-ddl-lock', {now: 'shard-ddl-lock unlock', until: 'before DM 6.0'}],
	['operate-schema', {now: 'binlog-schema', until: 'before DM 6.0'}],
	['sql-skip', {now: 'binlog skip', until: 'in DM 1.0'}],
	['sql-replace', {now: 'binlog replace', until: 'in DM 1.0'}],
]);

/** A command of DM in text, with or without backticks, and the action of `handle-error`. */
const command =
	/`?\b(?<name>handle-error|show-ddl-locks|unlock-ddl-lock|operate-schema|sql-skip|sql-replace)\b(?<action> (?:skip|replace|revert))?`?/gv;

/** DM's text with today's command names. */
export const withTodaysCommands = (text: string): string =>
	text
		.replaceAll(command, (whole, name: string, action = '') => {
			const known = renamed.get(name);
			return known ? `\`${known.now}${String(action)}\` (\`${name}\` ${known.until})` : whole;
		})
		.replaceAll(/(?<!-)-remove-meta\b/gv, '--remove-meta')
		.trim();
