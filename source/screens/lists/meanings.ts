/** What the columns of every table mean, for the help page and docs/columns.md: from the entry of each column. */
import type {Symbols} from '../../components/symbols.js';
import {say} from '../../language/say.js';
import type {Place} from '../places/place.js';
import type {ColumnEntry} from './columns/entry.js';
import {columnsOfSource, columnsOfTask} from './columns/subtask-columns.js';
import {eventColumns} from './events.js';
import {findingColumns} from './findings.js';
import {lockColumns} from './locks.js';
import {schemaColumns} from './schema.js';
import {sourceColumns} from './sources.js';
import {taskColumns} from './tasks.js';
import {validationColumns} from './validation.js';
import {workerColumns} from './workers.js';

/** A column's name, its title and its meaning. */
export type ColumnMeaning = Pick<ColumnEntry<never, never>, 'id' | 'title' | 'help'>;

/** The columns of each table, by the kind of its place. */
export const meanings: ReadonlyMap<Place['kind'], readonly ColumnMeaning[]> = new Map<
	Place['kind'],
	readonly ColumnMeaning[]
>([
	['tasks', taskColumns],
	['task', columnsOfTask],
	['source', columnsOfSource],
	['sources', sourceColumns],
	['workers', workerColumns],
	['locks', lockColumns],
	['events', eventColumns],
	['findings', findingColumns],
	['validation', validationColumns],
	['schema', schemaColumns],
]);

/** What a column means, with the signs as its cells have them. */
export const helpOf = ({help}: Pick<ColumnMeaning, 'help'>, {atLeast}: Symbols): string =>
	say(help).replaceAll('≥', () => atLeast);

/** What a column of a table means; '' for one that is not known. */
export const meaningOf = (table: Place['kind'], column: string, symbols: Symbols): string => {
	const known = meanings.get(table)?.find(({id}) => id === column);
	return known === undefined ? '' : helpOf(known, symbols);
};
