import {useEffect, useState} from 'react';

/**
 * `value`, debounced by `delay` ms: it does not change while an arrow key is held down. A falsy value is taken at once,
 * and so is the first one after it.
 */
export const useRested = <Value>(value: Value, delay: number): Value => {
	const [rested, setRested] = useState(value);
	const isFirst = !rested;
	useEffect(() => {
		if (isFirst) {
			setRested(value);
			return undefined;
		}

		const timer = setTimeout(() => {
			setRested(value);
		}, delay);
		return () => {
			clearTimeout(timer);
		};
	}, [value, delay, isFirst]);
	return rested;
};
