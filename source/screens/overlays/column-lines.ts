/**
 * The lines of the column chooser.
 */
import {type Line, sentenceSpan, span} from '../../components/line.js';
import type {Symbols} from '../../components/symbols.js';
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

/** The columns, those around the chosen one that fit; [x] shown, [-] shown where it fits, [ ] hidden. */
export const columnLines = (
	{columns, index}: Extract<Input, {readonly kind: 'columns'}>,
	table: Place['kind'],
	{symbols, width, height}: {readonly symbols: Symbols; readonly width: number; readonly height: number},
): readonly Line[] => {
	const titles = Math.max(...columns.map(({title}) => textWidth(title)));
	const most = Math.max(1, height - 1);
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
				sentenceSpan(` ${meaningOf(table, column.id, symbols)}`, 'dim', width - titles - 11),
			];
		}),
		[span(say('[x] shown  [-] shown where it fits  [ ] hidden'), 'dim')],
	];
};
