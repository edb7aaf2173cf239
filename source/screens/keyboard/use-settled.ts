import {useEffect, useRef, useState} from 'react';

/**
 * Values that change faster than this are still changing: an arrow key is held down. Terminals repeat it every 33 ms.
 */
const quick = 150;

/**
 * `value`, delayed by one frame after a change, so that a key never waits for what is slow to draw; '' while it keeps
 * changing, until it settles. When `place` changes there is no delay.
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
