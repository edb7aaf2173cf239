/** A number in the format of metrics: blanks and 0x10 are not numbers, although JavaScript accepts them. */
const decimal = /^[+\-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+\-]?\d+)?$/iv;

/** The number in a string; NaN where there is none. */
export const decimalOf = (text: string): number => (decimal.test(text) ? Number(text) : NaN);
