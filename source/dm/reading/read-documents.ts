/**
 * From text, as received or pasted, to JSON values.
 */
import type {Steps} from '../steps.js';
import {DocumentSplitter} from './splitting/document-splitter.js';
import type {Piece} from './splitting/piece.js';
import {LenientJson, type Elision} from './json/lenient-json.js';
import {textStart, type TextPlace} from './json/place.js';
import {LineFrames} from './unwrapping/line-frames.js';
import {parseJsonSteps} from './json/large-json.js';
import {hasRepeatedKeys} from './json/repeated-keys.js';
import {noDocument} from './no-document.js';
import {invisible, wideBlanks} from './json/signs.js';
import {TerminalCodes} from './unwrapping/terminal-codes.js';
import {joinOneLine, joinWrappedLines} from './unwrapping/wrapped-lines.js';

/** The value of a document, and what was left out of it. */
export type ReadDocument = {readonly value: unknown; readonly elisions: readonly Elision[]};

/** A document within the text. */
export type FoundDocument = {
	readonly start: TextPlace;
	/** The key before it on its line: it is part of a document whose beginning is missing. */
	readonly part?: Remains;
	/** The rest of another document, between this one and the next. */
	readonly remains: readonly Remains[];
	/**
	 * Its value, step by step.
	 *
	 * @param isExact Keep integers past 2^53 as bigint. It is slower, so ask for it only when there is one.
	 * @throws {StatusFormatError} when it is not whole, or not JSON.
	 */
	readonly read: (isExact: boolean) => Steps<ReadDocument>;
};

/** A line of JSON that belongs to no document: the beginning of the document is missing. */
export type Remains = {readonly text: string; readonly start: TextPlace};

/** The JSON documents in a text, in order. */
export type FoundDocuments = {
	readonly documents: readonly FoundDocument[];
	/** The rest of another document before the first one. */
	readonly remains: readonly Remains[];
};

/** How much of the text is scanned in one step, characters. */
const stepLength = 256 * 1024;

