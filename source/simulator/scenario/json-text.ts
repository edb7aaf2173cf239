/**
 * JSON with comments, as scenarios are written: `//` and block comments, trailing commas. Every value has its line and
 * column, so that mistakes can be reported with their place.
 */
import type {TextPlace} from '../../dm/reading/json/place.js';
import type {Phrase} from '../../language/text.js';
import {say} from '../../language/say.js';
import {ScenarioError} from './mistake.js';

/** A value in the text of a scenario, with its place. */
export type Node = TextPlace &
	(
		| {readonly kind: 'text'; readonly value: string}
		| {readonly kind: 'number'; readonly value: number}
		| {readonly kind: 'word'; readonly value: boolean | undefined}
		| {readonly kind: 'list'; readonly items: readonly Node[]}
		| {readonly kind: 'object'; readonly entries: readonly Entry[]}
	);

/** A key of an object, and its value. */
export type Entry = {readonly key: string; readonly keyPlace: TextPlace; readonly value: Node};

const blank = /\s+|\/\/[^\n]*|\/\*[\s\S]*?\*\//vy;
const numberText = /-?\d+(?:\.\d+)?(?:e[+\-]?\d+)?/ivy;
const wordText = /[A-Z_a-z]+/vy;
const stringText = /"(?:[^\n"\\]|\\.)*"/vy;

/** The kind of a node, for messages: `a string`, `a list`. */
export const kindName: Readonly<Record<Node['kind'], Phrase>> = {
	text: 'a string',
	number: 'a number',
	word: 'true, false or null',
	list: 'a list',
	object: 'an object',
};

class Reader {
	#at = 0;

	constructor(
		readonly scenario: string,
		readonly text: string,
	) {}

	#match(pattern: RegExp): string | undefined {
		pattern.lastIndex = this.#at;
		const [found] = pattern.exec(this.text) ?? [];
		if (found !== undefined) {
			this.#at += found.length;
		}

		return found;
	}

	#skip(): void {
		while (this.#match(blank) !== undefined) {
			// Every blank and comment in turn.
		}

		if (this.text.startsWith('/*', this.#at)) {
			this.#fail(say('this comment has no end: write */'));
		}
	}

	#place(at = this.#at): TextPlace {
		const before = this.text.slice(0, at);
		const lineStart = before.lastIndexOf('\n') + 1;
		return {line: before.split('\n').length, column: at - lineStart + 1};
	}

	#found(): string {
		return this.#at >= this.text.length
			? say('the end of the text')
			: `"${this.text.slice(this.#at, this.#at + 12).split('\n', 1)[0] ?? ''}"`;
	}

	#fail(what: string, at = this.#at): never {
		const {line, column} = this.#place(at);
		throw new ScenarioError(this.scenario, line, column, what);
	}

	#take(mark: string): boolean {
		this.#skip();
		if (this.text.startsWith(mark, this.#at)) {
			this.#at += mark.length;
			return true;
		}

		return false;
	}

	#value(): Node {
		this.#skip();
		const place = this.#place();
		if (this.#take('{')) {
			return {...place, kind: 'object', entries: this.#entries(place)};
		}

		if (this.#take('[')) {
			return {...place, kind: 'list', items: this.#items(place)};
		}

		if (this.text[this.#at] === '"') {
			return {...place, kind: 'text', value: this.#string()};
		}

		const digits = this.#match(numberText);
		return digits === undefined ? this.#word(place) : {...place, kind: 'number', value: Number(digits)};
	}

	#word(place: TextPlace): Node {
		const start = this.#at;
		const word = this.#match(wordText);
		switch (word) {
			case 'true': {
				return {...place, kind: 'word', value: true};
			}

			case 'false': {
				return {...place, kind: 'word', value: false};
			}

			case 'null': {
				return {...place, kind: 'word', value: undefined};
			}

			case undefined: {
				return this.#fail(
					this.text[start] === "'"
						? say("a string is written in double quotes, not in '…'")
						: say('expected {expected}, found {found}', {expected: say('a value'), found: this.#found()}),
					start,
				);
			}

			default: {
				return this.#fail(
					say('expected a value, found {word}: a string is written in double quotes', {word}),
					start,
				);
			}
		}
	}

	#string(): string {
		const start = this.#at;
		const text = this.#match(stringText);
		if (text === undefined) {
			return this.#fail(say('this text has no closing quote on its line'), start);
		}

		try {
			return String(JSON.parse(text));
		} catch {
			return this.#fail(say('this text has an escape that JSON does not know'), start);
		}
	}

	#items(opened: TextPlace): Node[] {
		const items: Node[] = [];
		while (!this.#take(']')) {
			this.#orEnd('[', opened);
			items.push(this.#value());
			this.#comma(']', 'list');
		}

		return items;
	}

	#entries(opened: TextPlace): Entry[] {
		const entries: Entry[] = [];
		while (!this.#take('}')) {
			this.#orEnd('{', opened);
			const keyPlace = this.#place();
			if (this.text[this.#at] !== '"') {
				this.#fail(
					say('expected {expected}, found {found}', {
						expected: say('a key in double quotes'),
						found: this.#found(),
					}),
				);
			}

			const key = this.#string();
			if (entries.some(entry => entry.key === key)) {
				throw new ScenarioError(
					this.scenario,
					keyPlace.line,
					keyPlace.column,
					say('"{key}" is here twice: keep one of them', {key}),
				);
			}

			if (!this.#take(':')) {
				this.#fail(say('expected : after "{key}", found {found}', {key, found: this.#found()}));
			}

			entries.push({key, keyPlace, value: this.#value()});
			this.#comma('}', 'object');
		}

		return entries;
	}

	#comma(end: string, kind: 'list' | 'object'): void {
		if (!this.#take(',') && this.text[this.#at] !== end) {
			this.#fail(
				say(
					kind === 'list'
						? 'expected , or {end} in the list, found {found}'
						: 'expected , or {end} in the object, found {found}',
					{end, found: this.#found()},
				),
			);
		}
	}

	#orEnd(mark: string, opened: TextPlace): void {
		this.#skip();
		if (this.#at >= this.text.length) {
			this.#fail(say('the {mark} of line {line} is never closed', {mark, line: opened.line}));
		}
	}

	document(): Node {
		const node = this.#value();
		this.#skip();
		if (this.#at < this.text.length) {
			this.#fail(
				say("nothing may follow the scenario's closing }, but {found} does", {found: this.#found()}),
			);
		}

		return node;
	}
}

/**
 * Reads JSON with comments.
 *
 * @throws {ScenarioError} With line and column of what is not JSON.
 */
export const readJsonText = (scenario: string, text: string): Node => new Reader(scenario, text).document();
