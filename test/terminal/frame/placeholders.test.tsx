import {PassThrough} from 'node:stream';
import {Box, render, Text, type Instance} from 'ink';
import type {JSX} from 'react';
import {afterEach, describe, expect, it} from 'vitest';
import {capabilities} from '../../../source/terminal/capabilities.js';
import {asInkStdout, createFrameWriter} from '../../../source/terminal/frame/frame-writer.js';
import {Emulator, type ShownCell} from '../emulator.js';
import {ScreenSize} from '../screen-size.js';

const columns = 30;
const rows = 5;

let instances: Instance[] = [];

afterEach(() => {
	for (const instance of instances) {
		instance.unmount();
	}

	instances = [];
});

const bold = (text: string): string => `\u{1B}[1m${text}\u{1B}[22m`;

/** Ink on an emulator; what it draws may ask the writer for placeholders. */
const openStage = (size = new ScreenSize(columns, rows)) => {
	const emulator = new Emulator(columns, rows);
	const writer = createFrameWriter({
		tty: size,
		output: emulator,
		capabilities: capabilities({TERM: 'xterm-256color', LANG: 'C.UTF-8'}),
	});
	let instance: Instance | undefined;
	return {
		writer,
		emulator,
		async show(node: JSX.Element): Promise<ShownCell[][]> {
			if (instance) {
				instance.rerender(node);
			} else {
				instance = render(node, {
					stdout: asInkStdout(writer),
					stdin: new PassThrough() as unknown as NodeJS.ReadStream,
					alternateScreen: true,
					interactive: true,
					patchConsole: false,
				});
				instances.push(instance);
			}

			await instance.waitUntilRenderFlush();
			return emulator.shown();
		},
	};
};

type LinesProps = {readonly lines: readonly string[]; readonly placeholder: (line: string) => string};

/** A page, and a box over a part of it. */
function Page({lines, box, placeholder}: LinesProps & {readonly box?: readonly string[]}) {
	return (
		<Box width={columns} height={rows} flexDirection="column">
			<Text wrap="truncate">{lines.map(line => placeholder(line)).join('\n')}</Text>
			{box && (
				<Box position="absolute" marginLeft={5} marginTop={1}>
					<Text wrap="truncate">{box.map(line => placeholder(line)).join('\n')}</Text>
				</Box>
			)}
		</Box>
	);
}

const itself = (line: string): string => line;

const page = [
	`${bold('TASK')}  ${'x'.repeat(24)}`,
	'同步任务同步任务同步任务同步任',
	'a'.repeat(columns),
	`\u{1B}[31m${'─'.repeat(columns)}\u{1B}[39m`,
	'',
].map(line => line || ' '.repeat(columns));

const box = [`┌${'─'.repeat(12)}┐`, `│ ${bold('主键')}       │`, `└${'─'.repeat(12)}┘`];

