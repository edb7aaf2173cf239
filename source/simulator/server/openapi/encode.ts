/** The bytes of an answer of OpenAPI: gin's IndentedJSON, and its JSON in one line. */
import {escapeForGo} from '../../answers/encode.js';
import type {Json} from '../../model/json.js';
import type {Reply} from '../http/reply.js';

const contentType = 'application/json; charset=utf-8';

/** With four blanks of indent. */
export const indented = (value: Json, status = 200): Reply => ({
	status,
	headers: {'Content-Type': contentType},
	body: escapeForGo(JSON.stringify(value, undefined, 4)),
});

/** In one line. */
export const compact = (value: Json, status: number): Reply => ({
	status,
	headers: {'Content-Type': contentType},
	body: escapeForGo(JSON.stringify(value)),
});

/** A number that does not fit into a double is written digit by digit. */
export const indentedBig = (key: string, value: bigint): Reply => ({
	status: 200,
	headers: {'Content-Type': contentType},
	body: `{\n    ${JSON.stringify(key)}: ${value}\n}`,
});

/** Go's nil slice: null where a list is empty. */
export const listOrNull = (items: readonly Json[]): Json => (items.length === 0 ? null : items);
