/** Every screen, menu, dialog and help page in a language that is made up: all of it comes from the catalogue. */
import {afterEach, expect, test} from 'vitest';
import {speak} from '../../source/language/say.js';
import {found, patience} from './found.js';
import {pseudo} from './pseudo.js';

afterEach(() => {
	speak(undefined);
});

test(
	'every text on a screen is in the catalogue',
	async () => {
		speak(pseudo);
		expect(await found({scenario: 'shop', columns: 200, rows: 50})).toStrictEqual([]);
	},
	patience,
);
