import {isUtf8} from 'node:buffer';

/** Bytes that are no UTF-8 text; the message says what they are instead, to follow the name of the file. */
export class TextEncodingError extends Error {
	override readonly name = 'TextEncodingError';
	/** What to do about it. */
	readonly fix: string;

	constructor(message: string, fix: string) {
		super(message);
		this.fix = fix;
	}
}

const startsWith = (bytes: Uint8Array, ...beginning: readonly number[]): boolean =>
	beginning.every((byte, index) => bytes[index] === byte);

/**
 * Looks at the first bytes of a text.
 *
 * @throws {TextEncodingError} When they are of UTF-16, UTF-32 or of a compressed file.
 */
export const checkBeginning = (bytes: Uint8Array): void => {
	const isUtf16 =
		startsWith(bytes, 0xff, 0xfe) ||
		startsWith(bytes, 0xfe, 0xff) ||
		(bytes.length > 1 && (bytes[0] === 0 || bytes[1] === 0));
	if (isUtf16) {
		throw new TextEncodingError(
			'is UTF-16 text, not UTF-8',
			'Convert it: iconv -f UTF-16 -t UTF-8. In PowerShell write it with Out-File -Encoding utf8.',
		);
	}

	if (startsWith(bytes, 0x1f, 0x8b)) {
		throw new TextEncodingError('is compressed with gzip', 'Unpack it first, such as with gunzip -c.');
	}
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
 * The text of UTF-8 bytes, without a byte order mark.
 *
 * @throws {TextEncodingError} When they are something else, saying what or in which line.
 */
export const decodeText = (bytes: Uint8Array): string => {
	checkBeginning(bytes);
	if (!isUtf8(bytes)) {
		throw new TextEncodingError(
			`is not UTF-8 text: line ${findBadLine(bytes)} has other bytes`,
			'Convert it to UTF-8, such as with iconv -f GB18030 -t UTF-8.',
		);
	}

	return new TextDecoder().decode(bytes);
};
