/** Memory for many small pieces of one size: a separate array for each would double the cost. */

/** Pieces in one page. */
const piecesInPage = 64;

/** The location of a piece. */
export type HistoryPiece<Page> = {readonly page: Page; readonly offset: number};

/** The memory that pieces are taken from, and those returned. */
export type Pages<Page> = {
	readonly make: (length: number) => Page;
	/** Numbers in a piece. */
	readonly length: number;
	page?: Page;
	used: number;
	readonly free: Array<HistoryPiece<Page>>;
};

/** No page yet: the first piece makes one. */
export const createPages = <Page>(length: number, make: (length: number) => Page): Pages<Page> => ({
	make,
	length,
	used: 0,
	free: [],
});

/** A piece; it may contain old values. */
export const takePiece = <Page>(pages: Pages<Page>): HistoryPiece<Page> => {
	const freed = pages.free.pop();
	if (freed) {
		return freed;
	}

	if (!pages.page || pages.used === piecesInPage) {
		pages.page = pages.make(pages.length * piecesInPage);
		pages.used = 0;
	}

	const piece = {page: pages.page, offset: pages.used * pages.length};
	pages.used++;
	return piece;
};

/** Returns a piece. */
export const returnPiece = <Page>(pages: Pages<Page>, piece: HistoryPiece<Page>): void => {
	pages.free.push(piece);
};
