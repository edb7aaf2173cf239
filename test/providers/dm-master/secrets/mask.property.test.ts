import fc from 'fast-check';
import {expect, it} from 'vitest';
import {mask, unmask} from '../../../../source/providers/dm-master/secrets/mask.js';
import {runs} from '../../../rounds.js';

/** What marks a secret in a test: it is to be found nowhere. */
const mark = 'sEcReT';

const ordinary = fc.constantFrom('name', 'host', 'user', 'routes', 'a-b', 'args', 'meta', 'p');
const secretKeys = fc.constantFrom(
	'password',
	'PASSWORD',
	'passwd',
	'pwd',
	'master_password',
	'secret-access-key',
	'access-token',
	'ssl-key-bytes',
	'ssl-key-base64',
	'ssl-ca-bytes',
	'private_key',
	'session-token',
);
const words = fc.string({unit: fc.constantFrom(...'abz 09:#\'"\\[]{}-*&!|>%@,?=\u{E9}'), maxLength: 12});
const secretWords = fc.tuple(words, words).map(([before, after]) => `${before}${mark}${after}`);

type Node =
	| {readonly style: 'plain' | 'single' | 'double' | 'block' | 'below'; readonly text: string}
	| {readonly style: 'list'; readonly items: readonly Node[]; readonly isIndented: boolean}
	| {readonly style: 'map'; readonly entries: ReadonlyArray<readonly [string, Node]>};

/** Words that YAML takes as they are. */
const plain = (text: string): string => `x${text.replaceAll(/[^\da-z]/giv, '_')}x`;

const scalar = (text: fc.Arbitrary<string>): fc.Arbitrary<Node> =>
	fc.record({
		style: fc.constantFrom(
			'plain' as const,
			'single' as const,
			'double' as const,
			'block' as const,
			'below' as const,
		),
		text,
	});

const list = (items: fc.Arbitrary<Node>): fc.Arbitrary<Node> =>
	fc.record({
		style: fc.constant('list' as const),
		items: fc.array(items, {minLength: 1, maxLength: 3}),
		isIndented: fc.boolean(),
	});

/** What stands under a key that is secret: the mark in every scalar. */
const secretNode: fc.Arbitrary<Node> = fc.oneof(
	scalar(secretWords),
	list(scalar(secretWords)),
	fc
		.uniqueArray(fc.tuple(ordinary, scalar(secretWords)), {
			minLength: 1,
			maxLength: 2,
			selector: ([key]) => key,
		})
		.map(entries => ({style: 'map' as const, entries})),
);

const {node} = fc.letrec<{node: Node}>(tie => ({
	node: fc.oneof(
		{maxDepth: 3},
		scalar(words),
		list(tie('node')),
		fc
			.uniqueArray(fc.oneof(fc.tuple(ordinary, tie('node')), fc.tuple(secretKeys, secretNode)), {
				minLength: 1,
				maxLength: 4,
				selector: ([key]) => key,
			})
			.map(entries => ({style: 'map' as const, entries})),
	),
}));

const document = fc
	.uniqueArray(fc.oneof(fc.tuple(ordinary, node), fc.tuple(secretKeys, secretNode)), {
		minLength: 1,
		maxLength: 5,
		selector: ([key]) => key,
	})
	.map(entries => ({style: 'map' as const, entries}));

/** Writes a node behind a key or a dash at `column`, as YAML. */
const write = (value: Node, column: number): string => {
	const indent = ' '.repeat(column + 2);
	switch (value.style) {
		case 'plain': {
			return ` ${plain(value.text)}\n`;
		}

		case 'single': {
			return ` '${value.text.replaceAll("'", "''")}'\n`;
		}

		case 'double': {
			return ` ${JSON.stringify(value.text)}\n`;
		}

		case 'block': {
			return ` |-\n${indent}x${value.text}\n\n${indent}${value.text}x\n`;
		}

		case 'below': {
			return `\n${indent}# a comment\n${indent}${JSON.stringify(value.text)}\n`;
		}

		case 'list': {
			const at = value.isIndented ? column + 2 : column;
			return `\n${value.items.map(item => `${' '.repeat(at)}-${write(item, at)}`).join('')}`;
		}

		case 'map': {
			return `\n${value.entries.map(([key, item]) => `${indent}${key}:${write(item, column + 2)}`).join('')}`;
		}
	}
};

const yamlOf = ({entries}: {readonly entries: ReadonlyArray<readonly [string, Node]>}): string =>
	entries.map(([key, value]) => `${key}:${write(value, 0)}`).join('');

const tomlValue = (text: string, style: number): string =>
	[JSON.stringify(text), `[${JSON.stringify(text)},\n  "x"]`, `"""${text.replaceAll(/["\\]/gv, '')}\n x"""`][
		style
	]!;

const tomlEntries = fc
	.uniqueArray(fc.oneof(fc.tuple(ordinary, words, fc.nat(2)), fc.tuple(secretKeys, secretWords, fc.nat(2))), {
		maxLength: 4,
		selector: ([key]) => key,
	})
	.map(entries => entries.map(([key, text, style]) => `  ${key} = ${tomlValue(text, style)}\n`).join(''));

const sections = ['', '[to]\n', '[to.security]\n', '\n# a comment\n[[route]]\n', '[[route]]\n'];

const toml = fc
	.tuple(...sections.map(() => tomlEntries))
	.map(tables => tables.map((entries, index) => `${sections[index]!}${entries}`).join(''));

const config = fc.oneof(
	document.map(tree => [yamlOf(tree), 'yaml'] as const),
	toml.map(text => [text, 'toml'] as const),
);

it('never shows a secret, however it is written', () => {
	fc.assert(
		fc.property(config, ([text, format]) => {
			expect(mask(text, format).text).not.toContain(mark);
		}),
		runs(2000),
	);
});

it('is the original again with its secrets, and masked the same again', () => {
	fc.assert(
		fc.property(config, ([text, format]) => {
			const {text: masked, secrets} = mask(text, format);
			const whole = unmask(masked, format, secrets);
			expect(whole).toStrictEqual({text, missing: []});
			expect(mask(masked, format).text).toBe(masked);
		}),
		runs(2000),
	);
});
