import {describe, expect, it} from 'vitest';
import {lineText} from '../../../source/components/line.js';
import {unicodeSymbols} from '../../../source/components/symbols.js';
import type {Offer} from '../../../source/operations/offering/offer.js';
import {menuLines} from '../../../source/screens/overlays/menu-lines.js';

const offer = (letter: string, text: string, gist: string): Offer => ({
	kind: 'page',
	page: {kind: 'validation', task: 'users'},
	text,
	letter,
	gist,
	isCure: false,
	isWarnedOf: false,
});

const lines = (offers: readonly Offer[], width = 60) =>
	menuLines({kind: 'menu', title: '', offers, index: 0}, {symbols: unicodeSymbols, width, height: 20}).map(
		line => lineText(line),
	);

const short = [offer('p', 'Pause', 'stop at the checkpoint'), offer('r', 'Resume', 'continue')];

describe('the menu of operations', () => {
	it('has the purpose of each after its name, aligned', () => {
		expect(lines(short)).toEqual(['▸ p Pause   stop at the checkpoint', '  r Resume  continue']);
	});

	it('has the purposes below each other where none of them fits whole', () => {
		const long = [
			offer('x', 'Unlock: the owner executes the DDL', 'leaves out sources that have not reached it'),
			offer('1', 'Unlock: the owner skips it', 'leaves out sources that have not reached it'),
		];
		expect(lines(long, 66)).toEqual([
			'▸ x Unlock: the owner executes the DDL  leaves out sources that…',
			'  1 Unlock: the owner skips it          leaves out sources that…',
		]);
	});

	it('marks an operation that the advice warns of, also where there is no space for the words', () => {
		const warned = {...offer('s', 'Skip', 'pass this DDL, with care'), isWarnedOf: true};
		expect(lines([...short, warned])).toEqual([
			'▸ p Pause   stop at the checkpoint',
			'  r Resume  continue',
			'  s Skip !  pass this DDL, with care',
		]);
		expect(lines([warned], 16)).toEqual(['▸ s Skip !']);
	});

	it('shortens the purpose only of an entry with a long name', () => {
		const long = offer('g', 'Purge relay logs before mysql-bin.000123', 'free the disk of the worker');
		expect(lines([...short, long])).toEqual([
			'▸ p Pause   stop at the checkpoint',
			'  r Resume  continue',
			'  g Purge relay logs before mysql-bin.000123  free the disk…',
		]);
	});

	it('omits the purpose only of an entry with almost no space left', () => {
		const long = offer('g', 'Purge relay logs of mysql-replica-01 before 000123', 'free the disk');
		expect(lines([...short, long])).toEqual([
			'▸ p Pause   stop at the checkpoint',
			'  r Resume  continue',
			'  g Purge relay logs of mysql-replica-01 before 000123',
		]);
	});

	it('cuts a name that has no space in its middle, so that its purpose and its warning stay', () => {
		const task = `orders_${'x'.repeat(190)}_2026`;
		const gist = 'pass this DDL, with care';
		const long = {...offer('s', `Skip ${task}`, gist), isWarnedOf: true};
		expect(lines([...short, long], 74)).toEqual([
			'▸ p Pause   stop at the checkpoint',
			'  r Resume  continue',
			`  s Skip orders_${'x'.repeat(11)}…${'x'.repeat(17)}_2026 !  pass this DDL, with…`,
		]);
		expect(lines([...short, long], 52).at(-1)).toBe(
			`  s Skip orders_${'x'.repeat(6)}…${'x'.repeat(12)}_2026 !`,
		);
		expect(lines([long], 30)).toEqual([`▸ s Skip orders_…${'x'.repeat(6)}_2026 !`]);
	});

	it('keeps a short purpose that fits after a long name', () => {
		expect(lines([...short, offer('x', 'x'.repeat(50), 'go')]).at(-1)).toBe(`  x ${'x'.repeat(50)}  go`);
	});

	it('says how many entries are out of sight where not all fit', () => {
		const offers = Array.from({length: 9}, (_, index) => offer(String(index), `Entry ${index}`, 'gist'));
		const shown = (index: number) =>
			menuLines(
				{kind: 'menu', title: '', offers, index},
				{symbols: unicodeSymbols, width: 60, height: 5},
			).map(line => lineText(line));
		for (const index of offers.keys()) {
			expect(shown(index)).toHaveLength(5);
			expect(shown(index).filter(line => line.startsWith('▸'))).toEqual([`▸ ${index} Entry ${index}  gist`]);
			expect(shown(index).at(-1)).toBe('    5 more');
		}
	});
});
