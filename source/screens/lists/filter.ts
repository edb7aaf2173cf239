/**
 * What a person types after `/`: words that must all be in the row, in any place and case; `!word` must not be.
 */

export type Filter = ReadonlyArray<{readonly word: string; readonly wanted: boolean}>;

/** The filter that a text means; [] keeps every row. A lone `!` is not finished yet and means nothing. */
export const parseFilter = (text: string): Filter =>
	text
		.toLowerCase()
		.split(/\s+/v)
		.map(part => (part.startsWith('!') ? {word: part.slice(1), wanted: false} : {word: part, wanted: true}))
		.filter(({word}) => word !== '');

/** Whether a row with these words is kept. */
export const matches = (filter: Filter, words: string): boolean => {
	const searched = words.toLowerCase();
	return filter.every(({word, wanted}) => searched.includes(word) === wanted);
};
