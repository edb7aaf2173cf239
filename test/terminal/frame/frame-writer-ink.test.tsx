import {PassThrough, Readable} from 'node:stream';
import {Box, render, Text, useCursor, useStdout, useWindowSize, type Instance} from 'ink';
import {useEffect, type JSX} from 'react';
import {afterEach, describe, expect, it} from 'vitest';
import {capabilities} from '../../../source/terminal/capabilities.js';
import {
	asInkStdout,
	createFrameWriter,
	type FrameWriter,
} from '../../../source/terminal/frame/frame-writer.js';
import {padTo} from '../../../source/terminal/width.js';
import {Emulator} from '../emulator.js';
import {ScreenSize} from '../screen-size.js';
import {untilQuiet} from '../until-quiet.js';

const xterm = capabilities({TERM: 'xterm-256color', LANG: 'C.UTF-8'});

let instance: Instance | undefined;

afterEach(() => {
	instance?.unmount();
	instance = undefined;
});

class Stage {
	readonly size: ScreenSize;
	readonly emulator: Emulator;
	readonly writer: FrameWriter;

	constructor(columns = 60, rows = 12) {
		this.size = new ScreenSize(columns, rows);
		this.emulator = new Emulator(columns, rows);
		this.writer = createFrameWriter({tty: this.size, output: this.emulator, capabilities: xterm});
	}

	async show(node: JSX.Element): Promise<string[]> {
		if (instance) {
			instance.rerender(node);
		} else {
			instance = render(node, {
				stdout: asInkStdout(this.writer),
				stdin: new PassThrough() as unknown as NodeJS.ReadStream,
				alternateScreen: true,
				incrementalRendering: false,
				interactive: true,
				maxFps: 120,
				patchConsole: false,
			});
		}

		return this.text();
	}

	async text(): Promise<string[]> {
		if (instance) {
			await untilQuiet(instance, this.emulator.writes);
		}

		return this.emulator.text();
	}

	async row(y: number): Promise<string | undefined> {
		const rows = await this.text();
		return rows[y];
	}

	/** What is sent from now on until the text is asked for. */
	async sentBy(action: () => unknown): Promise<string> {
		const {length} = this.emulator.writes;
		await action();
		await this.text();
		return this.emulator.writes.slice(length).join('');
	}
}

type TableProps = {readonly names: readonly string[]; readonly selected: number; readonly lag?: number};

function Table({names, selected, lag = 0}: TableProps) {
	const {rows, columns} = useWindowSize();
	return (
		<Box flexDirection="column" height={rows} width={columns}>
			<Text bold inverse wrap="truncate">
				{'TASK'.padEnd(columns)}
			</Text>
			{names.slice(0, rows - 2).map((name, index) => (
				<Text key={name} bold={index === selected} wrap="truncate">
					{`${index === selected ? '▶' : ' '} ${padTo(name, 20)} Running ${String(lag).padStart(12)}s`}
				</Text>
			))}
			<Box flexGrow={1} />
			<Text dimColor>? help</Text>
		</Box>
	);
}

const names = Array.from({length: 40}, (_, index) => `任务-${String(index).padStart(4, '0')}`);

