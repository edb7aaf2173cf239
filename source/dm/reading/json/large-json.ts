/**
 * JSON.parse for texts of many megabytes, step by step: it finds the ends of members and items, and passes them to
 * JSON.parse a few at a time.
 */
import type {Steps} from '../../steps.js';
import {setMember} from '../../values/json-object.js';

/** How much is parsed or scanned in one step, UTF-16 units. */
const stepLength = 512 * 1024;

/** Anything nested deeper is parsed at once: DM's answers have few levels with much content. */
const mostLevels = 6;

const quote = 0x22;
const backslash = 0x5c;
const comma = 0x2c;
const colon = 0x3a;
const list = 0x5b;
const object = 0x7b;

/** A part of the text; `end` is exclusive. */
type Part = {readonly start: number; readonly end: number};

/** The offset of the quote that closes the string at `start`; the end of the text where there is none. */
const endOfString = (text: string, start: number): number => {
	for (let end = text.indexOf('"', start + 1); end !== -1; end = text.indexOf('"', end + 1)) {
		let first = end;
		while (text.codePointAt(first - 1) === backslash) {
			first--;
		}

		if ((end - first) % 2 === 0) {
			return end;
		}
	}

	return text.length;
};

const blanks: ReadonlySet<number | undefined> = new Set([0x20, 0x09, 0x0a, 0x0d]);

/** The part without surrounding blanks. */
const trim = (text: string, {start, end}: Part): Part => {
	let [first, last] = [start, end];
	while (first < last && blanks.has(text.codePointAt(first))) {
		first++;
	}

	while (last > first && blanks.has(text.codePointAt(last - 1))) {
		last--;
	}

	return {start: first, end: last};
};

const opens = (code: number): boolean => code === list || code === object;
const closes = (code: number): boolean => code === list + 2 || code === object + 2;

/** The longest piece of a string that is matched at once: V8 keeps on a stack how far a match may be taken back. */
const longPiece = 100_000;

/** A string up to its end, its first backslash or `longPiece`; or a character that opens, closes or separates. */
const token = /"[^"\\]{0,100000}"?|[,\[\]\{\}]/gv;

/** The commas of a whole text, found in a single pass for all levels of nesting. */
class Commas {
	readonly #text: string;
	/** Their offsets by depth, the outermost list or object first. */
	readonly #places = Array.from({length: mostLevels}, (): number[] => []);
	/** How many of each have been taken. */
	readonly #taken = this.#places.map(() => 0);
	#index = 0;
	#depth = 0;

	constructor(text: string) {
		this.#text = text;
	}

	/**
	 * Continues to `until`, or to the end of a string beyond it. Not a generator, since it runs for each string and comma;
	 * V8 compiles a pattern at once, what walks from character to character only after seconds.
	 */
	#search(until: number): void {
		const text = this.#text;
		const places = this.#places;
		let depth = this.#depth;
		let from = this.#index;
		token.lastIndex = from;
		while (token.lastIndex < until && token.test(text)) {
			const end = token.lastIndex;
			const mayContinue = text.codePointAt(end) === backslash || end - from > longPiece;
			const opening = mayContinue ? text.slice(from, end).indexOf('"') : -1;
			if (opening !== -1) {
				from = endOfString(text, from + opening) + 1;
				token.lastIndex = from;
				continue;
			}

			from = end;

			const code = text.codePointAt(end - 1)!;
			if (code === comma) {
				if (depth > 0 && depth <= mostLevels) {
					places[depth - 1]!.push(end - 1);
				}
			} else if (opens(code)) {
				depth++;
			} else if (closes(code)) {
				depth--;
			}
		}

		// A pattern that has found nothing more begins again at 0.
		this.#index = token.lastIndex === 0 ? text.length : token.lastIndex;
		this.#depth = depth;
	}

	/** Finds all of them. */
	*find(): Steps<undefined> {
		while (this.#index < this.#text.length) {
			this.#search(Math.min(this.#text.length, this.#index + stepLength));
			yield;
		}

		return undefined;
	}

	/**
	 * The items of a list or an object, as separated by commas. A level has to be asked for in the order of the text.
	 */
	part(level: number, {start, end}: Part): readonly Part[] {
		const places = this.#places[level]!;
		const parts: Part[] = [];
		let taken = this.#taken[level]!;
		while (taken < places.length && places[taken]! < start) {
			taken++;
		}

		let from = start;
		for (; taken < places.length && places[taken]! < end; taken++) {
			const place = places[taken]!;
			parts.push({start: from, end: place});
			from = place + 1;
		}

		this.#taken[level] = taken;
		parts.push({start: from, end});
		return parts;
	}
}

