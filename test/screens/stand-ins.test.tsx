/**
 * The screens as the program draws them, with one character for each line, against the same drawn by Ink itself.
 */
import {PassThrough} from 'node:stream';
import {render, type Instance} from 'ink';
import {afterEach, describe, expect, it} from 'vitest';
import {StandInProvider} from '../../source/components/lines.js';
import {capabilities} from '../../source/terminal/capabilities.js';
import {asInkStdout, createFrameWriter} from '../../source/terminal/frame/frame-writer.js';
import {Emulator} from '../terminal/emulator.js';
import {ScreenSize} from '../terminal/screen-size.js';
import {keys, makeApp, noon, wholeAnswer} from './screen.js';

let instances: Instance[] = [];

afterEach(() => {
	for (const instance of instances) {
		instance.unmount();
	}

	instances = [];
});

class Keyboard extends PassThrough {
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

const pause = async (ms: number): Promise<void> =>
	new Promise(resolve => {
		setTimeout(resolve, ms);
	});

const openApp = async (columns: number, rows: number, hasStandIns: boolean) => {
	const emulator = new Emulator(columns, rows);
	const writer = createFrameWriter({
		tty: new ScreenSize(columns, rows),
		output: emulator,
		capabilities: capabilities({TERM: 'xterm-256color', LANG: 'C.UTF-8'}),
	});
	const keyboard = new Keyboard();
	const {element} = makeApp([wholeAnswer('ddl-lock-and-sync-errors/v1alpha1-status.json')], {
		operator: new Set(['pause', 'resume', 'stop'] as const),
		now: noon + 5000,
	});
	const instance = render(
		hasStandIns ? <StandInProvider value={line => writer.standIn(line)}>{element}</StandInProvider> : element,
		{
			stdout: asInkStdout(writer),
			stdin: keyboard as unknown as NodeJS.ReadStream,
			alternateScreen: true,
			interactive: true,
			exitOnCtrlC: false,
			patchConsole: false,
		},
	);
	instances.push(instance);
	const settle = async () => {
		let seen = -1;
		while (seen !== emulator.writes.length) {
			seen = emulator.writes.length;
			// A lone Esc is told from a sequence only after 20 ms.
			await pause(40);
			await instance.waitUntilRenderFlush();
		}
	};

	await settle();
	return {
		async press(sequence: string) {
			keyboard.write(sequence);
			await settle();
			return emulator.shown();
		},
		text: async () => emulator.text(),
	};
};

const walk = [
	'P',
	keys.esc,
	'o',
	keys.esc,
	keys.down,
	'/',
	'o',
	keys.enter,
	'?',
	keys.esc,
	'4',
	'1',
	keys.enter,
];

describe.for([
	[60, 15],
	[80, 24],
	[120, 40],
	[200, 50],
] as const)('at %dx%d', ([columns, rows]) => {
	it('every screen, dialog and menu is what Ink itself would draw', async () => {
		const [through, plain] = [await openApp(columns, rows, true), await openApp(columns, rows, false)];
		for (const sequence of walk) {
			const drawn = await through.press(sequence);
			const text = await through.text();
			expect(drawn, `after ${JSON.stringify(sequence)}:\n${text.join('\n')}`).toEqual(
				await plain.press(sequence),
			);
		}
	});
});
