/** The next or previous index of a list, wrapping around at its ends. */
export const around = (index: number, step: number, length: number): number =>
	length === 0 ? 0 : (index + step + length) % length;
