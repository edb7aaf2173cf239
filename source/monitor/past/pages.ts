/**
 * Memory for many small pieces of one size: a separate array for each would double the cost. A page holds the first row of
 * each of its pieces, then the second row of each: the operating system provides only the parts of a large page that have
 * been written, so a history that has just begun takes little memory.
 */

/** Pieces in the first page; each further one holds twice as many as the one before, up to a largest. */
const piecesInFirst = 64;
const piecesInLargest = 2048;

/** The location of a piece: the index of its first number. */
export type HistoryPiece<Page> = {readonly page: Page; readonly offset: number};

/** The memory that pieces are taken from, and those returned. */
export type Pages<Page> = {
	readonly make: (length: number) => Page;
	/** Numbers in a row of a piece. */
	readonly width: number;
	/** Rows of a piece. */
	readonly rows: number;
	/** The newest page, how many pieces it holds, and how many of them are taken. */
	page?: Page;
	pieces: number;
	used: number;
	readonly free: Array<HistoryPiece<Page>>;
};

/** No page yet: the first piece makes one. */
export const createPages = <Page>(
	{width, rows}: Pick<Pages<Page>, 'width' | 'rows'>,
	make: (length: number) => Page,
): Pages<Page> => ({
	make,
	width,
	rows,
	pieces: 0,
	used: 0,
	free: [],
});

/** A piece; it may contain old values. */
export const takePiece = <Page>(pages: Pages<Page>): HistoryPiece<Page> => {
	const freed = pages.free.pop();
	if (freed) {
		return freed;
	}

	if (!pages.page || pages.used === pages.pieces) {
		pages.pieces = pages.page ? Math.min(2 * pages.pieces, piecesInLargest) : piecesInFirst;
		pages.page = pages.make(pages.width * pages.pieces * pages.rows);
		pages.used = 0;
	}

	const piece = {page: pages.page, offset: pages.used * pages.width};
	pages.used++;
	return piece;
};

/** Returns a piece. */
export const returnPiece = <Page>(pages: Pages<Page>, piece: HistoryPiece<Page>): void => {
	pages.free.push(piece);
};
