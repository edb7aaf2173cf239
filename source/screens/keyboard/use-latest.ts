import {type RefObject, useInsertionEffect, useMemo, useRef} from 'react';

/** Made at the top level, where nothing else is in scope. */
const calling =
	<Given extends readonly unknown[]>(latest: RefObject<(...given: Given) => void>) =>
	(...given: Given): void => {
		latest.current(...given);
	};

/**
 * A function that stays the same and calls the `take` of the newest frame, for listeners that are registered once. V8
 * keeps everything that the functions of a scope use while one of them lives: a listener made in a frame would keep
 * that frame's cluster for ever.
 */
export const useLatest = <Given extends readonly unknown[]>(
	take: (...given: Given) => void,
): ((...given: Given) => void) => {
	const latest = useRef(take);
	useInsertionEffect(() => {
		latest.current = take;
	});
	return useMemo(() => calling(latest), []);
};
