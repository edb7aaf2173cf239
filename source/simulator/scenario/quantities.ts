import {parseSeconds} from '../../providers/duration.js';

/** Whole seconds of a span of time such as "1h30m"; undefined when the text is not one. */
export const parseDuration = (text: string): number | undefined => {
	const seconds = parseSeconds(text);
	return seconds === undefined ? undefined : Math.round(seconds);
};
