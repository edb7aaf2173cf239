/**
 * Numbers that may stay in a redacted text. A number says what it is by the sentence around it, which is DM's, MySQL's,
 * TiDB's, gRPC's or Go's, and by its size: a row may have any number, behind any word.
 */

/** Nothing follows that makes it another number, such as the next group of a card's or a phone's. */
const end = String.raw`(?![\p{Alphabetic}\p{Number}_]|[+,\-.\/:] ?\p{Number}| \p{Number})`;

/** Behind a comma another GTID may begin. */
const endOfSet = String.raw`(?![\p{Alphabetic}\p{Number}_]|[\-.:]\p{Number})`;

/** It is not the rest of a number. */
const start = String.raw`(?<![\p{Alphabetic}\p{Number}+,\-.\/:_])(?<!\p{Number} )`;

/** What may be between a word and its number: `code=1`, `(max = 255)`, `"port": 4000`. */
const sign = String.raw`[ "'\(:=]{1,4}`;

/** The numbers of MySQL and TiDB, the codes of DM, and what systems, HTTP and gRPC count from nothing. */
const code = String.raw`(?:1\d{3}|20\d\d|3\d{3}|4[01]\d\d|[89]\d{3}|(?:1[01]|2[02468]|3[02468]|4[02-46-9])[01]\d\d|50000|\d{1,3})`;

const port = String.raw`(?:[1-5]\d{4}|6[0-5]\d{3}|\d{1,4})`;

/** Of 32 bits. */
const position = String.raw`(?:[1-4]\d{9}|\d{1,9})`;

const uuid = String.raw`[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}`;

/** A binlog file, in a relay directory with the number of that: the name is not only digits. */
const binlog = String.raw`(?=[\d\-]{0,64}[a-z_])[\w\-]{1,64}(?:\|\d{6})?\.\d{6,7}`;

/** As a binlog file is usually called; with another name it is known by what is beside it. */
const usualBinlog = String.raw`\b[\w\-]{0,64}(?:bin|binlog|relay|log)[\w\-]{0,64}(?:\|\d{6})?\.\d{6}`;

const mariadb = String.raw`\d{1,10}-\d{1,10}-\d{1,20}`;

const counted =
	'columns?|values?|tables?|files?|(?:sub)?tasks?|sources?|workers?|errors?|lines?|times?|more|others?|of|arguments?|keys|old|new|data';

