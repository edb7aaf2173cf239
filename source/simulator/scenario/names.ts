/** Names in a scenario: patterns for many names, and whether a used name exists. */
import {say} from '../../language/say.js';
import {hashText} from '../model/random.js';
import type {ScenarioFields} from './fields.js';
import type {Node} from './json-text.js';
import {suggestion} from './mistake.js';

const pattern = /\{(?<first>\d+)\}/v;

/** `{"name": "app-{001}", "repeat": 20}` stands for app-001 … app-020; without `repeat` it is the name itself. */
export const repeatedNames = (fields: ScenarioFields, name: string): string[] => {
	const count = Math.floor(fields.number('repeat', 1, {least: 1, most: 20_000}));
	const {first} = pattern.exec(name)?.groups ?? {};
	if (first === undefined) {
		if (count > 1) {
			fields.fail(
				fields.node('name') ?? fields.object,
				say('"repeat" needs a number in the name to count from, such as "{example}"', {
					example: `${name}-{01}`,
				}),
			);
		}

		return [name];
	}

	return Array.from({length: count}, (_, index) =>
		name.replace(pattern, () => String(Number(first) + index).padStart(first.length, '0')),
	);
};

/** The existing names of one kind. */
export type ExistingNames = {
	/** Stops with a mistake when there is no such name. */
	readonly check: (fields: ScenarioFields, node: Node, name: string) => void;
	/** From `least` to `most` of them, chosen by the hash of a string. */
	readonly some: (text: string, least: number, most: number) => string[];
};

/** The message for an unknown name. */
type NoName =
	| 'there is no source "{name}"{hint}'
	| 'there is no task "{name}"{hint}'
	| 'there is no worker "{name}"{hint}';

/** These names as the ones that exist; `missing` is the message for any other. */
export const numbered = (missing: NoName, names: readonly string[]): ExistingNames => {
	const known = new Set(names);
	return {
		check(fields, node, name) {
			if (!known.has(name)) {
				fields.fail(node, say(missing, {name, hint: suggestion(name, names)}));
			}
		},
		some(text, least, most) {
			const count = least + (hashText(text, 7) % (Math.floor(most) - Math.floor(least) + 1));
			const chosen = new Set<string>();
			for (let turn = 0; chosen.size < Math.min(count, names.length); turn++) {
				const name = names[hashText(text, 100 + turn) % names.length];
				if (name !== undefined) {
					chosen.add(name);
				}
			}

			return [...chosen].toSorted();
		},
	};
};
