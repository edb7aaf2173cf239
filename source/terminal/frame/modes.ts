/**
 * The terminal's modes that were switched on through the writer: bracketed paste, mouse, focus, keyboard protocols, a
 * title, a hidden cursor. They are switched off when the terminal is given back, and on again when it is taken over.
 */
import {
	cursorOff,
	cursorOn,
	escape,
	operatingSystemCommand,
	patterns,
	popTitle,
	privateMode,
	pushTitle,
} from '../escape-codes.js';

const command = new RegExp(
	String.raw`${patterns.csi}|${escape}\](?:0|2);(?<title>${patterns.notStringEnd})${patterns.stringEnd}|${escape}(?<keypad>[=\x3E])`,
	'gv',
);

const cursorMode = '25';

/** Modes that belong to the picture: the writer itself sets and ends them. */
const pictureModes = new Set(['7', '47', '1047', '1049', '2026']);

/** The modes as they are set now. */
export class Modes {
	readonly #set = new Set<string>();
	#keyboardFlags: string[] = [];
	#isKeypad = false;
	#isCursorHidden = false;
	#title: string | undefined;
	#isTitlePushed = false;

	#keyboard(prefix: string, parameters: string): void {
		if (prefix === '>') {
			this.#keyboardFlags.push(parameters);
		} else if (prefix === '<') {
			this.#keyboardFlags = this.#keyboardFlags.slice(0, -Math.max(1, Number(parameters)));
		}
	}

	#mode(mode: string, isOn: boolean): void {
		if (mode === cursorMode) {
			this.#isCursorHidden = !isOn;
		} else if (isOn && !pictureModes.has(mode)) {
			this.#set.add(mode);
		} else {
			this.#set.delete(mode);
		}
	}

	/** Notes what `controls` switch on and off. */
	note(controls: string): void {
		for (const {groups = {}} of controls.matchAll(command)) {
			const {prefix = '', parameters = '', final = '', keypad, title} = groups;
			if (keypad !== undefined) {
				this.#isKeypad = keypad === '=';
			} else if (title !== undefined) {
				this.#title = title;
			} else if (final === 't') {
				this.#isTitlePushed = parameters.startsWith('22');
			} else if (final === 'u') {
				this.#keyboard(prefix, parameters);
			} else if (prefix === '?' && (final === 'h' || final === 'l')) {
				for (const mode of parameters.split(';')) {
					this.#mode(mode, final === 'h');
				}
			}
		}
	}

	/** Bytes that switch everything off. */
	off(): string {
		return (
			[...this.#set].map(mode => privateMode(mode, false)).join('') +
			(this.#keyboardFlags.length > 0 ? `${escape}[<${this.#keyboardFlags.length}u` : '') +
			(this.#isKeypad ? `${escape}>` : '') +
			(this.#isTitlePushed ? popTitle : '') +
			(this.#isCursorHidden ? cursorOn : '')
		);
	}

	/** Bytes that switch it on again. */
	on(): string {
		return (
			[...this.#set].map(mode => privateMode(mode, true)).join('') +
			this.#keyboardFlags.map(flags => `${escape}[>${flags}u`).join('') +
			(this.#isKeypad ? `${escape}=` : '') +
			(this.#isTitlePushed ? pushTitle : '') +
			(this.#isTitlePushed && this.#title !== undefined ? operatingSystemCommand(`2;${this.#title}`) : '') +
			(this.#isCursorHidden ? cursorOff : '')
		);
	}
}
