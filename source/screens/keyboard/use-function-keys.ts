import {useEffect, useEffectEvent} from 'react';
import {useStdin} from 'ink';
import {functionKeyOf} from '../keys/keys.js';

/** Ink's internal input events: they include F1 to F12, for which `useInput` reports nothing. */
type Emitter = {
	on(name: 'input', listener: (sequence: string) => void): void;
	removeListener(name: 'input', listener: (sequence: string) => void): void;
};

/** Calls back for F1 to F12, by their names: `f1`. */
export const useFunctionKeys = (press: (name: string) => void): void => {
	const {internal_eventEmitter: emitter} = useStdin() as unknown as {readonly internal_eventEmitter: Emitter};
	const listen = useEffectEvent((sequence: string) => {
		const name = functionKeyOf(sequence);
		if (name !== undefined) {
			press(name);
		}
	});
	useEffect(() => {
		const listener = (sequence: string) => {
			listen(sequence);
		};

		emitter.on('input', listener);
		return () => {
			emitter.removeListener('input', listener);
		};
	}, [emitter]);
};
