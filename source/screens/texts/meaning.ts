/**
 * The page of what a row and its columns mean.
 */
import {type Line, span} from '../../components/line.js';
import type {Symbols} from '../../components/symbols.js';
import {severityMeanings, severitySign} from '../cells/finding-lines.js';
import {healthMeanings, healthSign} from '../cells/health.js';
import type {Health} from '../../monitor/health.js';
import type {Place} from '../places/place.js';
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

/** Tables whose signs are not those of a health: their columns say the same. */
const withoutHealth: ReadonlySet<Place['kind']> = new Set(['validation', 'schema']);

/** The signs of findings, for the help screen. */
export const severityFields = (symbols: Symbols): ReadonlyArray<[string, Line]> =>
	severityMeanings.map(([severity, meaning]) => [
		say(severity),
		[...severitySign(severity, symbols), span(`  ${say(meaning)}`)],
	]);

/** The signs of all other rows, or the one of this health. */
export const healthFields = (symbols: Symbols, only?: Health): ReadonlyArray<[string, Line]> =>
	healthMeanings
		.filter(([health]) => only === undefined || health === only)
		.map(([health, meaning]) => [say(health), [...healthSign(health, symbols), span(`  ${say(meaning)}`)]]);

/** The meaning of the sign before the row: a finding has that of its severity. */
const signField = ({of, sign, health}: MeaningPlace, symbols: Symbols): Section['fields'] =>
	(of === 'findings'
		? severityFields(symbols)
		: withoutHealth.has(of)
			? []
			: healthFields(symbols, health)
	).filter(([, [drawn]]) => drawn?.text === sign);

/** The sign of the row first, then each column: its content and its meaning. */
export const meaningSections = (place: MeaningPlace, symbols: Symbols): readonly Section[] => [
	{heading: say('What the row of {name} says', {name: place.name}), fields: signField(place, symbols)},
	{heading: say('Its columns'), fields: place.columns.map(column => columnField(column))},
];
