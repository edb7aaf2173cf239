import type {Drawing} from '../drawing.js';

/** A single answer has no past. */
export const noPast: Drawing['pastOf'] = () => ({
	origin: '',
	start: 0,
	step: 1,
	values: new Float64Array(),
	bounds: new Uint8Array(),
});
