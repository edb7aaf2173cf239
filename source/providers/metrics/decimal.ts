/** A number as metrics write it: blanks and 0x10 are none, though JavaScript reads them. */
const decimal = /^[+\-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+\-]?\d+)?$/iv;

/** The number that a string says; NaN where it says none. */
export const decimalOf = (text: string): number => (decimal.test(text) ? Number(text) : NaN);
