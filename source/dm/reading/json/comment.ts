import {signOf} from './signs.js';

/** The end of the comment that begins at an offset; the offset itself where there is none. */
export const commentEnd = (text: string, offset: number): number => {
	const start = text.slice(offset, offset + 2);
	if (start === '/*') {
		const end = text.indexOf('*/', offset + 2);
		return end === -1 ? text.length : end + 2;
	}

	if (start !== '//' && signOf(start[0] ?? '') !== '#') {
		return offset;
	}

	const end = text.indexOf('\n', offset);
	return end === -1 ? text.length : end;
};
