/** Numbers that may stay in a redacted text: none of them reveals the content of a row. */

/** Positions, GTIDs, codes, places in text, versions, times, counts and sizes. */
export const measure = new RegExp(
	[
		String.raw`\([\w\-.\|]{1,200}, \d{1,20}\)`,
		String.raw`\b[\w\-]{1,64}\.\d{6}(?::\d{1,20})?\b`,
		String.raw`\b[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}(?:\.\d{6}|(?::(?:\d{1,20}(?:-\d{1,20})?|[a-z_]\w{0,31}(?=:\d))){0,1000})`,
		String.raw`\b\d{1,10}-\d{1,10}-\d{1,20}\b`,
		String.raw`\[code=\d{1,6}:class=[\w\-]{1,40}:scope=[\w\-]{1,40}:level=\w{1,10}\]`,
		String.raw`\berror \d{4,5} \(\w{5}\)`,
		String.raw`\[[a-z]{2,20}:\d{4,5}\]`,
		String.raw`\b(?:error|error_code|err|errcode|errno|code|line|column|pos|position|offset|port|row|length|len|size|limit|count|version|origin|status|http|server_id|server id|retry|attempt|number|expected|got|expect|need|max|min|maximum|minimum|precision|level)[ "'\(:=]{1,4}\d{1,12}\b`,
		String.raw`\b\d{1,9}(?= \(?(?:columns?|values?|rows?|bytes?|times?|seconds?|minutes?|hours?|tables?|files?|(?:sub)?tasks?|errors?|lines?|more|others?|of)\b)`,
		String.raw`\b(?:\d{1,5}h)?(?:\d{1,5}m)?\d{1,9}(?:\.\d{1,9})?(?:[mnµ]?s|[bdhm]|[gkm]i?b)\b`,
		String.raw`\b\d{1,3}(?:\.\d{1,9})? ?%`,
		String.raw`: \d{1,12}(?:\/\d{1,12}){2}\b`,
		String.raw`\[\d{1,6}\]`,
		String.raw`\bv\d{1,3}(?:\.\d{1,4}){1,3}\b`,
		String.raw`\b\d{4}[\-\/]\d{2}[\-\/]\d{2}\b`,
	].join('|'),
	'giv',
);
