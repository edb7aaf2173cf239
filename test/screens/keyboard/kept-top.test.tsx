/** A page of text keeps what is at its top when the terminal gets another width. */
import {afterEach, expect, test} from 'vitest';
import {type Screen, keys, showScreen, wholeAnswer} from '../screen.js';

let screen: Screen | undefined;

afterEach(() => {
	screen?.unmount();
	screen = undefined;
});

const f1 = '\u{1B}OP';

/** The first line of the page, below header, totals and whereabouts. */
const firstLine = (text: string): string => text.split('\n', 4)[3]!.trim();

const helpAt = async (columns: number, rows: number, pages: number): Promise<Screen> => {
	screen = await showScreen([wholeAnswer('ddl-lock-and-sync-errors/v1alpha1-status.json')], {columns, rows});
	await screen.press(f1, ...Array.from({length: pages}, () => keys.pageDown));
	return screen;
};

test.each([
	[120, 40, 60, 15],
	[60, 15, 100, 30],
	[80, 24, 120, 24],
])('the help at %ix%i becomes %ix%i, and what it was', async (columns, rows, otherColumns, otherRows) => {
	const {text, resize} = await helpAt(columns, rows, 5);
	const line = firstLine(text());
	const start = line
		.split(/\s{2,}/v, 1)[0]!
		.split(' ')
		.slice(0, 2)
		.join(' ');
	expect(start).not.toBe('');
	await resize(otherColumns, otherRows);
	expect(firstLine(text())).toContain(start);
	await resize(columns, rows);
	expect(firstLine(text())).toBe(line);
});

test('it does not drift while the border of a window is dragged', async () => {
	const {text, resize} = await helpAt(80, 24, 8);
	const line = firstLine(text());
	for (let columns = 81; columns < 120; columns += 3) {
		await resize(columns, 24);
	}

	for (let columns = 120; columns >= 80; columns -= 4) {
		await resize(columns, 24);
	}

	expect(firstLine(text())).toBe(line);
});

test('the beginning of a page stays its beginning', async () => {
	const {text, resize} = await helpAt(120, 40, 0);
	expect(firstLine(text())).toBe('Keys here');
	await resize(60, 15);
	expect(firstLine(text())).toBe('Keys here');
});
