/** DM's own advice, with the commands of today in place of those it still names. */

/** Old and new, in the order in which they are replaced: the longer names first. */
const renamed: ReadonlyArray<readonly [old: RegExp, now: string]> = [
	[/`handle-error(?: <?[\w\-]+>?)? (?<op>skip|replace|revert|inject)`/gv, '`binlog $<op>` (`handle-error` before DM 6.0)'],
	[/`handle-error`/gv, '`binlog` (`handle-error` before DM 6.0)'],
	[/(?<!`)\bhandle-error\b(?! before)/gv, '`binlog` (`handle-error` before DM 6.0)'],
	[/`(?:show-ddl-locks)`/gv, '`shard-ddl-lock` (`show-ddl-locks` before DM 6.0)'],
	[/(?<!`)\bshow-ddl-locks\b(?! before)/gv, '`shard-ddl-lock` (`show-ddl-locks` before DM 6.0)'],
	[/`unlock-ddl-lock`/gv, '`shard-ddl-lock unlock` (`unlock-ddl-lock` before DM 6.0)'],
	[/`operate-schema`/gv, '`binlog-schema` (`operate-schema` before DM 6.0)'],
	[/(?<!`)\boperate-schema\b(?! before)/gv, '`binlog-schema` (`operate-schema` before DM 6.0)'],
	[/`sql-skip`/gv, '`binlog skip` (`sql-skip` in DM 1.0)'],
	[/`sql-replace`/gv, '`binlog replace` (`sql-replace` in DM 1.0)'],
	[/(?<![\-])-remove-meta\b/gv, '--remove-meta'],
];

/** A text of DM with today's names of its commands. */
export const withTodaysCommands = (text: string): string => {
	let told = text;
	for (const [old, now] of renamed) {
		told = told.replaceAll(old, now);
	}

	return told.trim();
};
