/** A column of a table: its name, its meaning and its cells, all in one place. */
import type {Column} from '../../../components/table/layout.js';
import {say} from '../../../language/say.js';
import type {Phrase} from '../../../language/text.js';

/** The appearance of a column. Its title may depend on its width, or on what is shown. */
export type ColumnLook<Row> = Omit<Column<Row>, 'id' | 'title'> & Partial<Pick<Column<Row>, 'title'>>;

/** One column of a table of `Row`s; `From` is what its appearance depends on, such as all rows. */
export type ColumnEntry<Row, From> = {
	/** Its name for `:sort`. */
	readonly id: string;
	readonly title: Phrase;
	/** What it means: for the help page, the choice of columns and the key i. */
	readonly help: Phrase;
	/** Undefined while it is empty in all rows. */
	readonly look: (from: From) => ColumnLook<Row> | undefined;
};

/** The columns of entries, in their order. */
export const columnsOf = <Row, From>(
	entries: ReadonlyArray<ColumnEntry<Row, From>>,
	from: From,
): ReadonlyArray<Column<Row>> =>
	entries.flatMap(({id, title, look}) => {
		const shown = look(from);
		return shown ? [{id, title: say(title), english: title, ...shown}] : [];
	});
