/** Several texts as one. */

/** After these no blank follows. */
const fullWidth = /[\u{3000}-\u{303F}\u{FF01}-\u{FF60}]$/v;

/** A label with the blank before what it labels; none after a full-width colon. */
export const labelText = (label: string): string => (fullWidth.test(label) ? label : `${label} `);

/** Sentences behind each other, the empty ones left out: with a blank between them but after a full-width stop. */
export const sentences = (...texts: readonly string[]): string => {
	let told = '';
	for (const text of texts) {
		told += told === '' || text === '' || fullWidth.test(told) ? text : ` ${text}`;
	}

	return told;
};
