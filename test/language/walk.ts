/** A walk over every screen, menu, dialog and help page that can be come to. */
import {keys, type Walker} from './walker.js';

/** Takes what is on the screen; `name` tells how one comes there. */
export type Visit = (name: string, lines: readonly string[]) => void;

/** Pages of a text. */
const mostPages = 12;

/** All of a text, page by page. */
const readOn = async ({press, lines}: Walker, name: string, visit: Visit): Promise<void> => {
	let before = '';
	for (let page = 0; page < mostPages && lines().join('\n') !== before; page++) {
		before = lines().join('\n');
		visit(`${name}, page ${page + 1}`, lines());
		await press(keys.pageDown);
	}
};

const help = async (walker: Walker, name: string, visit: Visit): Promise<void> => {
	await walker.press('?');
	await readOn(walker, `${name} ?`, visit);
	await walker.press(keys.esc);
};

/** The letters of a menu that is open. */
const lettersOf = (lines: readonly string[]): readonly string[] =>
	lines.flatMap(line => /│ *▸? (?<letter>[\da-z]) +\S.*│/v.exec(line)?.groups?.['letter'] ?? []);

/** The menu of operations, and the dialog or page of each of its entries, of one letter once. */
const menu = async (walker: Walker, name: string, seen: Set<string>, visit: Visit): Promise<void> => {
	const {press, lines} = walker;
	await press('o');
	visit(`${name} o`, lines());
	const letters = lettersOf(lines());
	await press(...(letters.length === 0 ? [] : [keys.esc]));
	for (const letter of letters) {
		if (seen.has(letter)) {
			continue;
		}

		seen.add(letter);
		await press('o', letter);
		visit(`${name} o ${letter}`, lines());
		const isDialog = lines().some(line => line.includes('└'));
		await press(keys.right);
		visit(`${name} o ${letter} Right`, lines());
		await press(isDialog ? keys.esc : keys.left);
	}
};

/** What a key opens, once in each of these views. */
const opening: ReadonlyMap<string, readonly string[]> = new Map([
	['1', ['s', 'c', 'y', 'E', ':', '/']],
	['2', ['c']],
	['3', ['c', 'y']],
	['4', ['c', 'y']],
	['5', ['c']],
	['6', ['s', 'c', 'y']],
]);

/** The page of a row, and what leads on from there. */
const page = async (
	walker: Walker,
	name: string,
	leading: readonly string[],
	visit: Visit,
): Promise<void> => {
	const {press} = walker;
	await press(keys.enter);
	await readOn(walker, name, visit);
	for (const key of leading) {
		if (key === '?') {
			await help(walker, name, visit);
		} else {
			await press(key);
			await readOn(walker, `${name} ${key}`, visit);
			await press(keys.left);
		}
	}
};

/** Goes everywhere from the first view on. */
export const walk = async (walker: Walker, visit: Visit): Promise<void> => {
	const {press, lines} = walker;
	const dialogs = new Set<string>();
	for (const [view, opened] of opening) {
		await press(view);
		visit(view, lines());
		for (const key of opened) {
			await press(key);
			visit(`${view} ${key}`, lines());
			await press(keys.esc);
		}

		await menu(walker, `${view}, row 1`, dialogs, visit);
		await page(walker, `${view}, row 1 Enter`, ['?', 'm', 'D', 'z'], visit);
		await press(view, keys.down);
		visit(`${view}, row 2`, lines());
		await menu(walker, `${view}, row 2`, dialogs, visit);
		await page(walker, `${view}, row 2 Enter`, [], visit);
		await press(view);
		await help(walker, view, visit);
	}
};
