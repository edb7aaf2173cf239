/**
 * The app on a terminal: drawn by Ink and the frame writer, with an emulator at the other end.
 */
import {PassThrough} from 'node:stream';
import {setImmediate as turn, setTimeout as pause} from 'node:timers/promises';
import {render} from 'ink';
import {onTestFinished} from 'vitest';
import {PlaceholderProvider} from '../../source/components/lines.js';
import {capabilities} from '../../source/terminal/capabilities.js';
import {asInkStdout, createFrameWriter} from '../../source/terminal/frame/frame-writer.js';
import {Emulator} from '../terminal/emulator.js';
import {ScreenSize} from '../terminal/screen-size.js';
import {untilQuiet} from '../terminal/until-quiet.js';
import {keys, makeApp, noon, wholeAnswer} from './screen.js';

/** Keys for Ink. */
export class Keyboard extends PassThrough {
	get isTTY(): boolean {
		return true;
	}

	setRawMode(): this {
		return this;
	}

	ref(): this {
		return this;
	}

	unref(): this {
		return this;
	}
}

/**
 * The app over one answer, until the end of the test; `hasPlaceholders`: as the program draws it, otherwise as Ink itself
 * would.
 */
export const openApp = async (
	columns: number,
	rows: number,
	hasPlaceholders: boolean,
	observation = wholeAnswer('ddl-lock-and-sync-errors/v1alpha1-status.json'),
) => {
	const emulator = new Emulator(columns, rows);
	const writer = createFrameWriter({
		tty: new ScreenSize(columns, rows),
		output: emulator,
		capabilities: capabilities({TERM: 'xterm-256color', LANG: 'C.UTF-8'}),
	});
	const keyboard = new Keyboard();
	const {element} = makeApp([observation], {
		operator: new Set(['pause', 'resume', 'stop'] as const),
		now: noon + 5000,
	});
	const instance = render(
		hasPlaceholders ? (
			<PlaceholderProvider value={line => writer.placeholder(line)}>{element}</PlaceholderProvider>
		) : (
			element
		),
		{
			stdout: asInkStdout(writer),
			stdin: keyboard as unknown as NodeJS.ReadStream,
			alternateScreen: true,
			interactive: true,
			exitOnCtrlC: false,
			patchConsole: false,
		},
	);
	onTestFinished(() => {
		instance.unmount();
	});
	await untilQuiet(instance, emulator.writes);
	return {
		async press(sequence: string) {
			keyboard.write(sequence);
			if (sequence === keys.esc) {
				// A lone Esc is distinguished from a sequence only 20 ms after it was read.
				await turn();
				await pause(25);
			}

			await untilQuiet(instance, emulator.writes);
			return emulator.shown();
		},
		text: async () => emulator.text(),
		shown: async () => emulator.shown(),
		/** Everything that was sent, one entry for each frame. */
		writes: emulator.writes,
	};
};
