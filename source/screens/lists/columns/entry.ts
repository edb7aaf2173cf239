/** A column of a table, all in one place: what it is called, what it means, and what stands in it. */
import type {Column} from '../../../components/table/layout.js';
import {say} from '../../../language/say.js';
import type {Phrase} from '../../../language/text.js';

/** How a column looks. Its title may depend on its width, or on what is shown. */
export type ColumnLook<Row> = Omit<Column<Row>, 'id' | 'title'> & Partial<Pick<Column<Row>, 'title'>>;

/** One column of a table of `Row`s; `From` is what its looks follow from, such as all rows. */
export type ColumnEntry<Row, From> = {
	/** What `:sort` calls it. */
	readonly id: string;
	readonly title: Phrase;
	/** What it means: for the help page, the choice of columns and the key i. */
	readonly help: Phrase;
	/** Undefined while it has nothing to tell in any row. */
	readonly look: (from: From) => ColumnLook<Row> | undefined;
};

/** The columns of entries, in their order. */
export const columnsOf = <Row, From>(
	entries: ReadonlyArray<ColumnEntry<Row, From>>,
	from: From,
): ReadonlyArray<Column<Row>> =>
	entries.flatMap(({id, title, look}) => {
		const shown = look(from);
		return shown ? [{id, title: say(title), ...shown}] : [];
	});
