/**
 * Comments of SQL outside of statements, such as before one: anything may be in them. Those within a statement go with
 * its literals. Everything here takes linear time.
 */

const quote = /["'\u{60}]/gv;

/** What may precede a comment; it excludes the `/*` of a path, which may be in quotes. */
const opens = /(?:^|[^\p{Alphabetic}\p{Number}"'*\-.\/_~])$/v;

/** `/*!40101 SET …`: what follows is a statement. */
const isVersion = /^\/\*!\d{0,6}\s*$/v;

/** A comment: where it begins, and where its `*\/` is, -1 where it was cut off. */
type Block = {readonly at: number; readonly close: number};

/** The text with `/*?*\/` in place of each comment that is chosen, or `/*?` where it was cut off. */
const replaceBlocks = (text: string, isChosen: (block: Block) => boolean): string => {
	const parts: string[] = [];
	let done = 0;
	let close = 0;
	for (let at = text.indexOf('/*'); at !== -1; at = text.indexOf('/*', Math.max(at + 2, done))) {
		if (close !== -1 && close < at + 2) {
			close = text.indexOf('*/', at + 2);
		}

		if (!opens.test(text.slice(Math.max(0, at - 1), at)) || !isChosen({at, close})) {
			continue;
		}

		parts.push(text.slice(done, at), close === -1 ? '/*?' : '/*?*/');
		done = close === -1 ? text.length : close + 2;
	}

	return parts.join('') + text.slice(done);
};

/**
 * The text with `/*?*\/` in place of each closed comment without quotes in it: also of one in which a statement seems to
 * begin. What has quotes in it may be the text between two literals.
 */
export const stripClosedComments = (text: string): string => {
	let quoted = -1;
	return replaceBlocks(text, ({at, close}) => {
		if (quoted < at) {
			quote.lastIndex = at;
			quoted = quote.exec(text)?.index ?? text.length;
		}

		return quoted > close && close !== -1 && text[at + 2] !== '!';
	});
};

/** `-- of anna`, `#of anna`, at the beginning of a line or of a text in brackets */
const lineComment = /(?<before>(?:^|[\n\[])[\t ]{0,20}(?:--[\t ]|#[\t ]|#(?![\t ])))[^\n]+/gv;

/** Text outside of statements without the comments in it, also those that were cut off, or in which a statement begins. */
export const stripProseComments = (prose: string): string =>
	replaceBlocks(prose, ({at, close}) => close !== -1 || !isVersion.test(prose.slice(at, at + 20))).replaceAll(
		lineComment,
		(_, before: string) => `${before}?`,
	);
