/** The bytes of an answer as DM's gateway writes them: two blanks of indent, empty lists over two lines. */
import type {Json} from '../model/json.js';

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

/** A line that ends with an empty list or object; that of text ends with its quotation mark. */
const emptyAtEnd = /(?<open>[\[\{])[\]\}](?<comma>,?)$/v;

/** Writes what is empty over two lines, as jsonpb does, objects over three. */
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
