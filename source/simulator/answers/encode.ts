/** The bytes of an answer as DM's gateway writes them: two blanks of indent, empty lists over two lines. */
import type {Json} from '../model/json.js';

const needsEscape = /[&<>\u{2028}\u{2029}]/v;
const escapeAll = /[&<>\u{2028}\u{2029}]/gv;

/** Go escapes these in JSON, even where that is not required. */
export const escapeForGo = (json: string): string =>
	needsEscape.test(json)
		? json.replaceAll(escapeAll, letter => {
				const code = letter.codePointAt(0) ?? 0;
				return String.raw`\u` + code.toString(16).padStart(4, '0');
			})
		: json;

/** A line that ends with an empty list or object; a string ends with its quotation mark. */
const emptyAtEnd = /(?<open>[\[\{])[\]\}](?<comma>,?)$/v;

/** Writes empty lists on two lines, as jsonpb does, and empty objects on three. */
const spread = (line: string): string => {
	const {open, comma = ''} = emptyAtEnd.exec(line)?.groups ?? {};
	if (open === undefined) {
		return line;
	}

	const indent = line.slice(0, line.search(/\S/v));
	const head = line.slice(0, line.length - comma.length - 1);
	return open === '[' ? `${head}\n${indent}]${comma}` : `${head}\n\n${indent}}${comma}`;
};

/** One value, as a grpc-gateway with indent writes it. */
export const encodeJson = (value: Json): string =>
	escapeForGo(
		JSON.stringify(value, undefined, 2)
			.split('\n')
			.map(line => spread(line))
			.join('\n'),
	);
