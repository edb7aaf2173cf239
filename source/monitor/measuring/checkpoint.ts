import type {BinlogPosition} from '../../dm/positions/binlog.js';

/** Moves closer together than this count as one, ms. */
const nearest = 10_000;

/** The pace is measured over at least this time, ms: DM flushes its checkpoint every 30 s, and polls jitter. */
const window = 55_000;

/** Without a move for this long the checkpoint stands still, ms. */
const standing = 60_000;

/** How long a pace measured in the previous file is valid, ms. */
const remembered = 120_000;

/** How a subtask's flushed checkpoint moves through the binlog. */
export type Checkpoint = {
	/** The file it is in; undefined before the first answer and after a restart. */
	file?: string;
	/** The byte it is at. */
	bytes: number;
	/** When it last moved or, before it did, when it was first seen; ms since the epoch. */
	movedAt: number;
	/** Moves within one file, oldest first: when, and to which byte, by turns. */
	moves: readonly number[];
	/** The pace last measured, bytes/s, and when. */
	pace?: number;
	pacedAt: number;
};

const noMoves: readonly number[] = [];

/** A checkpoint without any observation. */
export const createCheckpoint = (): Checkpoint => ({bytes: 0, movedAt: 0, moves: noMoves, pacedAt: 0});

/** Forgets the moves: another worker replicates from here on. */
export const restartCheckpoint = (checkpoint: Checkpoint): void => {
	checkpoint.file = undefined;
	checkpoint.moves = noMoves;
	checkpoint.pace = undefined;
};

/** Adds a move, and drops those that the pace no longer needs. */
const move = (checkpoint: Checkpoint, at: number): void => {
	const {moves, bytes} = checkpoint;
	for (let i = moves.length - 2; i >= 0; i -= 2) {
		const span = at - moves[i]!;
		if (span >= window) {
			checkpoint.pace = ((bytes - moves[i + 1]!) * 1000) / span;
			checkpoint.pacedAt = at;
			checkpoint.moves = [...moves.slice(i), at, bytes];
			return;
		}
	}

	checkpoint.moves = [...moves, at, bytes];
};

/** Takes the position of one answer; returns whether the checkpoint has moved since the previous one. */
export const hasMoved = (checkpoint: Checkpoint, {name, position}: BinlogPosition, at: number): boolean => {
	const {file, bytes, movedAt} = checkpoint;
	const isSameFile = file === name;
	if (isSameFile && bytes === position) {
		return false;
	}

	checkpoint.file = isSameFile ? file : name;
	checkpoint.bytes = position;
	checkpoint.movedAt = at;
	if (file === undefined) {
		return false;
	}

	if (!isSameFile || position < bytes || at < movedAt) {
		checkpoint.moves = noMoves;
	}

	if ((checkpoint.moves.at(-2) ?? -Infinity) <= at - nearest) {
		move(checkpoint, at);
	}

	return true;
};

/** Bytes/s over at least the last minute; 0 once it stands still; undefined while unknown. */
export const checkpointPace = (checkpoint: Checkpoint, at: number): number | undefined => {
	if (checkpoint.file === undefined) {
		return undefined;
	}

	if (at - checkpoint.movedAt >= standing) {
		return 0;
	}

	return at - checkpoint.pacedAt <= remembered ? checkpoint.pace : undefined;
};
