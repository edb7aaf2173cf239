/** The bytes of an answer as DM's gateway writes them: two blanks of indent, empty lists over two lines. */
import type {Json} from './json.js';

/** Go escapes these in JSON, also where JSON itself does not ask for it. */
const escaped = (text: string): string =>
	JSON.stringify(text).replaceAll(/[&<>\u{2028}\u{2029}]/gv, letter => {
		const code = letter.codePointAt(0) ?? 0;
		return String.raw`\u` + code.toString(16).padStart(4, '0');
	});

/** One value, as a grpc-gateway with indent writes it. */
export const encodeJson = (value: Json, indent = ''): string => {
	if (typeof value === 'string') {
		return escaped(value);
	}

	if (typeof value !== 'object' || value === null) {
		return JSON.stringify(value);
	}

	const inner = `${indent}  `;
	if (Array.isArray(value)) {
		const items = (value as readonly Json[]).map(item => `${inner}${encodeJson(item, inner)}`);
		return items.length === 0 ? `[\n${indent}]` : `[\n${items.join(',\n')}\n${indent}]`;
	}

	const entries = Object.entries(value).map(
		([key, entry]) => `${inner}${escaped(key)}: ${encodeJson(entry, inner)}`,
	);
	return entries.length === 0 ? `{\n\n${indent}}` : `{\n${entries.join(',\n')}\n${indent}}`;
};