/** A text, and where its commas are. */
type SearchedText = {readonly text: string; readonly commas: Commas};

/** Short neighbours in one group; a long one by itself. */
const group = (parts: readonly Part[]): readonly Part[] => {
	const groups: Part[] = [];
	let open: Part | undefined;
	for (const part of parts) {
		if (open && part.end - open.start <= stepLength) {
			open = {start: open.start, end: part.end};
		} else {
			groups.push(...(open ? [open] : []));
			open = part;
		}
	}

	return [...groups, open!];
};

/** A member with a long value: its key, and where its value is; undefined when it is not a member. */
const splitMember = (text: string, part: Part): {readonly key: string; readonly value: Part} | undefined => {
	const {start, end} = trim(text, part);
	if (text.codePointAt(start) !== quote) {
		return undefined;
	}

	const keyEnd = endOfString(text, start) + 1;
	const rest = trim(text, {start: keyEnd, end});
	return text.codePointAt(rest.start) === colon
		? {key: JSON.parse(text.slice(start, keyEnd)) as string, value: {start: rest.start + 1, end}}
		: undefined;
};

function* parseItems(searched: SearchedText, inside: Part, level: number): Steps<unknown> {
	const {text, commas} = searched;
	const items: unknown[] = [];
	const groups = group(commas.part(level, inside));
	for (const part of groups) {
		if (part.end - part.start > stepLength) {
			items.push(yield* parsePart(searched, part, level + 1));
			continue;
		}

		const some = JSON.parse(`[${text.slice(part.start, part.end)}]`) as unknown[];
		if (some.length === 0 && groups.length > 1) {
			throw new SyntaxError(`Unexpected token at position ${part.start}`);
		}

		for (const item of some) {
			items.push(item);
		}

		yield;
	}

	return items;
}

function* parseMembers(searched: SearchedText, inside: Part, level: number): Steps<unknown> {
	const {text, commas} = searched;
	const members = {};
	const groups = group(commas.part(level, inside));
	for (const part of groups) {
		const member = part.end - part.start > stepLength ? splitMember(text, part) : undefined;
		if (member) {
			setMember(members, member.key, yield* parsePart(searched, member.value, level + 1));
			continue;
		}

		const some = Object.entries(
			JSON.parse(`{${text.slice(part.start, part.end)}}`) as Record<string, unknown>,
		);
		if (some.length === 0 && groups.length > 1) {
			throw new SyntaxError(`Unexpected token at position ${part.start}`);
		}

		for (const [key, value] of some) {
			setMember(members, key, value);
		}

		yield;
	}

	return members;
}

function* parsePart(searched: SearchedText, part: Part, level: number): Steps<unknown> {
	const {text} = searched;
	const {start, end} = trim(text, part);
	const opening = text.codePointAt(start);
	if (level < mostLevels && end - start > stepLength && (opening === list || opening === object)) {
		if (text.codePointAt(end - 1) !== opening + 2) {
			throw new SyntaxError(`No end of what begins at position ${start}`);
		}

		const inside = trim(text, {start: start + 1, end: end - 1});
		return opening === list
			? yield* parseItems(searched, inside, level)
			: yield* parseMembers(searched, inside, level);
	}

	const value: unknown = JSON.parse(text.slice(start, end));
	yield;
	return value;
}

/**
 * The same as JSON.parse, step by step.
 *
 * @yields Between two steps.
 * @throws {SyntaxError} When it is not JSON; the message is less exact than that of JSON.parse.
 */
export function* parseJsonSteps(text: string): Steps<unknown> {
	const commas = new Commas(text);
	if (text.length > stepLength) {
		yield* commas.find();
	}

	return yield* parsePart({text, commas}, {start: 0, end: text.length}, 0);
}
