/** JSON text in pieces: what a large cluster answers is megabytes of it, of which each copy would take memory at once. */
import {isObject, type JsonObject} from '../../../dm/values/json-object.js';
import {joined} from '../writing/groups.js';
import {pack, packKey, relayOfSource} from './exact-json.js';

/** The least length of a piece but the last, UTF-16 units. */
const pieceLength = 32 * 1024;

/** How deep to go into a value, levels: as deep as the sources lie in a line, and their subtasks. */
const deepest = 5;

/** True for what JSON has a text for: members of other kinds are left out. */
const hasText = (value: unknown): boolean => !['undefined', 'function', 'symbol'].includes(typeof value);

/**
 * The JSON text of a value bit by bit.
 *
 * @yields Any part of it; no character is divided.
 */
function* bitsOf(value: unknown, depth: number): Generator<string, void> {
	if (depth > 0 && Array.isArray(value)) {
		yield '[';
		for (const [index, member] of (value as readonly unknown[]).entries()) {
			if (index > 0) {
				yield ',';
			}

			yield* bitsOf(member, depth - 1);
		}

		yield ']';
	} else if (depth > 0 && isObject(value) && value !== relayOfSource) {
		let before = '{';
		for (const [key, member] of Object.entries(value)) {
			if (!hasText(member) || key === '__proto__') {
				continue;
			}

			yield `${before}${JSON.stringify(packKey(key))}:`;
			yield* bitsOf(member, depth - 1);
			before = ',';
		}

		yield before === '{' ? '{}' : '}';
	} else {
		yield hasText(value) ? JSON.stringify(pack(value)) : 'null';
	}
}

/**
 * The JSON text of an object, with escapes for what JSON does not have, in pieces of about 32 KiB or of one long member; no
 * character is divided. A text that is short is one piece.
 */
export const jsonPieces = (value: JsonObject): Iterable<string> =>
	joined(bitsOf(value, deepest), pieceLength);
