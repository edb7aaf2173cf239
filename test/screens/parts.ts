/** Parts of the text of a screen. */

/** The row of a table whose first cell begins with `name`, with its cursor and sign; '' where there is none. */
export const rowOf = (text: string, name: string): string =>
	text.split('\n').find(line => new RegExp(`^.. ?${name} `, 'v').test(line.replace('▸', ' '))) ?? '';

/** The row under the cursor; '' where there is none. */
export const selectedRow = (text: string): string =>
	text.split('\n').find(line => line.startsWith('▸')) ?? '';

/** The last line: hints, a message, or what is being typed. */
export const footerOf = (text: string): string => text.split('\n').at(-1) ?? '';
