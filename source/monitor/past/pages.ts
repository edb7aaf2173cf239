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
	/** The newest page, and how many of its pieces are taken. */
	page?: Page;
	used: number;
	readonly free: Array<HistoryPiece<Page>>;
};

/** No page yet: the first piece makes one. */
export const createPages = <Page extends ArrayLike<number>>(
	{width, rows}: Pick<Pages<Page>, 'width' | 'rows'>,
	make: (length: number) => Page,
): Pages<Page> => ({
	make,
	width,
	rows,
	used: 0,
	free: [],
});

/** A piece; it may contain old values. */
export const takePiece = <Page extends ArrayLike<number>>(pages: Pages<Page>): HistoryPiece<Page> => {
	const freed = pages.free.pop();
	if (freed) {
		return freed;
	}

	const length = pages.width * pages.rows;
	const pieces = (pages.page?.length ?? 0) / length;
	if (!pages.page || pages.used === pieces) {
		pages.page = pages.make(length * Math.min(Math.max(2 * pieces, piecesInFirst), piecesInLargest));
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
