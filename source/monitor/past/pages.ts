/** Memory for many small pieces of one size: an array of its own for each would cost as much again in book-keeping. */

/** Pieces in one page. */
const piecesInPage = 64;

/** Where a piece lies. */
export type HistoryPiece<Page> = {readonly page: Page; readonly offset: number};

/** The memory that pieces are cut from, and those given back. */
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

/** A piece, with whatever the one before left in it. */
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

/** Gives a piece back. */
export const returnPiece = <Page>(pages: Pages<Page>, piece: HistoryPiece<Page>): void => {
	pages.free.push(piece);
};
