/** A document that a web page or a program has escaped. */

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
/** How an escaped document begins in JSON, a shell or a log, and in HTML. */
const beginning = /[\[\{](?:\s|\\[nrt]|&#10;)*(?:(?<text>\\")|(?<page>&(?:quot|#34|#x22);))/iv;
const escape = /\\(?<character>[\s\S])/gv;

const unescapeEntities = (text: string): string =>
	text.replaceAll(entity, (...parts) => {
		const {decimal, hexadecimal, name} = parts.at(-1) as Readonly<Record<string, string | undefined>>;
		if (name !== undefined) {
			return entities.get(name.toLowerCase())!;
		}

		const code = decimal === undefined ? Number.parseInt(hexadecimal!, 16) : Number(decimal);
		// An added line would change the line numbers.
		return code === 10 || code > 0x10_ff_ff ? ' ' : String.fromCodePoint(code);
	});

/** The escaped text, up to its closing quote. */
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
