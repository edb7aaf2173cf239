import {type RefObject, useInsertionEffect, useMemo, useRef} from 'react';

/** Made here, where nothing else is in scope. */
const calling =
	<Given extends readonly unknown[]>(latest: RefObject<(...given: Given) => void>) =>
	(...given: Given): void => {
		latest.current(...given);
	};

/**
 * A function that stays the same, and does what `take` does in the newest frame: for what is registered once. V8 keeps all
 * that the functions of one scope use as long as one of them lives, so that a listener made beside a frame would keep the
 * cluster of that frame for ever.
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