/** Positions, GTIDs, codes, places in text, versions, times, counts and sizes. */
export const measure = new RegExp(
	[
		String.raw`\((?:${binlog})?, ?${position}\)`,
		`${usualBinlog}(?::${position})?${end}`,
		String.raw`(?<=\b(?:binlog|file|filename|relay)["']?[ :=]{1,3}["']?)${binlog}(?::${position})?${end}`,
		String.raw`\b${uuid}(?:\.\d{6}|(?::(?:\d{1,20}(?:-\d{1,20})?|[a-z_]\w{0,31}(?=:\d))){1,1000})${endOfSet}`,
		String.raw`(?<=uuids?["']?[ \(:=\[]{1,3}["']?)${uuid}${end}`,
		String.raw`\bgtid[\w \-]{0,20}${sign}${mariadb}(?:, ?${mariadb}){0,1000}${end}`,
		String.raw`\[code=\d{1,6}:class=[\-a-z]{1,40}:scope=[\-a-z]{1,40}:level=[a-z]{1,10}\]`,
		String.raw`\berror \d{4,5} \([\da-z]{5}\)`,
		String.raw`\[(?:autoid|binlog|ddl|domain|evaluator|executor|expression|global|json|kv|meta|optimizer|parser|pd|planner|plugin|privilege|schema|server|session|store|table|tikv|types|tidb|variable):\d{4,5}\]`,
		String.raw`\b(?:error|error_code|err|errcode|errno|code|exit status|exit code)${sign}${code}${end}`,
		String.raw`\berror number${sign}${code}${end}`,
		String.raw`\b(?:status|status code|http)${sign}[1-5]\d\d${end}`,
		String.raw`\bport${sign}${port}${end}`,
		String.raw`\bline${sign}(?:\d{1,6},? column${sign}\d{1,6}|\d{1,4})${end}`,
		String.raw`\b(?:at row|column|offset|position|pos|length|len|size|limit|count|max|min|maximum|minimum|expected?|got|need|attempt|retry|origin|precision|level|version)${sign}\d{1,3}${end}`,
		String.raw`\b(?:at row \d{1,6}|row \d{1,6}(?= (?:was|doesn't|contained)\b))${end}`,
		String.raw`\b(?:(?:log|binlog|event|start|end|latest|last) pos(?:ition)?|file size|event size|last byte read at)${sign}${position}${end}`,
		String.raw`\b(?:max|maximum|limit) ?[\(:=] ?\d{1,5}(?=\)| bytes)`,
		String.raw`\b(?:(?:transaction|entry|packet)[ ,a-z]{0,40} size|size of data|max entry size)(?:${sign}| is )\d{1,12}${end}`,
		String.raw`\b(?:total_kvs|total_bytes|row (?:size|count)\(curr\/max\)):? ?\d{1,15}(?:(?: vs |\/)\d{1,15})?`,
		String.raw`\bversion${sign}\d{1,2}(?:\.\d{1,3}){1,3}${end}`,
		String.raw`${start}\d{1,4}(?= \(?(?:${counted})\b)`,
		String.raw`${start}(?:\d{1,6}(?= \(?rows?\b)|\d{1,8}(?= \(?bytes?\b))`,
		String.raw`${start}\d{1,6}(?:\.\d{1,3})?(?= \(?(?:seconds?|minutes?|hours?)\b)`,
		String.raw`${start}(?:\d{1,5}h)?(?:\d{1,5}m)?\d{1,6}(?:\.\d{1,9})?(?:[nµ]?s| ?ms|[gkm]i?b)\b`,
		String.raw`${start}(?:\d{1,3}h)?\d{1,3}[bdhm]\b`,
		String.raw`${start}\d{1,3}(?:\.\d{1,2})? ?%`,
		String.raw`\b(?:update\/delete|ignored\/resolved): \d{1,12}(?:\/\d{1,12}){2}${end}`,
		String.raw`\[\d{1,2}\]`,
		String.raw`\bv\d{1,2}(?:\.\d{1,3}){1,3}\b`,
		String.raw`(?<=\[)\d{4}\/\d{2}\/\d{2} \d{2}:\d{2}:\d{2}(?:\.\d{1,6})?(?: [+\-]\d{2}:\d{2})?(?=\])`,
	].join('|'),
	'giv',
);

const gtid = new RegExp(String.raw`^\s{0,9}(?:${uuid}(?::[\w\-]{1,40}){1,1000}|${mariadb})?\s{0,9}$`, 'iv');

const place = new RegExp(
	String.raw`^(?:${uuid}\.\d{6}|\(?(?:[\w\-.\|]{0,200}\.\d{6,7})?(?:(?:, ?|:)${position})?\)?)$`,
	'iv',
);

/** Whether a text is a position, a relay directory or a set of GTIDs, and nothing else: then any name of a file is one. */
export const isPosition = (text: string): boolean =>
	place.test(text) || text.split(',').every(part => gtid.test(part));

/** Whether a text is one word, such as the name of a stage. */
export const isWord = (text: string): boolean => /^[a-z][\-a-z]{0,40}$/iv.test(text);

/** Whether a text is the version of a server or of DM, and nothing else. */
export const isVersion = (text: string): boolean =>
	/^v?\d{1,2}(?:\.\d{1,3}){1,3}(?:-[\w+\-.]{1,80})?$/iv.test(text);
