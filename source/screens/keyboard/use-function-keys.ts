import {useEffect} from 'react';
import {useStdin} from 'ink';
import {functionKeyOf} from '../keys/keys.js';
import {useLatest} from './use-latest.js';

/** Ink's internal input events: they include F1 to F12, for which `useInput` reports nothing. */
type Emitter = {
	on(name: 'input', listener: (sequence: string) => void): void;
	removeListener(name: 'input', listener: (sequence: string) => void): void;
};

const listenTo = (emitter: Emitter, listener: (sequence: string) => void): (() => void) => {
	emitter.on('input', listener);
	return () => {
		emitter.removeListener('input', listener);
	};
};

/** Calls back for F1 to F12, by their names: `f1`. */
export const useFunctionKeys = (press: (name: string) => void): void => {
	const {internal_eventEmitter: emitter} = useStdin() as unknown as {readonly internal_eventEmitter: Emitter};
	const listen = useLatest((sequence: string) => {
		const name = functionKeyOf(sequence);
		if (name !== undefined) {
			press(name);
		}
	});
	useEffect(() => listenTo(emitter, listen), [emitter, listen]);
};
