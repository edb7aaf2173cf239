/**
 * The screens as the program draws them, with one character for each line, against the same drawn by Ink itself.
 */
import {PassThrough} from 'node:stream';
import {render, type Instance} from 'ink';
import {afterEach, describe, expect, it} from 'vitest';
import {StandInProvider} from '../../source/components/lines.js';
import {parseStatus} from '../../source/dm/parse-status.js';
import {capabilities} from '../../source/terminal/capabilities.js';
import {asInkStdout, createFrameWriter} from '../../source/terminal/frame/frame-writer.js';
import {queryStatus, sourceAnswer, subtaskAnswer} from '../dm/recorded.js';
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

const openApp = async (
	columns: number,
	rows: number,
	hasStandIns: boolean,
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

describe('names with characters of private use', () => {
	it('are shown as what they are, in rows of their own', async () => {
		const names = ['a\u{E000}', 'b\u{E001}\u{E002}', 'c\u{E7FF}', 'd\u{E0B0}\u{E0B2}', 'e\u{F8FF}'];
		const status = parseStatus(
			queryStatus([
				sourceAnswer(
					's\u{E003}',
					names.map(name => subtaskAnswer(name)),
				),
			]),
		);
		const app = await openApp(120, 30, true, {kind: 'status', at: noon, status});
		const rows = await app.text();
		for (const shown of ['a<E000>', 'b<E001><E002>', 'c<E7FF>', 'd<E0B0><E0B2>', 'e<F8FF>']) {
			expect(rows.filter(row => row.includes(` ${shown} `) && row.includes('Running'))).toHaveLength(1);
		}
	});
});
