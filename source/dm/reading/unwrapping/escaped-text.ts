/** A document that a page or a program has escaped as a whole. */

const entity =
	/&(?:#(?<decimal>\d{1,7})|#x(?<hexadecimal>[\da-f]{1,6})|(?<name>quot|apos|amp|lt|gt|nbsp));/giv;
const entities = new Map([
	['quot', '"'],
	['apos', "'"],
	['amp', '&'],
	['lt', '<'],
	['gt', '>'],
	['nbsp', ' '],
]);
/** How a document begins in text of JSON, a shell or a log, and in the source of a page. */
const beginning = /[\[\{](?:\s|\\[nrt]|&#10;)*(?:(?<text>\\")|(?<page>&(?:quot|#34|#x22);))/iv;
const escape = /\\(?<character>[\s\S])/gv;

const unescapeEntities = (text: string): string =>
	text.replaceAll(entity, (...parts) => {
		const {decimal, hexadecimal, name} = parts.at(-1) as Readonly<Record<string, string | undefined>>;
		if (name !== undefined) {
			return entities.get(name.toLowerCase())!;
		}

		const code = decimal === undefined ? Number.parseInt(hexadecimal!, 16) : Number(decimal);
		// A line more would count as one where there is none.
		return code === 10 || code > 0x10_ff_ff ? ' ' : String.fromCodePoint(code);
	});

/** What is escaped, up to the quote that ends it. */
const escapedRun = /(?:[^"\\]|\\[\s\S])*/vy;

/** The first escaped document of the text as it was before, in the same lines; undefined when there is none. */
export const unescapeDocument = (text: string): string | undefined => {
	const found = beginning.exec(text);
	if (found === null) {
		return undefined;
	}

	if (found.groups?.['page'] !== undefined) {
		return unescapeEntities(text);
	}

	escapedRun.lastIndex = found.index;
	const run = escapedRun.exec(text)![0];
	const linesBefore = text.slice(0, found.index).replaceAll(/[^\n]+/gv, '');
	return (
		linesBefore +
		run.replaceAll(escape, (_whole, character: string) => ('nrt'.includes(character) ? ' ' : character))
	);
};
