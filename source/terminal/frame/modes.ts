/**
 * The terminal's modes that were switched on through the writer: bracketed paste, mouse, focus, keyboard protocols.
 * They are switched off when the terminal is given back, and on again when it is taken up.
 */

const command =
	/\u{1B}(?:\[\?(?<modes>[\d;]+)(?<set>[hl])|\[>(?<flags>\d*)u|\[<(?<popped>\d*)u|(?<keypad>[=>]))/gv;

export class Modes {
	readonly #set = new Set<string>();
	#keyboardFlags: string[] = [];
	#isKeypad = false;

	/** Notes what `controls` switch on and off. */
	note(controls: string): void {
		for (const {groups = {}} of controls.matchAll(command)) {
			for (const mode of groups['modes']?.split(';') ?? []) {
				if (groups['set'] === 'h') {
					this.#set.add(mode);
				} else {
					this.#set.delete(mode);
				}
			}

			if (groups['flags'] !== undefined) {
				this.#keyboardFlags.push(groups['flags']);
			}

			if (groups['popped'] !== undefined) {
				this.#keyboardFlags = this.#keyboardFlags.slice(0, -Math.max(1, Number(groups['popped'])));
			}

			if (groups['keypad'] !== undefined) {
				this.#isKeypad = groups['keypad'] === '=';
			}
		}
	}

	/** Bytes that switch everything off. */
	off(): string {
		return (
			[...this.#set].map(mode => `\u{1B}[?${mode}l`).join('') +
			(this.#keyboardFlags.length > 0 ? `\u{1B}[<${this.#keyboardFlags.length}u` : '') +
			(this.#isKeypad ? '\u{1B}>' : '')
		);
	}

	/** Bytes that switch it on again. */
	on(): string {
		return (
			[...this.#set].map(mode => `\u{1B}[?${mode}h`).join('') +
			this.#keyboardFlags.map(flags => `\u{1B}[>${flags}u`).join('') +
			(this.#isKeypad ? '\u{1B}=' : '')
		);
	}
}
