/** What a terminal shows after the bytes of a session, read from an emulator once the session is over. */
import {createRequire} from 'node:module';
import type {IBufferCell, Terminal as Emulator} from '@xterm/headless';
import {type Chunk, frames} from './chunks.js';
import type {Session, Size} from './pty.js';

const {Terminal} = createRequire(import.meta.url)('@xterm/headless') as {Terminal: typeof Emulator};

/** One cell: its text ('' behind a wide one) and its look. */
export type Cell = {readonly text: string; readonly style: string};

export type Replay = {
	readonly feed: (bytes: Uint8Array) => Promise<void>;
	/** Line by line, with the blanks at the right. */
	readonly lines: () => readonly string[];
	/** Row by row. */
	readonly cells: () => ReadonlyArray<readonly Cell[]>;
};

const styleOf = (cell: IBufferCell): string =>
	[
		cell.getFgColorMode(),
		cell.getFgColor(),
		cell.getBgColorMode(),
		cell.getBgColor(),
		cell.isBold(),
		cell.isDim(),
		cell.isInverse(),
		cell.isUnderline(),
	].join(' ');

/** An empty terminal. */
export const openReplay = ({columns, rows}: Size): Replay => {
	const emulator = new Terminal({cols: columns, rows, allowProposedApi: true});
	const lineAt = (row: number) => emulator.buffer.active.getLine(emulator.buffer.active.viewportY + row);
	return {
		feed: async bytes =>
			new Promise(resolve => {
				emulator.write(bytes, resolve);
			}),
		lines: () => Array.from({length: rows}, (_, row) => lineAt(row)?.translateToString() ?? ''),
		cells: () =>
			Array.from({length: rows}, (_, row) =>
				Array.from({length: columns}, (_unused, column): Cell => {
					const cell = lineAt(row)?.getCell(column);
					return cell ? {text: cell.getChars(), style: styleOf(cell)} : {text: '', style: ''};
				}),
			),
	};
};

/** When the screen of a session first was so, ms by `performance.now`; undefined when it never was. */
export const firstTime = async (
	session: Pick<Session, 'size' | 'chunks'>,
	isSo: (lines: readonly string[]) => boolean,
): Promise<number | undefined> => {
	const replay = openReplay(session.size);
	for (const {at, bytes} of frames(session.chunks)) {
		await replay.feed(bytes);
		if (isSo(replay.lines())) {
			return at;
		}
	}

	return undefined;
};

/**
 * Walks through a session frame by frame.
 *
 * @yields The screen after each frame, and when that came.
 */
export async function* replayFrames({size}: Pick<Session, 'size'>, chunks: readonly Chunk[]) {
	const replay = openReplay(size);
	for (const frame of frames(chunks)) {
		await replay.feed(frame.bytes);
		yield {at: frame.at, replay};
	}
}
