/**
 * The help page, made from the same tables as the keys, the columns and the commands themselves: what concerns the
 * current place first.
 */
import type {Action} from '../keys/action.js';
import {actions, modeNames} from '../keys/table.js';
import {showKey} from '../keys/keys.js';
import {usageOf, verbs} from '../command-line/verbs.js';
import {type Line, span} from '../../components/line.js';
import type {Symbols} from '../../components/symbols.js';
import {type ColumnMeaning, helpOf, meanings} from '../lists/meanings.js';
import type {Place} from '../places/place.js';
import type {Mode} from '../state/state.js';
import {say} from '../../language/say.js';
import type {Phrase} from '../../language/text.js';
import {healthFields, severityFields} from './meaning.js';
import type {Section} from './text.js';

const tableNames: ReadonlyMap<Place['kind'], Phrase> = new Map<Place['kind'], Phrase>([
	['tasks', 'Tasks'],
	['task', 'the sources of a task'],
	['sources', 'Sources'],
	['source', 'the tasks of a source'],
	['workers', 'Workers'],
	['locks', 'Locks'],
	['events', 'Events'],
	['findings', 'Findings'],
	['validation', 'the validation'],
	['schema', 'the schema'],
]);

const inPage = 'in a page';

const filters: ReadonlyArray<readonly [string, Phrase]> = [
	['orders sync', 'rows with both words, in a name, a state, a worker, a finding, an error or its code'],
	['orders|coupons', 'rows with either; a | b c: with a, or with b and c'],
	['-finished !sync', 'rows without the word'],
	['"two words"', 'the words as one'],
	[
		'state:paused|error',
		'the word in that field: task, source, worker, state, unit, error, kind, or any column',
	],
	['kind:ddl-waiting', 'rows with such a finding: docs/findings.md lists the kinds'],
	[
		'lag:>60 lag:>1m',
		'a number compared, with > >= < <= =; also rows, behind, err, eta. A lag that is not known counts as greater',
	],
	['~pymnts', 'names with these letters in this order'],
	[inPage, '/ searches it; n and N go from match to match'],
];

const keysOf = ({keys}: Action, symbols: Symbols): string => keys.map(key => showKey(key, symbols)).join(' ');

const texts = (pairs: ReadonlyArray<readonly [string, Phrase]>): Section['fields'] =>
	pairs.map(([label, text]) => [label === inPage ? say(inPage) : label, [span(say(text))]]);

const keySection = (heading: string, modes: readonly Mode[], symbols: Symbols): Section => ({
	heading,
	fields: actions
		.filter(action => modes.some(mode => action.modes.includes(mode)))
		.map((action): [string, Line] => [keysOf(action, symbols), [span(say(action.help))]]),
});

const columnSection = (heading: string, columns: readonly ColumnMeaning[], symbols: Symbols): Section => ({
	heading,
	fields: columns.map(column => [say(column.title), [span(helpOf(column, symbols))]]),
});

const modesOn = (of: Place['kind']): readonly Mode[] =>
	of === 'plot' ? ['plot', 'text'] : [meanings.has(of) ? 'list' : 'text'];

const columnsOf = (of: Place['kind']): string => {
	const name = tableNames.get(of);
	return say('Columns of {name}', {name: name === undefined ? of : say(name)});
};

/** The sections of the help page; `of` is the kind of place that it was opened from. */
export const helpSections = (of: Place['kind'], symbols: Symbols): readonly Section[] => {
	const table = meanings.get(of);
	const here = modesOn(of);
	return [
		keySection(say('Keys here'), here, symbols),
		...(table ? [columnSection(columnsOf(of), table, symbols)] : []),
		{heading: say('Signs'), fields: healthFields(symbols)},
		{heading: say('Filters'), fields: texts(filters)},
		{heading: say('Signs of findings'), fields: severityFields(symbols)},
		...meanings
			.entries()
			.filter(([kind]) => kind !== of)
			.map(([kind, columns]) => columnSection(columnsOf(kind), columns, symbols)),
		...modeNames
			.entries()
			.filter(([mode]) => !here.includes(mode))
			.map(([mode, {heading}]) => keySection(say(heading), [mode], symbols)),
		{
			heading: say('Commands after :'),
			fields: verbs.map((verb): [string, Line] => [usageOf(verb), [span(say(verb.help))]]),
		},
	];
};
