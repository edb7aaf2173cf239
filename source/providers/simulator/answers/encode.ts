/** The bytes of an answer as DM's gateway writes them: two blanks of indent, empty lists over two lines. */
import type {Json} from './json.js';

const needsEscape = /[&<>\u{2028}\u{2029}]/v;
const escapeAll = /[&<>\u{2028}\u{2029}]/gv;

/** Go escapes these in JSON, also where JSON itself does not ask for it. */
export const escapeForGo = (json: string): string =>
	needsEscape.test(json)
		? json.replaceAll(escapeAll, letter => {
				const code = letter.codePointAt(0) ?? 0;
				return String.raw`\u` + code.toString(16).padStart(4, '0');
			})
		: json;

const write = (value: Json, indent: string): string => {
	if (typeof value !== 'object' || value === null) {
		return JSON.stringify(value);
	}

	const inner = `${indent}  `;
	if (Array.isArray(value)) {
		const items = (value as readonly Json[]).map(item => inner + write(item, inner));
		return items.length === 0 ? `[\n${indent}]` : `[\n${items.join(',\n')}\n${indent}]`;
	}

	const entries: string[] = [];
	for (const [key, entry] of Object.entries(value)) {
		if (entry !== undefined) {
			entries.push(`${inner}${JSON.stringify(key)}: ${write(entry, inner)}`);
		}
	}

	return entries.length === 0 ? `{\n\n${indent}}` : `{\n${entries.join(',\n')}\n${indent}}`;
};

/** One value, as a grpc-gateway with indent writes it. */
export const encodeJson = (value: Json): string => escapeForGo(write(value, ''));
