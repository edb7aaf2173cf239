/**
 * The text format of metrics, in which workers and masters serve them
 * (https://prometheus.io/docs/instrumenting/exposition_formats/).
 */
import {ownText} from '../../../dm/values/own-text.js';
import {decimalOf} from '../decimal.js';

/** One sample: its name with any suffix (`_bucket`, `_sum`, `_count`), its labels, its value. */
export type TextSample = {
	readonly name: string;
	readonly labels: ReadonlyMap<string, string>;
	readonly value: number;
};

const escapes: ReadonlyMap<string, string> = new Map([
	['n', '\n'],
	['"', '"'],
	['\\', '\\'],
]);

/**
 * A quoted text that begins at `from`, after the quote, and the offset after its closing quote; undefined if it is not
 * closed.
 */
const readQuoted = (
	line: string,
	from: number,
): {readonly text: string; readonly end: number} | undefined => {
	let text = '';
	for (let index = from; index < line.length; index++) {
		const character = line[index]!;
		if (character === '"') {
			return {text, end: index + 1};
		}

		if (character === '\\') {
			index++;
			const next = line[index] ?? '';
			text += escapes.get(next) ?? `\\${next}`;
		} else {
			text += character;
		}
	}

	return undefined;
};

const isLabel = (text: string): boolean => /^[A-Z_a-z]\w*$/v.test(text);

type ReadLabels = {readonly labels: ReadonlyMap<string, string>; readonly end: number};

/** The same texts once for a whole page, which itself is not kept. */
const createTexts = (): ((text: string) => string) => {
	const texts = new Map<string, string>();
	return text => {
		const known = texts.get(text);
		if (known !== undefined) {
			return known;
		}

		const own = ownText(text);
		texts.set(own, own);
		return own;
	};
};

type Texts = ReturnType<typeof createTexts>;

/** The labels in the braces that open before `from`, and the offset after the closing brace. */
const readLabels = (line: string, from: number, own: Texts): ReadLabels | undefined => {
	const labels = new Map<string, string>();
	let at = from;
	for (;;) {
		const equals = line.indexOf('=', at);
		const brace = line.indexOf('}', at);
		if (brace !== -1 && (equals === -1 || brace < equals)) {
			return line.slice(at, brace).trim().replace(/^,/v, '').trim() === ''
				? {labels, end: brace + 1}
				: undefined;
		}

		const name = line.slice(at, equals).trim().replace(/^,/v, '').trim();
		const quote = line.indexOf('"', equals);
		const value = equals === -1 || quote === -1 ? undefined : readQuoted(line, quote + 1);
		if (!value || !isLabel(name) || line.slice(equals + 1, quote).trim() !== '') {
			return undefined;
		}

		labels.set(own(name), own(value.text));
		at = value.end;
	}
};

const numbers: ReadonlyMap<string, number> = new Map([
	['+Inf', Infinity],
	['Inf', Infinity],
	['-Inf', -Infinity],
	['NaN', NaN],
]);

/** The longest line of a sample, characters. */
const longestLine = 10_000;

const none: ReadonlyMap<string, string> = new Map();

/** `name{label="value",…} value timestamp`; the name ends at `end`. */
const readSample = (line: string, end: number, own: Texts): TextSample | undefined => {
	const open = /^\s*\{/v.exec(line.slice(end))?.[0].length ?? 0;
	const read = open === 0 ? {labels: none, end} : readLabels(line, end + open, own);
	const [text = ''] = read ? line.slice(read.end).trimStart().split(/\s/v, 1) : [];
	const value = numbers.get(text) ?? decimalOf(text);
	return !read || (Number.isNaN(value) && text !== 'NaN')
		? undefined
		: {name: own(line.slice(0, end)), labels: read.labels, value};
};

/** The samples whose name is wanted; comments and other lines are skipped. It never throws, whatever the text. */
export const parseMetrics = (text: string, isWanted: (name: string) => boolean): readonly TextSample[] => {
	const samples: TextSample[] = [];
	const own = createTexts();
	for (const line of text.split('\n')) {
		if (line.startsWith('#') || line.length > longestLine) {
			continue;
		}

		const end = line.search(/[\s\{]/v);
		const sample = end > 0 && isWanted(line.slice(0, end)) ? readSample(line, end, own) : undefined;
		if (sample) {
			samples.push(sample);
		}
	}

	return samples;
};
