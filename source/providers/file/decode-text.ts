import {isUtf8} from 'node:buffer';
import type {Phrase} from '../../language/text.js';
import {say} from '../../language/say.js';

/** Bytes that are not text; the message says what they are instead, and follows the name of the file. */
export class TextEncodingError extends Error {
	override readonly name = 'TextEncodingError';
	/** What to do about it. */
	readonly fix: string;

	constructor(message: string, fix: string) {
		super(message);
		this.fix = fix;
	}
}

/** As `TextDecoder` calls them. */
export type TextEncoding = 'utf8' | 'utf-16le' | 'utf-16be';

/** The number of bytes at the beginning that decide the encoding. */
export const beginningLength = 8;

type Kind = {readonly bytes: readonly number[]; readonly problem: () => TextEncodingError};

const unpack = (format: string, command: string): Pick<Kind, 'problem'> => ({
	problem: () =>
		new TextEncodingError(
			say('is compressed with {format}', {format}),
			say('Unpack it first, such as with {command}.', {command}),
		),
});
const copy = (what: Phrase): Pick<Kind, 'problem'> => ({
	problem: () => new TextEncodingError(say(what), say('Save its content as plain text.')),
});
const utf32: Pick<Kind, 'problem'> = {
	problem: () =>
		new TextEncodingError(
			say('is UTF-32 text'),
			say('Save it as UTF-8, such as with iconv -f UTF-32 -t UTF-8.'),
		),
};

/** Files that are not text, by their first bytes. */
const kinds: readonly Kind[] = [
	{bytes: [0x1f, 0x8b], ...unpack('gzip', 'gunzip -c')},
	{bytes: [0x28, 0xb5, 0x2f, 0xfd], ...unpack('zstd', 'zstd -dc')},
	{bytes: [0xfd, 0x37, 0x7a, 0x58, 0x5a], ...unpack('xz', 'xz -dc')},
	{bytes: [0x42, 0x5a, 0x68], ...unpack('bzip2', 'bzip2 -dc')},
	{bytes: [0x50, 0x4b, 0x03, 0x04], ...copy('is a ZIP archive or an office document')},
	{bytes: [0x25, 0x50, 0x44, 0x46], ...copy('is a PDF document')},
	{bytes: [0x7b, 0x5c, 0x72, 0x74, 0x66], ...copy('is an RTF document')},
	{bytes: [0x89, 0x50, 0x4e, 0x47], ...copy('is a picture')},
	{bytes: [0xff, 0xd8, 0xff], ...copy('is a picture')},
	{bytes: [0xff, 0xfe, 0, 0], ...utf32},
	{bytes: [0, 0, 0xfe, 0xff], ...utf32},
];

const startsWith = (bytes: Uint8Array, beginning: readonly number[]): boolean =>
	beginning.every((byte, index) => bytes[index] === byte);

/**
 * The encoding of a text, by its first bytes: UTF-16 has a byte order mark, or a zero in its first character, which is
 * ASCII.
 *
 * @throws {TextEncodingError} When they are not text, or UTF-32.
 */
export const encodingOf = (bytes: Uint8Array): TextEncoding => {
	const kind = kinds.find(({bytes: beginning}) => startsWith(bytes, beginning));
	if (kind) {
		throw kind.problem();
	}

	const [first, second, third, fourth] = bytes;
	if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
		return first === 0xff ? 'utf-16le' : 'utf-16be';
	}

	if (first !== 0 && second !== 0) {
		return 'utf8';
	}

	// The zeros of three ASCII characters are at the same place of each.
	if ((first === 0) === (second === 0) || (third === 0 && fourth === 0)) {
		throw new TextEncodingError(say('is not text'), say('Give a file with what dmctl query-status prints.'));
	}

	return first === 0 ? 'utf-16be' : 'utf-16le';
};

const findBadLine = (bytes: Uint8Array): number => {
	let line = 1;
	for (let start = 0; start < bytes.length; line++) {
		const end = bytes.indexOf(0x0a, start);
		const rest = bytes.subarray(start, end === -1 ? bytes.length : end);
		if (!isUtf8(rest) || end === -1) {
			break;
		}

		start = end + 1;
	}

	return line;
};

/**
 * The text of bytes of UTF-8 or UTF-16, without a byte order mark.
 *
 * @throws {TextEncodingError} When they are something else, saying what or in which line.
 */
export const decodeText = (bytes: Uint8Array): string => {
	const encoding = encodingOf(bytes);
	if (encoding === 'utf8' && !isUtf8(bytes)) {
		throw new TextEncodingError(
			say('is not UTF-8 text: line {line} has other bytes', {line: findBadLine(bytes)}),
			say('Convert it to UTF-8, such as with iconv -f GB18030 -t UTF-8.'),
		);
	}

	return new TextDecoder(encoding).decode(bytes);
};
