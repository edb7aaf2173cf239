/**
 * The page of what a row and its columns mean.
 */
import {type Line, lineText, span} from '../../components/line.js';
import type {Symbols} from '../../components/symbols.js';
import {healthMeanings, healthSign} from '../cells/health.js';
import type {Place} from '../state/place.js';
import {say} from '../../language/say.js';
import type {Section} from './text.js';

/** The page that `i` opens: the cells of the row when it was pressed. */
export type MeaningPlace = Extract<Place, {readonly kind: 'meaning'}>;

const columnField = ({
	title,
	text,
	help,
}: MeaningPlace['columns'][number]): readonly [label: string, value: readonly Line[]] => [
	title,
	[[span(text === '' ? '-' : text, 'strong')], [span(help, 'dim')]],
];

/** The meaning of the sign before the row. */
const signField = (sign: string, symbols: Symbols): Section['fields'] =>
	healthMeanings
		.filter(([health]) => lineText(healthSign(health, symbols)) === sign)
		.map(([health, meaning]) => [say(health), [...healthSign(health, symbols), span(`  ${say(meaning)}`)]]);

/** The sign of the row first, then each column: its content and its meaning. */
export const meaningSections = (
	{name, sign, columns}: MeaningPlace,
	symbols: Symbols,
): readonly Section[] => [
	{heading: say('What the row of {name} says', {name}), fields: signField(sign, symbols)},
	{heading: say('Its columns'), fields: columns.map(column => columnField(column))},
];
