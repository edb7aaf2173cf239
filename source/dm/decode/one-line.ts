/** `text` without its line breaks and the blanks around them, on one line. */
export const oneLine = (text: string): string =>
	text
		.split(/[\n\r]/v)
		.map(line => line.trim())
		.filter(line => line !== '')
		.join(' ');
