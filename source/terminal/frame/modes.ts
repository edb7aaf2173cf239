/**
 * The terminal's modes that were switched on through the writer: bracketed paste, mouse, focus, keyboard protocols.
 * They are switched off when the terminal is given back, and on again when it is taken up.
 */
import {escape, patterns, privateMode} from '../escape-codes.js';

const command = new RegExp(String.raw`${patterns.csi}|${escape}(?<keypad>[=\x3E])`, 'gv');

export class Modes {
	readonly #set = new Set<string>();
	#keyboardFlags: string[] = [];
	#isKeypad = false;

	#keyboard(prefix: string, parameters: string): void {
		if (prefix === '>') {
			this.#keyboardFlags.push(parameters);
		} else if (prefix === '<') {
			this.#keyboardFlags = this.#keyboardFlags.slice(0, -Math.max(1, Number(parameters)));
		}
	}

	/** Notes what `controls` switch on and off. */
	note(controls: string): void {
		for (const {groups = {}} of controls.matchAll(command)) {
			const {prefix = '', parameters = '', final, keypad} = groups;
			if (keypad !== undefined) {
				this.#isKeypad = keypad === '=';
			} else if (final === 'u') {
				this.#keyboard(prefix, parameters);
			} else if (prefix === '?') {
				for (const mode of parameters.split(';')) {
					if (final === 'h') {
						this.#set.add(mode);
					} else if (final === 'l') {
						this.#set.delete(mode);
					}
				}
			}
		}
	}

	/** Bytes that switch everything off. */
	off(): string {
		return (
			[...this.#set].map(mode => privateMode(mode, false)).join('') +
			(this.#keyboardFlags.length > 0 ? `${escape}[<${this.#keyboardFlags.length}u` : '') +
			(this.#isKeypad ? `${escape}>` : '')
		);
	}

	/** Bytes that switch it on again. */
	on(): string {
		return (
			[...this.#set].map(mode => privateMode(mode, true)).join('') +
			this.#keyboardFlags.map(flags => `${escape}[>${flags}u`).join('') +
			(this.#isKeypad ? `${escape}=` : '')
		);
	}
}
