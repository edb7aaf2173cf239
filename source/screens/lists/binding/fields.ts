/**
 * What `field:` in a filter may name in a table: the subjects of its rows, and every column by its ID or title.
 */
import {lineText} from '../../../components/line.js';
import {type Column, columnTitle} from '../../../components/table/layout.js';
import {inEnglish, spokenTexts} from '../../../language/say.js';
import type {Searched} from '../../filtering/keep.js';
import type {FilterFields} from '../../filtering/parse.js';
import type {ListScreen} from './list-screen.js';

/** Nothing in a cell is cut at this width. */
const wholeWidth = 10_000;

/** The name of a column, whose title may depend on its width. */
export const nameOfColumn = <Row>(column: Column<Row>): string =>
	column.name ?? columnTitle(column, column.min);

/** The full text of a cell. */
export const textOfCell = <Row>({text, draw}: Column<Row>, row: Row): string =>
	text?.(row) ?? lineText(draw(row, wholeWidth)).trim();

/** "rows/s" and "rows" for ROWS/S, also where its title is in another language. */
const aliases = <Row>(column: Column<Row>): readonly string[] => [
	column.id.toLowerCase(),
	...[nameOfColumn(column), ...(column.english === undefined ? [] : [column.english])].flatMap(title => {
		const name = title.toLowerCase();
		return [name, name.split(/[ \/]/v, 1)[0]!];
	}),
];

/** A text in the language of the screen and in English: DM's own words are English, and are typed in any language. */
const inBoth = (text: () => string): string =>
	spokenTexts() === undefined ? text() : `${text()} ${inEnglish(text)}`;

const columnOf = <Row>(columns: ReadonlyArray<Column<Row>>, field: string): Column<Row> | undefined =>
	columns.find(column => aliases(column).includes(field));

/** The fields of a table. */
export const fieldsOf = <Row>({
	columns,
	fields,
}: Pick<ListScreen<Row>, 'columns' | 'fields'>): FilterFields => {
	const kinds = new Map<string, 'text' | 'number'>();
	const add = (name: string, kind: 'text' | 'number') => {
		if (!kinds.has(name)) {
			kinds.set(name, kind);
		}
	};

	for (const name of fields?.keys() ?? []) {
		add(name, 'text');
	}

	for (const column of columns) {
		for (const name of aliases(column)) {
			add(name, column.value ? 'number' : 'text');
		}
	}

	return kinds;
};

/** How the rows of a table are searched. */
export const searchedOf = <Row>({id, caption, words, columns, fields}: ListScreen<Row>): Searched<Row> => ({
	name: row => `${id(row)} ${caption?.(row) ?? ''}`,
	words: row => inBoth(() => words(row)),
	field(row, field) {
		const own = fields?.get(field);
		const column = own ? undefined : columnOf(columns, field);
		return inBoth(() => own?.(row) ?? (column ? textOfCell(column, row) : ''));
	},
	number: (row, field) => columnOf(columns, field)?.value?.(row),
});
