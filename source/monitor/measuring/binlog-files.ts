/** How long the upstream's binlog files are, as far as observed. */
import {type BinlogPosition, parsePosition} from '../../dm/positions/binlog.js';

/** Files of one upstream whose lengths are remembered. */
const filesKept = 64;

/** The observed files of one upstream. */
export type BinlogFiles = {
	base: string;
	/** The last byte seen in each file, by its number: its length, except for what came between two answers. */
	readonly lengths: Map<number, number>;
	/** The end of the binlog as DM last printed it, and its parsed form. */
	text: string;
	end?: BinlogPosition;
};

/** No file was seen. */
export const createFiles = (): BinlogFiles => ({base: '', lengths: new Map(), text: ''});

const noteEnd = (files: BinlogFiles, {base, number, position}: BinlogPosition): void => {
	if (files.base !== base) {
		files.base = base;
		files.lengths.clear();
	}

	const {lengths} = files;
	lengths.set(number, Math.max(position, lengths.get(number) ?? 0));
	if (lengths.size > filesKept) {
		lengths.delete(Math.min(...lengths.keys()));
	}
};

/** Takes the end of the upstream's binlog as DM prints it: the same text for all subtasks of a source. */
export const endOf = (files: BinlogFiles, text: string): BinlogPosition | undefined => {
	if (files.text !== text) {
		files.text = text;
		files.end = parsePosition(text);
		if (files.end) {
			noteEnd(files, files.end);
		}
	}

	return files.end;
};

/** Bytes from one position to a later one, over files whose lengths are known; else undefined. */
export const bytesBetween = (
	{base, lengths}: BinlogFiles,
	from: BinlogPosition,
	to: BinlogPosition,
): number | undefined => {
	if (from.base !== to.base || (from.number !== to.number && base !== to.base)) {
		return undefined;
	}

	let bytes = to.position - from.position;
	for (let {number} = from; number < to.number; number++) {
		const length = lengths.get(number);
		if (length === undefined) {
			return undefined;
		}

		bytes += length;
	}

	return bytes >= 0 ? bytes : undefined;
};
