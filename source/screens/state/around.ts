/** The neighbour of an index among so many, round at the ends. */
export const around = (index: number, step: number, length: number): number =>
	length === 0 ? 0 : (index + step + length) % length;
