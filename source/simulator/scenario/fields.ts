/** Reading the fields of an object in a scenario: each mistake is reported with its place and what to write instead. */
import type {Phrase} from '../../language/text.js';
import {say} from '../../language/say.js';
import {parseByteSize, parseSeconds} from '../../components/read-quantity.js';
import {kindName, type Entry, type Node} from './json-text.js';
import {suggestion, ScenarioError} from './mistake.js';

/** An object of a scenario, its keys checked. `what` names it in messages: "a task". */
export class ScenarioFields {
	readonly #entries = new Map<string, Entry>();

	constructor(
		readonly scenario: string,
		readonly what: string,
		readonly object: Node,
		known: readonly string[],
	) {
		if (object.kind !== 'object') {
			this.fail(
				object,
				say('{what} is an object {braces}, not {kind}', {
					what,
					braces: '{…}',
					kind: say(kindName[object.kind]),
				}),
			);
		}

		for (const entry of object.kind === 'object' ? object.entries : []) {
			if (!known.includes(entry.key)) {
				const {line, column} = entry.keyPlace;
				throw new ScenarioError(
					scenario,
					line,
					column,
					say('{what} has no "{key}"{hint}', {what, key: entry.key, hint: suggestion(entry.key, known)}),
				);
			}

			this.#entries.set(entry.key, entry);
		}
	}

	#needed(key: string, optional: boolean): Node | undefined {
		const node = this.node(key);
		if (node === undefined && !optional) {
			this.fail(this.object, say('{what} needs "{key}"', {what: this.what, key}));
		}

		return node;
	}

	#wrong(key: string, node: Node, expected: Phrase): never {
		this.fail(
			node,
			say('"{key}" of {what} is {expected}, not {kind}', {
				key,
				what: this.what,
				expected: say(expected),
				kind: say(kindName[node.kind]),
			}),
		);
	}

	/** Stops with a mistake at a node. */
	fail(node: Node, what: string): never {
		throw new ScenarioError(this.scenario, node.line, node.column, what);
	}

	has(key: string): boolean {
		return this.#entries.has(key);
	}

	node(key: string): Node | undefined {
		return this.#entries.get(key)?.value;
	}

	/** A string; required without a fallback. */
	text(key: string, fallback?: string): string {
		const node = this.#needed(key, fallback !== undefined);
		if (node === undefined) {
			return fallback ?? '';
		}

		return node.kind !== 'text' || (node.value === '' && fallback === undefined)
			? this.#wrong(key, node, 'a string in double quotes')
			: node.value;
	}

	/** One of a few words. */
	choice<Word extends string>(key: string, words: readonly Word[], fallback?: Word): Word {
		const node = this.node(key);
		if (node === undefined && fallback !== undefined) {
			return fallback;
		}

		const list = words.filter(Boolean).join(', ');
		if (node?.kind !== 'text') {
			return this.fail(
				node ?? this.object,
				node === undefined
					? say('{what} needs "{key}": one of {list}', {what: this.what, key, list})
					: say('"{key}" of {what} is one of {list}, in double quotes', {what: this.what, key, list}),
			);
		}

		const word = words.find(candidate => candidate === node.value);
		return (
			word ??
			this.fail(
				node,
				say('"{key}" of {what} cannot be "{value}"{hint}', {
					key,
					what: this.what,
					value: node.value,
					hint: suggestion(node.value, words),
				}),
			)
		);
	}

	/** A number within bounds. */
	number(
		key: string,
		fallback: number,
		{least, most}: {readonly least: number; readonly most: number},
	): number {
		const node = this.node(key);
		if (node === undefined) {
			return fallback;
		}

		if (node.kind !== 'number') {
			return this.#wrong(key, node, 'a number');
		}

		if (node.value < least || node.value > most) {
			this.fail(
				node,
				say('"{key}" of {what} is from {least} to {most}, not {value}', {
					key,
					what: this.what,
					least,
					most,
					value: node.value,
				}),
			);
		}

		return node.value;
	}

	/** True or false. */
	flag(key: string): boolean {
		const node = this.node(key);
		if (node === undefined) {
			return false;
		}

		return node.kind === 'word' && node.value !== undefined
			? node.value
			: this.#wrong(key, node, 'true or false');
	}

	/** A duration in seconds. Required without a fallback; negative only with `past`. */
	duration(
		key: string,
		fallback: number | undefined,
		{past = false}: {readonly past?: boolean} = {},
	): number {
		const node = this.#needed(key, fallback !== undefined);
		return node === undefined ? (fallback ?? 0) : this.durationOf(key, node, past);
	}

	/** Whole seconds of a node that is a duration. */
	durationOf(key: string, node: Node, past = false): number {
		const seconds = node.kind === 'text' ? parseSeconds(node.value) : undefined;
		if (seconds === undefined) {
			return this.#wrong(key, node, 'a duration such as "90s", "5m" or "1h30m"');
		}

		if (seconds < 0 && !past) {
			this.fail(node, say('"{key}" of {what} cannot be negative', {key, what: this.what}));
		}

		return Math.round(seconds);
	}

	/** A size in bytes. */
	size(key: string, fallback: number): number {
		const node = this.node(key);
		if (node === undefined) {
			return fallback;
		}

		const bytes = node.kind === 'text' ? parseByteSize(node.value) : undefined;
		return bytes === undefined || bytes <= 0
			? this.#wrong(key, node, 'a size such as "300MB" or "48GB"')
			: bytes;
	}

	/** The nodes of a list; [] when it is absent. */
	list(key: string): readonly Node[] {
		const node = this.node(key);
		if (node === undefined) {
			return [];
		}

		return node.kind === 'list' ? node.items : this.#wrong(key, node, 'a list […]');
	}

	/** The texts of a list. */
	texts(key: string): ReadonlyArray<{readonly node: Node; readonly value: string}> {
		return this.list(key).map(node => ({
			node,
			value:
				node.kind === 'text' && node.value !== '' ? node.value : this.#wrong(key, node, 'a list of texts'),
		}));
	}
}
