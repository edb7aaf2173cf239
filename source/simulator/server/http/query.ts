/** The query of a request, parsed like Go's net/url. */
import {Buffer} from 'node:buffer';

const escapeForm = /%[\da-f]{2}/giv;
const wrongEscape = /%(?![\da-f]{2})/iv;

/** Decodes "%41", and "+" in a query; undefined for an invalid escape. */
export const unescapeGo = (text: string, {isQuery}: {readonly isQuery: boolean}): string | undefined => {
	if (wrongEscape.test(text)) {
		return undefined;
	}

	const spaced = isQuery ? text.replaceAll('+', ' ') : text;
	if (!spaced.includes('%')) {
		return spaced;
	}

	const bytes: Uint8Array[] = [];
	let from = 0;
	for (const match of spaced.matchAll(escapeForm)) {
		bytes.push(
			Buffer.from(spaced.slice(from, match.index)),
			Uint8Array.of(Number.parseInt(match[0].slice(1), 16)),
		);
		from = match.index + 3;
	}

	bytes.push(Buffer.from(spaced.slice(from)));
	return Buffer.concat(bytes).toString('utf8');
};

/** The query cannot be read; the message is Go's. */
export class QueryError extends Error {
	override readonly name = 'QueryError';
}

/** The values by name, in the order in which they came. */
export type Query = ReadonlyMap<string, readonly string[]>;

const unescapePart = (part: string): string => {
	const value = unescapeGo(part, {isQuery: true});
	if (value === undefined) {
		const at = wrongEscape.exec(part)?.index ?? 0;
		throw new QueryError(`invalid URL escape "${part.slice(at, at + 3)}"`);
	}

	return value;
};

/**
 * Reads a query.
 *
 * @throws {QueryError} When it cannot be read.
 */
export const parseQuery = (search: string): Query => {
	const query = new Map<string, string[]>();
	for (const pair of search.split('&')) {
		if (pair.includes(';')) {
			throw new QueryError('invalid semicolon separator in query');
		}

		if (pair === '') {
			continue;
		}

		const equals = pair.indexOf('=');
		const key = unescapePart(equals === -1 ? pair : pair.slice(0, equals));
		const value = equals === -1 ? '' : unescapePart(pair.slice(equals + 1));
		query.set(key, [...(query.get(key) ?? []), value]);
	}

	return query;
};

/** A boolean as parsed by Go's strconv.ParseBool; undefined for an invalid one. */
export const parseGoBoolean = (text: string): boolean | undefined => {
	if (['1', 't', 'T', 'true', 'TRUE', 'True'].includes(text)) {
		return true;
	}

	return ['0', 'f', 'F', 'false', 'FALSE', 'False'].includes(text) ? false : undefined;
};
