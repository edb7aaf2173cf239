/** The memory of the past is given up where nothing needs it any more. */
import {expect, test} from 'vitest';
import {createPages, returnPiece, takePiece} from '../../../source/monitor/past/pages.js';

const pagesOfTwoRows = () => {
	const made: number[][] = [];
	const pages = createPages({width: 3, rows: 2}, length => {
		const page = Array.from({length}, () => 0);
		made.push(page);
		return page;
	});
	return {
		made,
		take: () => takePiece(pages),
		giveBack(piece: ReturnType<typeof takePiece<number[]>>) {
			returnPiece(pages, piece);
		},
	};
};

test('each piece has numbers of its own, and further pages are larger up to a largest', () => {
	const {made, take} = pagesOfTwoRows();
	const pieces = Array.from({length: 64 + 128 + 256 + 512 + 1024 + 2048 + 1}, () => take());
	expect(made.map(page => page.length / 6)).toEqual([64, 128, 256, 512, 1024, 2048, 2048]);
	for (const {page, offset} of pieces) {
		for (const row of [0, 1]) {
			for (const measure of [0, 1, 2]) {
				const at = offset + measure + row * (page.length / 2);
				expect(page[at]).toBe(0);
				page[at] = 1;
			}
		}
	}
});

test('a piece that was returned is taken again, from the oldest page that has one', () => {
	const {made, take, giveBack} = pagesOfTwoRows();
	const pieces = Array.from({length: 300}, () => take());
	const [old, recent] = [pieces[5]!, pieces[299]!];
	giveBack(old);
	giveBack(recent);
	expect([take(), take()]).toEqual([old, recent]);
	expect(made).toHaveLength(3);
});

test('a page is given up with its last piece, and made anew when it is needed', () => {
	const {made, take, giveBack} = pagesOfTwoRows();
	const pieces = Array.from({length: 64 + 3}, () => take());
	for (const piece of pieces.slice(64)) {
		giveBack(piece);
	}

	const [first] = made;
	giveBack(pieces[7]!);
	expect(take()).toEqual(pieces[7]);
	expect(take().page).not.toBe(pieces[64]!.page);
	expect(made).toHaveLength(3);
	expect(take().page).not.toBe(first);
});
