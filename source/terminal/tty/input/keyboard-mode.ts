import process from 'node:process';
import {setRawAgain} from './keyboard.js';

/** Raw mode of a keyboard: set, given back while another program has the terminal, and taken again. */
export class KeyboardMode {
	readonly #keyboard: NodeJS.ReadStream;
	/** Absent where keys do not come from a terminal. */
	readonly #setMode: ((isOn: boolean) => unknown) | undefined;
	#wasRaw = false;

	/** `isStuck`: whether a write to the terminal hangs in another thread. */
	constructor(keyboard: NodeJS.ReadStream, isStuck: () => boolean) {
		const setMode = keyboard.setRawMode?.bind(keyboard);
		this.#keyboard = keyboard;
		this.#setMode = setMode;
		if (setMode) {
			// Ink sets it, too, when it ends: that would wait in this thread for a write that hangs in another one.
			keyboard.setRawMode = isOn => (isOn || !isStuck() ? setMode(isOn) : keyboard);
		}
	}

	/** Where the stream assumes that nothing has changed. */
	#setInPlace(): void {
		if (setRawAgain()) {
			return;
		}

		this.set(false);
		this.set(true);
	}

	/** Switches raw mode on or off, where there is still a terminal. */
	set(isOn: boolean): void {
		try {
			this.#setMode?.(isOn);
		} catch {
			// The terminal is gone: there is nothing left to set.
		}
	}

	/** Gives the terminal to another program, in its usual mode. */
	leave(): void {
		this.#wasRaw = this.#keyboard.isRaw;
		this.set(false);
	}

	/** Takes the terminal again, in the mode that it had. */
	enter(): void {
		if (this.#keyboard.isRaw) {
			// It was not given back, but the shell may have set its own mode.
			this.#setInPlace();
		} else if (this.#wasRaw) {
			this.set(true);
		}
	}

	/** Stops reading, for the end of the program. */
	release(): void {
		this.set(false);
		if (this.#keyboard === process.stdin) {
			this.#keyboard.pause();
			// A file does not have it, whatever the type says.
			this.#keyboard.unref?.();
		} else {
			this.#keyboard.destroy();
		}
	}
}
