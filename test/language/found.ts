/** What a walk over the screens finds that is not said in a language, does not fit or is crooked. */
import {textWidth} from '../../source/terminal/width.js';
import {walk} from './walk.js';
import {openWalk, type WalkOptions} from './walker.js';
import {allowedWords, strangeWords, wordsOf} from './words.js';

/** A walk takes its time where much else runs, ms. */
export const patience = 300_000;

/** The problems at each place of a walk, one per line: words that are not allowed, and crooked lines. */
export const found = async (
	options: WalkOptions,
	...allowed: readonly string[]
): Promise<readonly string[]> => {
	const walker = await openWalk(options);
	const always = allowedWords(...allowed);
	const seen = new Set<string>();
	const strange: string[] = [];
	try {
		await walk(walker, (name, lines) => {
			const fresh = lines.filter(line => !seen.has(line));
			for (const line of fresh) {
				seen.add(line);
			}

			const doubtful = fresh.filter(line => strangeWords(line, always).length > 0);
			const told = doubtful.length === 0 ? always : new Set([...always, ...wordsOf(walker.data())]);
			strange.push(
				...doubtful.flatMap(line => {
					const words = strangeWords(line, told);
					return words.length === 0 ? [] : [`${name}: ${words.join(' ')} | ${line.trim()}`];
				}),
				...crookedIn(lines, options.columns).map(line => `${name}: ${line}`),
			);
		});
	} finally {
		await walker.close();
	}

	return strange;
};

/** Lines that are not as wide as the screen at the most, and boxes whose sides are not below each other. */
const crookedIn = (lines: readonly string[], columns: number): readonly string[] => {
	const tooWide = lines.filter(line => textWidth(line.trimEnd()) > columns);
	const tops = lines.flatMap((line, row) => {
		const end = line.lastIndexOf('┐');
		return end === -1 ? [] : [{row, column: textWidth(line.slice(0, end))}];
	});
	const crooked = tops.flatMap(({row, column}) => {
		const bottom = lines.findIndex((line, index) => index > row && line.includes('┘'));
		return lines.slice(row + 1, bottom + 1).filter(line => !/[│┘]/v.test(columnOf(line, column)));
	});
	return [...tooWide, ...crooked];
};

/** The character in a column of a screen. */
const columnOf = (line: string, column: number): string => {
	let at = 0;
	for (const character of line) {
		if (at >= column) {
			return character;
		}

		at += textWidth(character);
	}

	return '';
};
