/**
 * The mouse of a terminal (SGR, mode 1006): its reports are removed from keyboard input, where they would look like
 * keys.
 */
import {escape, privateMode} from '../../escape-codes.js';
import {withRead} from './keyboard.js';

/** A mouse event; both coordinates are counted from 0. */
export type MouseEvent = {
	readonly kind: 'press' | 'wheel-up' | 'wheel-down';
	readonly column: number;
	readonly row: number;
};

/** Reports presses and the wheel, in SGR's form. They end with the screen: see frame/modes.ts. */
export const mouseOn = privateMode('1000;1006', true);

const report = new RegExp(
	String.raw`${escape}\[<(?<button>\d{1,3});(?<column>\d{1,5});(?<row>\d{1,5})(?<final>[Mm])`,
	'gv',
);

/** The beginning of a report whose rest may still come. Esc may begin one, too, until it is known to be the key. */
const begun = new RegExp(String.raw`${escape}(?:\[(?:<[\d;]{0,16})?)?$`, 'v');

/** The rest of a report arrives within this time, ms; Ink waits as long for the rest of a key. */
const restWithin = 20;

/** A press with a modifier has another number: it belongs to the terminal, such as Shift to select text. */
const kinds: ReadonlyMap<number, MouseEvent['kind']> = new Map([
	[0, 'press'],
	[64, 'wheel-up'],
	[65, 'wheel-down'],
]);

/** Takes reports of the mouse out of the input, chunk by chunk. */
export type MouseReader = {
	/** The keys in the input, without a possible beginning of a report. */
	readonly read: (chunk: string) => string;
	/** The possible beginning of a report; '' for none. */
	readonly pending: () => string;
	/** Returns the pending input as keys. */
	readonly flush: () => string;
};

/** Separates the terminal's input into keys, which are returned, and mouse events, which are reported. */
export const createMouseReader = (onMouse: (event: MouseEvent) => void): MouseReader => {
	let pending = '';
	return {
		read(chunk) {
			const text = pending + chunk;
			pending = begun.exec(text)?.[0] ?? '';
			const whole = pending === '' ? text : text.slice(0, -pending.length);
			return whole.replaceAll(report, (_, button: string, column: string, row: string, final: string) => {
				const kind = kinds.get(Number(button));
				if (kind !== undefined && final === 'M') {
					onMouse({kind, column: Number(column) - 1, row: Number(row) - 1});
				}

				return '';
			});
		},
		pending: () => pending,
		flush() {
			const keys = pending;
			pending = '';
			return keys;
		},
	};
};

/** The keyboard, without mouse reports in its input. */
export const withoutMouse = (
	keyboard: NodeJS.ReadStream,
	onMouse: (event: MouseEvent) => void,
): NodeJS.ReadStream => {
	const reader = createMouseReader(onMouse);
	let isOverdue = false;
	let waiting: NodeJS.Timeout | undefined;
	const wait = (): void => {
		clearTimeout(waiting);
		waiting =
			reader.pending() === ''
				? undefined
				: setTimeout(() => {
						isOverdue = true;
						keyboard.emit('readable');
					}, restWithin);
	};

	const read = (): unknown => {
		for (;;) {
			const chunk: unknown = keyboard.read();
			// No more input for now. Ink reads text.
			if (typeof chunk !== 'string') {
				const keys = isOverdue ? reader.flush() : '';
				isOverdue = false;
				return keys === '' ? chunk : keys;
			}

			isOverdue = false;
			const keys = reader.read(chunk);
			wait();
			// An empty string would mean the end of the input.
			if (keys !== '') {
				return keys;
			}
		}
	};

	return withRead(keyboard, read);
};