describe('frame writer under Ink', () => {
	it('shows what Ink draws', async () => {
		const stage = new Stage(60, 6);
		expect(await stage.show(<Table names={names} selected={1} />)).toEqual([
			'TASK'.padEnd(60),
			'  任务-0000            Running            0s',
			'▶ 任务-0001            Running            0s',
			'  任务-0002            Running            0s',
			'  任务-0003            Running            0s',
			'? help',
		]);
		expect(stage.emulator.terminal.buffer.active.type).toBe('alternate');
	});

	it('moves a selection in less than 100 bytes', async () => {
		const stage = new Stage(120, 40);
		await stage.show(<Table names={names} selected={3} />);
		const sent = await stage.sentBy(async () => stage.show(<Table names={names} selected={4} />));
		expect(sent.length).toBeLessThan(100);
		expect(await stage.row(5)).toContain('▶ 任务-0004');
	});

	it('changes one number in less than 20 bytes', async () => {
		const stage = new Stage(120, 40);
		await stage.show(<Table names={names.slice(0, 1)} selected={0} lag={1} />);
		const sent = await stage.sentBy(async () =>
			stage.show(<Table names={names.slice(0, 1)} selected={0} lag={2} />),
		);
		expect(sent).toBe('\u{1B}[2;43H\u{1B}[1m2\u{1B}[m');
	});

	it('lets the terminal move the rows of a list that scrolls', async () => {
		const stage = new Stage(120, 40);
		await stage.show(<Table names={names} selected={30} />);
		const sent = await stage.sentBy(async () => stage.show(<Table names={names.slice(1)} selected={30} />));
		expect(sent.length).toBeLessThan(200);
		expect(await stage.row(1)).toContain('任务-0001');
	});

	it('sends nothing when nothing has changed', async () => {
		const stage = new Stage();
		await stage.show(<Table names={names} selected={1} />);
		expect(await stage.sentBy(async () => stage.show(<Table names={names} selected={1} />))).toBe('');
	});

	it('draws everything again at a new size, smaller and larger', async () => {
		const stage = new Stage(60, 12);
		await stage.show(<Table names={names} selected={1} />);
		const sizes = [
			[30, 5],
			[100, 20],
		] as const;
		for await (const [columns, rows] of Readable.from(sizes) as AsyncIterable<[number, number]>) {
			stage.emulator.terminal.resize(columns, rows);
			stage.size.change(columns, rows);
			const text = await stage.text();
			expect(text[0]).toBe('TASK'.padEnd(columns));
			expect(text[rows - 2]).toContain(`任务-${String(rows - 3).padStart(4, '0')}`);
			expect(text[rows - 1]).toBe('? help');
		}
	});

	it('places the cursor where a component asks for it, and hides it otherwise', async () => {
		const stage = new Stage();
		function Prompt({text}: {readonly text: string}) {
			const {setCursorPosition} = useCursor();
			setCursorPosition({x: text.length + 1, y: 0});
			return <Text>{`/${text}`}</Text>;
		}

		const shown = await stage.sentBy(async () => stage.show(<Prompt text="lag" />));
		expect(shown.endsWith('\u{1B}[?25h') || shown.endsWith('\u{1B}[?25h\u{1B}[?2026l')).toBe(true);
		const {active} = stage.emulator.terminal.buffer;
		expect([active.cursorX, active.cursorY]).toEqual([4, 0]);
		await stage.show(<Prompt text="lag>" />);
		expect([active.cursorX, active.cursorY]).toEqual([5, 0]);
		expect(await stage.sentBy(async () => stage.show(<Text>no prompt</Text>))).toContain('\u{1B}[?25l');
	});

	it('passes on sequences for the terminal itself, and keeps them out of the picture', async () => {
		const stage = new Stage();
		function Wakeup({isRinging}: {readonly isRinging: boolean}) {
			const {stdout} = useStdout();
			useEffect(() => {
				if (isRinging) {
					stdout.write('\u{7}\u{1B}]52;c;dGFzaw==\u{7}\u{1B}[?1004h');
				}
			}, [stdout, isRinging]);
			return <Text>quiet</Text>;
		}

		await stage.show(<Wakeup isRinging={false} />);
		const sent = await stage.sentBy(async () => stage.show(<Wakeup isRinging />));
		expect(sent).toBe('\u{7}\u{1B}]52;c;dGFzaw==\u{7}\u{1B}[?1004h');
		expect(await stage.row(0)).toBe('quiet');
	});

	it('restores the terminal when Ink unmounts', async () => {
		const stage = new Stage();
		stage.emulator.terminal.write('$ dm-top\r\n');
		await stage.show(<Table names={names} selected={1} />);
		instance!.unmount();
		await instance!.waitUntilExit();
		await stage.emulator.settled();
		expect(stage.emulator.terminal.buffer.active.type).toBe('normal');
		expect(await stage.text()).toEqual(expect.arrayContaining(['$ dm-top']));
		expect(stage.emulator.writes.at(-1)!.endsWith('\u{1B}[?25h')).toBe(true);
	});
});
