/** `text` from `start` to `end` is to be `by`. */
export type Edit = {readonly start: number; readonly end: number; readonly by: string};

/** The text from `from` to `to` with those edits, which do not overlap, in the order of their places. */
export const edited = (text: string, edits: readonly Edit[], from = 0, to = text.length): string => {
	let done = from;
	const parts = edits.map(({start, end, by}) => {
		const part = text.slice(done, start) + by;
		done = end;
		return part;
	});
	return [...parts, text.slice(done, to)].join('');
};

/** Edits as they follow one another; of two at one place the earlier one stays first. */
export const inOrder = (edits: readonly Edit[]): Edit[] =>
	edits.toSorted((left, right) => left.start - right.start);