/** Fast for the usual case: V8 stores a string without any of them as one byte per character. */
const hasInvisible = /[\u{200B}\u{200E}\u{200F}\u{202A}-\u{202E}\u{2060}-\u{2069}\u{FEFF}]/v;
const invisibleInKey =
	/"[^"\\\u{AD}\u{200B}\u{200E}\u{200F}\u{202A}-\u{202E}\u{2060}-\u{2069}\u{FEFF}]*[\u{AD}\u{200B}\u{200E}\u{200F}\u{202A}-\u{202E}\u{2060}-\u{2069}\u{FEFF}][^"\\]*"\s*:/v;
const keyOrEnd = /^\s*(?:"[^"]{1,60}"\s*:|[\]\}][\s,\]\}]*$)/v;
/** After a document on its own line, and where a compact one continues. */
const endsDocument = /"\s*:.*[\]\}]\s*,?$/v;

/** The text with other blanks and invisible characters replaced by those of JSON. */
const plainBlanks = (text: string): string => text.replaceAll(wideBlanks, ' ').replaceAll(invisible, '');

function* parse(text: string): Steps<unknown> {
	const value = yield* parseJsonSteps(text);
	// No key of DM contains any: then they were added on the way.
	return hasInvisible.test(text) && invisibleInKey.test(text)
		? yield* parseJsonSteps(text.replaceAll(invisible, ''))
		: value;
}

const readLeniently = (text: string, start: TextPlace): ReadDocument => {
	const json = new LenientJson(text, 0, start);
	const value = json.read();
	const {elisions} = json;
	// Whatever changed the blanks between strings has changed those inside them, too.
	return {value: json.hasOtherBlanks ? new LenientJson(plainBlanks(text)).read() : value, elisions};
};

/** The value, without members whose key is there again with another value. */
const withoutRepeats = (text: string, start: TextPlace, value: unknown): ReadDocument =>
	hasRepeatedKeys(text, value) ? readLeniently(text, start) : {value, elisions: []};

/**
 * Tries every way to read the text of one document; errors refer to the text as it is.
 *
 * @yields Between two steps.
 */
function* readText(text: string, start: TextPlace, isExact: boolean): Steps<ReadDocument> {
	if (!isExact) {
		try {
			return withoutRepeats(text, start, yield* parse(text));
		} catch {
			// The readers below take more, and say where the text goes wrong.
		}
	}

	try {
		return readLeniently(text, start);
	} catch (error) {
		const joined = joinWrappedLines(text, start.column);
		if (joined === text) {
			throw error;
		}

		try {
			return readLeniently(joined, start);
		} catch {
			throw error;
		}
	}
}

const isRemains = ({text}: Remains): boolean => keyOrEnd.test(text) || endsDocument.test(text);

/** All documents of the text, and the lines of JSON in between that belong to none. */
function* splitText(text: string, begin: TextPlace): Steps<FoundDocuments> {
	const codes = new TerminalCodes();
	const frames = new LineFrames();
	const splitter = new DocumentSplitter(Infinity, begin);
	const documents: FoundDocument[] = [];
	const remains: Remains[] = [];
	let current = remains;
	const take = (pieces: readonly Piece[]): void => {
		for (const piece of pieces) {
			if (piece.kind === 'document' || piece.kind === 'unfinished') {
				current = [];
				documents.push({
					start: piece.start,
					...(piece.key !== '' && {part: {text: piece.key, start: piece.start}}),
					remains: current,
					read: isExact => readText(piece.text, piece.start, isExact),
				});
			} else if (piece.kind === 'skipped' && isRemains(piece)) {
				current.push(piece);
			}
		}
	};

	for (let start = 0; start < text.length; start += stepLength) {
		take(splitter.push(frames.push(codes.push(text.slice(start, start + stepLength)))));
		yield;
	}

	take(splitter.push(frames.end()));
	take(splitter.end());
	return {documents, remains};
}

/** The one document that the whole text is. */
const wholeText = (text: string, value: unknown, start: TextPlace): FoundDocuments => ({
	documents: [
		{
			start: {...start, line: start.line + /^\s*/v.exec(text)![0].split('\n').length - 1},
			remains: [],
			*read(isExact) {
				return isExact ? yield* readText(text, start, true) : withoutRepeats(text, start, value);
			},
		},
	],
	remains: [],
});

/**
 * A document on one line that a terminal broke: joined first, since one of its lines may begin with a brace that is
 * part of a name.
 *
 * @yields Between two steps.
 */
function* brokenLine(text: string): Steps<{text: string; value: unknown} | undefined> {
	const joined = /^\s*[\[\{]/v.test(text) ? joinOneLine(text.trimEnd()) : undefined;
	if (joined === undefined) {
		return undefined;
	}

	try {
		return {text: joined, value: yield* parse(joined)};
	} catch {
		return undefined;
	}
}

/**
 * The documents that the text holds. Around and between them there may be a byte order mark, comments, prompts, code
 * fences, prose and terminal codes, and frames around every line; inside them anything that `LenientJson` accepts. The
 * text begins at `start` of its stream.
 *
 * @yields Between two steps.
 * @throws {StatusFormatError} when there is no document in it.
 */
export function* readDocuments(text: string, start: TextPlace = textStart): Steps<FoundDocuments> {
	const bare = text.startsWith('\u{FEFF}') ? text.slice(1) : text;
	let value: unknown;
	try {
		value = yield* parse(bare);
	} catch {
		yield;
		const broken = yield* brokenLine(bare);
		if (broken !== undefined) {
			return wholeText(broken.text, broken.value, start);
		}

		const lines = bare.includes('\n') ? bare : bare.replaceAll('\r', '\n');
		const found = yield* splitText(lines, start);
		if (found.documents.length === 0 && found.remains.length === 0) {
			throw noDocument(bare);
		}

		return found;
	}

	// Some logs keep a document as a string within JSON.
	return typeof value === 'string' && /^\s*[\[\{]/v.test(value)
		? yield* readDocuments(value, start)
		: wholeText(bare, value, start);
}
