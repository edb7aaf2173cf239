import {useEffect, useRef, useState} from 'react';

/** Values that change faster than this are on their way: an arrow key is held down. Terminals repeat it every 33 ms. */
const quick = 150;

/**
 * `value`, but for one frame after it changed, so that a key never waits for what takes longer to draw than itself; and
 * '' while it changes again and again, until it stands still. Where `place` changes there is nothing to wait for.
 */
export const useSettled = (value: string, place: string): string => {
	const [settled, setSettled] = useState({place, value});
	const changedAt = useRef(-Infinity);
	const isNewPlace = settled.place !== place;
	useEffect(() => {
		if (isNewPlace || settled.value === value) {
			setSettled(before => (before.place === place && before.value === value ? before : {place, value}));
			return undefined;
		}

		const now = performance.now();
		const isQuick = now - changedAt.current < quick;
		changedAt.current = now;
		if (!isQuick) {
			setSettled({place, value});
			return undefined;
		}

		setSettled({place, value: ''});
		const timer = setTimeout(() => {
			setSettled({place, value});
		}, quick);
		return () => {
			clearTimeout(timer);
		};
		// A new place is seen once.
	}, [value, place]);
	return isNewPlace ? value : settled.value;
};
