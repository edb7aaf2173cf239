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

/** Which pieces of a page are taken: the first `begun` of them, but the free ones. */
type Taken = {readonly pieces: number; begun: number; readonly freeOffsets: number[]};

/** The memory that pieces are taken from. */
export type Pages<Page> = {
	/** A page of so many numbers. */
	readonly make: (length: number) => Page;
	/** Numbers in a row of a piece. */
	readonly width: number;
	/** Rows of a piece. */
	readonly rows: number;
	/** Oldest first. */
	readonly taken: Map<Page, Taken>;
};

/** No page yet: the first piece makes one. */
export const createPages = <Page>(
	{width, rows}: Pick<Pages<Page>, 'width' | 'rows'>,
	make: (length: number) => Page,
): Pages<Page> => ({make, width, rows, taken: new Map()});

const addPage = <Page>({make, width, rows, taken}: Pages<Page>): [page: Page, taken: Taken] => {
	const largest = Math.max(0, ...taken.values().map(({pieces}) => pieces));
	const pieces = Math.min(Math.max(2 * largest, piecesInFirst), piecesInLargest);
	const page = make(width * rows * pieces);
	const ofPage: Taken = {pieces, begun: 0, freeOffsets: []};
	taken.set(page, ofPage);
	return [page, ofPage];
};

/** A piece, of the oldest page that has a free one, so that newer pages become free; it may contain old values. */
export const takePiece = <Page>(pages: Pages<Page>): HistoryPiece<Page> => {
	const [page, taken] =
		pages.taken
			.entries()
			.find(([, {pieces, begun, freeOffsets}]) => freeOffsets.length > 0 || begun < pieces) ?? addPage(pages);
	const freed = taken.freeOffsets.pop();
	if (freed !== undefined) {
		return {page, offset: freed};
	}

	const offset = taken.begun * pages.width;
	taken.begun += 1;
	return {page, offset};
};

/** Returns a piece. A page without a taken piece is given up: after many short-lived tasks it would be most of the memory. */
export const returnPiece = <Page>({taken}: Pages<Page>, {page, offset}: HistoryPiece<Page>): void => {
	const ofPage = taken.get(page);
	ofPage?.freeOffsets.push(offset);
	if (ofPage?.freeOffsets.length === ofPage?.begun) {
		taken.delete(page);
	}
};
