/**
 * Comments of SQL outside of statements, such as before one: anything may be in them. Those within a statement go with
 * its literals. Everything here takes linear time.
 */

const quote = /["'\u{60}]/gv;

/** What is before a comment: it is not the `/*` of a path. */
const opens = /(?:^|[\s\(,:;\[])$/v;

/** `/*!40101 SET …`: what follows is a statement. */
const isVersion = /^\/\*!\d{0,6}\s*$/v;

/**
 * The text with `/*?*\/` in place of each closed comment without quotes in it: also of one in which a statement seems to
 * begin. What has quotes in it may be the text between two literals.
 */
export const stripClosedComments = (text: string): string => {
	const parts: string[] = [];
	let done = 0;
	let end = -1;
	let quoted = -1;
	for (let at = text.indexOf('/*'); at !== -1; at = text.indexOf('/*', Math.max(at + 2, done))) {
		if (end < at + 2) {
			end = text.indexOf('*/', at + 2);
		}

		if (end === -1) {
			break;
		}

		if (quoted < at) {
			quote.lastIndex = at;
			quoted = quote.exec(text)?.index ?? text.length;
		}

		if (!(quoted > end && text[at + 2] !== '!' && opens.test(text.slice(Math.max(0, at - 1), at)))) {
			continue;
		}

		parts.push(text.slice(done, at), '/*?*/');
		done = end + 2;
	}

	return parts.join('') + text.slice(done);
};

/** `-- of anna`, `# of anna`, at the beginning of a line or of a text in brackets */
const lineComment = /(?<before>(?:^|[\n\[])[\t ]{0,20}(?:--|#)[\t ])[^\n]+/gv;

const stripBlocks = (prose: string): string => {
	const parts: string[] = [];
	let done = 0;
	for (let at = prose.indexOf('/*'); at !== -1; at = prose.indexOf('/*', Math.max(at + 2, done))) {
		const end = prose.indexOf('*/', at + 2);
		if (end === -1) {
			if (opens.test(prose.slice(Math.max(0, at - 1), at)) && !isVersion.test(prose.slice(at, at + 20))) {
				parts.push(prose.slice(done, at), '/*?');
				done = prose.length;
			}

			break;
		}

		parts.push(prose.slice(done, at), '/*?*/');
		done = end + 2;
	}

	return parts.join('') + prose.slice(done);
};

/** Text outside of statements without the comments in it, also those that were cut off, or in which a statement begins. */
export const stripProseComments = (prose: string): string =>
	stripBlocks(prose).replaceAll(lineComment, (_, before: string) => `${before}?`);