describe('a placeholder', () => {
	it('shows the line that it stands for', async () => {
		const [plain, carried] = [openStage(), openStage()];
		expect(
			await carried.show(<Page lines={page} placeholder={line => carried.writer.placeholder(line)} />),
		).toEqual(await plain.show(<Page lines={page} placeholder={itself} />));
	});

	it('covers what is beneath it, and leaves the rest', async () => {
		const [plain, carried] = [openStage(), openStage()];
		const placeholder = (line: string) => carried.writer.placeholder(line);
		expect(await carried.show(<Page lines={page} box={box} placeholder={placeholder} />)).toEqual(
			await plain.show(<Page lines={page} box={box} placeholder={itself} />),
		);
	});

	it('yields to what Ink itself draws over its line', async () => {
		const {writer, emulator, show} = openStage();
		await show(
			<Box width={columns} height={rows}>
				<Text>{writer.placeholder('a'.repeat(columns))}</Text>
				<Box position="absolute" marginLeft={10}>
					<Text bold>{' over '}</Text>
				</Box>
			</Box>,
		);
		const [top] = await emulator.text();
		// Styled blanks cover, too.
		expect(top).toBe(`${'a'.repeat(10)} over ${'a'.repeat(14)}`);
	});

	it('shows through behind styled text, and stays where Ink has it', async () => {
		const {writer, emulator, show} = openStage();
		await show(
			<Box width={columns} height={rows} flexDirection="column">
				<Box>
					<Text>{writer.placeholder('a'.repeat(columns))}</Text>
					<Box position="absolute" marginLeft={8}>
						<Text bold>over</Text>
					</Box>
					<Box position="absolute" marginLeft={24}>
						<Text>Z</Text>
					</Box>
				</Box>
				<Box marginTop={1}>
					<Text>left: </Text>
					<Text>{writer.placeholder('a line')}</Text>
				</Box>
			</Box>,
		);
		const text = await emulator.text();
		expect(text.slice(0, 3)).toEqual([
			`${'a'.repeat(8)}over${'a'.repeat(12)}Z${'a'.repeat(5)}`,
			'',
			'left: a line',
		]);
	});

	it('covers half of a wide character with a blank', async () => {
		const [plain, carried] = [openStage(), openStage()];
		const wide = ['同'.repeat(columns / 2)];
		const narrow = ['x'];
		const draw = (placeholder: (line: string) => string) => (
			<Box width={columns} height={rows}>
				<Text>{wide.map(line => placeholder(line)).join('')}</Text>
				<Box position="absolute" marginLeft={5}>
					<Text>{narrow.map(line => placeholder(line)).join('')}</Text>
				</Box>
			</Box>
		);
		expect(await carried.show(draw(line => carried.writer.placeholder(line)))).toEqual(
			await plain.show(draw(itself)),
		);
	});

	it('is where the cursor was put, also in a line that comes in two parts', async () => {
		const {writer, emulator} = openStage();
		writer.write('\u{1B}[?1049h');
		writer.write(`\u{1B}[10G${writer.placeholder('abc')}        ${writer.placeholder('def')}`);
		await emulator.settled();
		writer.write(`\n${writer.placeholder('one')}`);
		writer.write(`    ${writer.placeholder('two')}`);
		await new Promise(resolve => {
			setImmediate(resolve);
		});
		const text = await emulator.text();
		expect(text.slice(0, 2)).toEqual(['         abc      def', 'one  two']);
	});

	it('is found again as long as it is on the screen, however many lines come and go', async () => {
		const {writer, emulator, show} = openStage();
		const kept = writer.placeholder('this line stays');
		for (let i = 0; i < 5000; i++) {
			const passing = writer.placeholder(`line ${i}`);
			if (i % 200 !== 0) {
				continue;
			}

			await show(
				<Box flexDirection="column">
					<Text>{kept}</Text>
					<Text>{passing}</Text>
				</Box>,
			);
			const text = await emulator.text();
			expect(text.slice(0, 2)).toEqual(['this line stays', `line ${i}`]);
		}
	});

	it('is not used for two lines of a screen, however large that is or becomes', () => {
		const tall = Array.from({length: 400}, (_, row) => `row ${row}`);
		const {length} = tall;
		const {writer} = openStage(new ScreenSize(columns, length));
		expect(new Set(tall.map(line => writer.placeholder(line))).size).toBe(length);
		const size = new ScreenSize(columns, rows);
		const grown = openStage(size).writer;
		size.change(columns, length);
		expect(new Set(tall.map(line => grown.placeholder(line))).size).toBe(length);
	});

	it('is used again for the lines of later screens: wide lines take much memory', () => {
		const {writer} = openStage();
		const used = new Set(Array.from({length: 5000}, (_, line) => writer.placeholder(`line ${line}`)));
		expect(used.size).toBeLessThan(300);
	});

	it('is the same for the same line', () => {
		const {writer} = openStage();
		expect(writer.placeholder('one')).toBe(writer.placeholder('one'));
		expect(writer.placeholder('one')).not.toBe(writer.placeholder('two'));
	});
});
