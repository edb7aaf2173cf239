import type {Drawing} from '../drawing.js';

/** The past of a single answer: none. */
export const noPast: Drawing['pastOf'] = () => ({
	origin: '',
	start: 0,
	step: 1,
	values: new Float64Array(),
	bounds: new Uint8Array(),
});
