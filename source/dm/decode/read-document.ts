/**
 * From a text, as an answer holds it or as a person pastes it, to one JSON value.
 */
import {LenientJson} from './lenient-json.js';
import {quote, statusDocument, StatusFormatError} from './status-format-error.js';

/** `{{< copyable >}}` stands above the listings of the published documents. */
const beginsDocument = /^[\t ]*\{(?!\{)/v;
const beginsList = /^\s*\[\s*[\[\]\{]/v;
const prompt = /^\s*(?:»|>>|```|~~~|#)/v;
const endsDocument = /^\s*(?:[",\]\{\}]|\[\s*(?:$|["\[\]\{]))/v;
const title = /<title[^>]{0,200}>(?<title>[^<]{0,200})/iv;

const notFound = (found: string): StatusFormatError =>
	new StatusFormatError({expected: statusDocument, found, where: 'line 1, column 1'});

/** The offset of the document within a text that has lines of something else around it. */
const findDocument = (text: string): number => {
	const words = text.trim();
	if (words.startsWith('<')) {
		const heading = title.exec(words.slice(0, 10_000))?.groups?.['title']?.trim() ?? '';
		throw notFound(`an HTML page${heading === '' ? '' : `, ${quote(heading)}`}`);
	}

	if (beginsList.test(text)) {
		return 0;
	}

	for (let start = 0; start < text.length;) {
		const end = text.indexOf('\n', start);
		const line = text.slice(start, end === -1 ? text.length : end);
		if (beginsDocument.test(line)) {
			return start;
		}

		start += line.length + 1;
	}

	throw notFound(`text that begins with ${quote(words.split('\n', 1)[0]!)}`);
};

/** Nothing may follow a document but what belongs to the page or terminal it was copied from. */
const checkRest = (text: string, json: LenientJson, isPasted: boolean): void => {
	json.skipBlanks();
	let isAround = isPasted;
	while (json.offset < text.length) {
		const end = text.indexOf('\n', json.offset);
		const line = text.slice(json.offset, end === -1 ? text.length : end);
		if (beginsDocument.test(line)) {
			const where = json.place();
			throw new StatusFormatError({
				expected: 'one document',
				found: `several, the second begins at ${where}`,
				where,
			});
		}

		isAround ||= prompt.test(line);
		if (!isAround || endsDocument.test(line)) {
			throw new StatusFormatError({
				expected: 'the end of the document',
				found: quote(line),
				where: json.place(),
			});
		}

		json.offset += line.length;
		json.skipBlanks();
	}
};

/**
 * The JSON value that a text holds. Around it there may be a byte order mark, remarks from `#` to the end of the line,
 * prompts, fences and prose; inside it what `LenientJson` takes.
 *
 * @param text The whole text.
 * @param isExact Keep integers past 2^53 as bigint. It is slower, so ask for it only when there is one.
 * @throws {StatusFormatError} when there is no document, no whole one, or more than one.
 */
export const readDocument = (text: string, isExact = false): unknown => {
	const bare = text.startsWith('\u{FEFF}') ? text.slice(1) : text;
	if (!isExact) {
		try {
			return JSON.parse(bare) as unknown;
		} catch {
			// The reader below takes more, and says where a text goes wrong.
		}
	}

	if (bare.trim() === '') {
		throw notFound(bare === '' ? 'an empty text' : 'a text of nothing but blanks');
	}

	const start = findDocument(bare);
	const json = new LenientJson(bare, start);
	const value = json.read();
	checkRest(bare, json, bare.slice(0, start).trim() !== '');
	return value;
};
