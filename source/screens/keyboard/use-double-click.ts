import {useRef} from 'react';

/** Two clicks at one place within this time are a double click, ms. */
const doubleTime = 400;

/** Whether a click at a place, which is made now, is the second of a double click. */
export const useDoubleClick = (): ((place: number) => boolean) => {
	const last = useRef({place: -1, at: 0});
	return place => {
		const at = performance.now();
		const isDouble = last.current.place === place && at - last.current.at < doubleTime;
		last.current = {place, at};
		return isDouble;
	};
};
