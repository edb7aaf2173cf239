/**
 * Everything that can happen to a screen, in any order, for property tests.
 */
import fc from 'fast-check';

export type Piece = {readonly text: string; readonly on: string; readonly off: string};

/** What a screen of tasks is made of, and everything that has ever broken a terminal program. */
export const agreedTexts = [
	'task-0001',
	'Running',
	'a',
	' '.repeat(6),
	' '.repeat(25),
	'12,345',
	'0.1',
	'─────────',
	'│',
	'▶ ',
	'●✓…',
	'同步任务',
	'主键',
	'테스트',
	'é',
	'e\u{301}a\u{308}',
	'Ωж',
	'⣿⣀',
];

/** Glyphs to which terminals give different widths. */
export const disputedTexts = ['❤️', '1️⃣', '👍🏽', '👨‍👩‍👧', '😀', 'กำ', 'नि', '🇨🇳', '⚠️', 'ﾞ', ''];

const styles: ReadonlyArray<readonly [on: string, off: string]> = [
	['', ''],
	['\u{1B}[1m', '\u{1B}[22m'],
	['\u{1B}[2m', '\u{1B}[22m'],
	['\u{1B}[7m', '\u{1B}[27m'],
	['\u{1B}[4m', '\u{1B}[24m'],
	['\u{1B}[9m\u{1B}[3m', '\u{1B}[23m\u{1B}[29m'],
	['\u{1B}[31m', '\u{1B}[39m'],
	['\u{1B}[92m\u{1B}[1m', '\u{1B}[22m\u{1B}[39m'],
	['\u{1B}[44m', '\u{1B}[49m'],
	['\u{1B}[38;5;208m', '\u{1B}[39m'],
	['\u{1B}[48;2;10;20;30m\u{1B}[38;2;1;2;3m', '\u{1B}[39m\u{1B}[49m'],
	['\u{1B}[1;2;4;33;45m', '\u{1B}[0m'],
];

const anyPiece = (texts: readonly string[]): fc.Arbitrary<Piece> =>
	fc
		.tuple(fc.constantFrom(...texts), fc.constantFrom(...styles))
		.map(([text, [on, off]]) => ({text, on, off}));

/** A row of these texts, each in any style. */
export const anyRow = (texts: readonly string[]): fc.Arbitrary<readonly Piece[]> =>
	fc.array(anyPiece(texts), {maxLength: 12});

export type Step =
	| {readonly kind: 'rows'; readonly changes: ReadonlyArray<readonly [y: number, row: readonly Piece[]]>}
	| {readonly kind: 'piece'; readonly y: number; readonly x: number; readonly piece: Piece}
	| {readonly kind: 'scroll'; readonly top: number; readonly bottom: number; readonly by: number}
	| {readonly kind: 'shift'; readonly y: number; readonly x: number; readonly bars: string}
	| {readonly kind: 'resize'; readonly columns: number; readonly rows: number; readonly isLate: boolean}
	| {readonly kind: 'repaint'}
	| {readonly kind: 'garbage'}
	| {readonly kind: 'suspend'}
	| {readonly kind: 'stall'; readonly isStalled: boolean};

export const mostRows = 16;

const anyY = fc.nat(mostRows - 1);

const anyStep = (texts: readonly string[]): fc.Arbitrary<Step> =>
	fc.oneof(
		{
			weight: 4,
			arbitrary: fc.record({
				kind: fc.constant('rows' as const),
				changes: fc.array(fc.tuple(anyY, anyRow(texts)), {maxLength: 6}),
			}),
		},
		{
			weight: 6,
			arbitrary: fc.record({
				kind: fc.constant('piece' as const),
				y: anyY,
				x: fc.nat(11),
				piece: anyPiece(texts),
			}),
		},
		{
			weight: 4,
			arbitrary: fc.record({
				kind: fc.constant('scroll' as const),
				top: anyY,
				bottom: anyY,
				by: fc.integer({min: -4, max: 4}),
			}),
		},
		{
			weight: 4,
			arbitrary: fc.record({
				kind: fc.constant('shift' as const),
				y: anyY,
				x: fc.nat(11),
				bars: fc.string({unit: fc.constantFrom(...'▁▂▃▄▅▆▇█ '), minLength: 1, maxLength: 3}),
			}),
		},
		{
			weight: 1,
			arbitrary: fc.record({
				kind: fc.constant('resize' as const),
				columns: fc.integer({min: 2, max: 70}),
				rows: fc.integer({min: 1, max: mostRows}),
				isLate: fc.boolean(),
			}),
		},
		{weight: 1, arbitrary: fc.constant({kind: 'repaint' as const})},
		{weight: 1, arbitrary: fc.constant({kind: 'garbage' as const})},
		{weight: 1, arbitrary: fc.constant({kind: 'suspend' as const})},
		{weight: 2, arbitrary: fc.record({kind: fc.constant('stall' as const), isStalled: fc.boolean()})},
	);

export const steps = (texts: readonly string[]): fc.Arbitrary<Step[]> =>
	fc.array(anyStep(texts), {minLength: 1, maxLength: 20});
