/**
 * The lines of the column chooser.
 */
import {type Line, sentenceSpan, span} from '../../components/line.js';
import type {Symbols} from '../../components/symbols.js';
import {wrapLine} from '../../components/wrap.js';
import {padTo, textWidth} from '../../terminal/width.js';
import {meaningOf} from '../lists/meanings.js';
import type {ChosenColumn} from '../places/column-choice.js';
import type {Place} from '../places/place.js';
import type {Input} from '../state/state.js';
import {say} from '../../language/say.js';

const boxOf = ({shown}: ChosenColumn): string => {
	switch (shown) {
		case 'always': {
			return '[x]';
		}

		case 'never': {
			return '[ ]';
		}

		case 'as-fits': {
			return '[-]';
		}
	}
};

/** Lines of columns that stay, however long the meaning of one of them is. */
const leastColumns = 5;

/** What the chosen column means, in full, in as many lines as the longest of all takes, so that nothing moves. */
const meaningLines = (
	meanings: readonly string[],
	index: number,
	width: number,
	most: number,
): readonly Line[] => {
	const all = meanings.map(meaning => wrapLine([span(meaning)], width));
	const count = Math.min(most - 1, Math.max(...all.map(lines => lines.length)));
	return count < 1 ? [] : [[], ...Array.from({length: count}, (_, line) => all[index]?.[line] ?? [])];
};

/**
 * The columns, those around the chosen one that fit; [x] shown, [-] shown where it fits, [ ] hidden. Below them the whole
 * meaning of the chosen one, where that of any does not fit beside its name.
 */
export const columnLines = (
	{columns, index}: Extract<Input, {readonly kind: 'columns'}>,
	table: Place['kind'],
	{symbols, width, height}: {readonly symbols: Symbols; readonly width: number; readonly height: number},
): readonly Line[] => {
	const titles = Math.max(...columns.map(({title}) => textWidth(title)));
	const meanings = columns.map(({id}) => meaningOf(table, id, symbols));
	const beside = width - titles - 11;
	const below = meanings.some(meaning => textWidth(meaning) >= beside)
		? meaningLines(meanings, index, width, height - 1 - Math.min(columns.length, leastColumns))
		: [];
	const space = Math.max(1, height - 1 - below.length);
	// Columns that go on are counted, in the blank line where there is one.
	const isCut = columns.length > space && (below.length > 0 || space > 2);
	const most = isCut && below.length === 0 ? space - 1 : space;
	const from = Math.max(0, Math.min(index - Math.floor(most / 2), columns.length - most));
	return [
		...columns.slice(from, from + most).map((column, place): Line => {
			const isChosen = from + place === index;
			const wider = column.extra === 0 ? '' : `${column.extra > 0 ? '+' : ''}${column.extra}`;
			return [
				span(isChosen ? `${symbols.marker} ` : '  ', 'marker'),
				span(`${boxOf(column)} `, 'key'),
				span(padTo(column.title, titles + 1), isChosen ? 'strong' : 'plain'),
				span(wider.padStart(3), 'accent'),
				sentenceSpan(` ${meanings[from + place]!}`, 'dim', beside),
			];
		}),
		...(isCut
			? [[span(`    ${say('{count} more', {count: columns.length - most})}`, 'dim')]]
			: below.slice(0, 1)),
		...below.slice(1),
		[span(say('[x] shown  [-] shown where it fits  [ ] hidden'), 'dim')],
	];
};
