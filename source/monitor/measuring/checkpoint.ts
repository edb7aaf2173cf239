import type {BinlogPosition} from '../../dm/binlog.js';

/** Moves closer together than this are kept as one, ms. */
const nearest = 10_000;

/** The pace is taken over at least this, ms: DM flushes its checkpoint every 30 s, seen through polls that jitter. */
const window = 55_000;

/** Without a move for so long the checkpoint stands, ms. */
const standing = 60_000;

/** A pace measured in the file before holds for so long, ms. */
const remembered = 120_000;

/** How a subtask's flushed checkpoint moves through the binlog. */
export type Checkpoint = {
	position?: BinlogPosition;
	/** When it last moved or, before it did, when it was first seen; ms since the epoch. */
	movedAt: number;
	/** Moves within one file, oldest first: when, and to which byte. */
	readonly at: number[];
	readonly bytes: number[];
	/** The pace last measured, bytes/s, and when. */
	pace?: number;
	pacedAt: number;
};

/** A checkpoint that was not seen yet. */
export const createCheckpoint = (): Checkpoint => ({movedAt: 0, at: [], bytes: [], pacedAt: 0});

/** Forgets the moves: another worker replicates from here on. */
export const restartCheckpoint = (checkpoint: Checkpoint): void => {
	checkpoint.position = undefined;
	checkpoint.at.length = 0;
	checkpoint.bytes.length = 0;
	checkpoint.pace = undefined;
};

const measure = (checkpoint: Checkpoint): void => {
	const last = checkpoint.at.length - 1;
	const end = checkpoint.at[last]!;
	for (let i = last - 1; i >= 0; i--) {
		const span = end - checkpoint.at[i]!;
		if (span >= window) {
			checkpoint.pace = ((checkpoint.bytes[last]! - checkpoint.bytes[i]!) * 1000) / span;
			checkpoint.pacedAt = end;
			// What is older than this will not be needed again.
			checkpoint.at.splice(0, i);
			checkpoint.bytes.splice(0, i);
			return;
		}
	}
};

/** Takes the position of one answer, and says whether the checkpoint moved since the one before. */
export const hasMoved = (checkpoint: Checkpoint, position: BinlogPosition, at: number): boolean => {
	const before = checkpoint.position;
	checkpoint.position = position;
	if (!before) {
		checkpoint.movedAt = at;
		return false;
	}

	const isSameFile = before.name === position.name;
	if (isSameFile && before.position === position.position) {
		return false;
	}

	const previous = checkpoint.movedAt;
	checkpoint.movedAt = at;
	if (!isSameFile || position.position < before.position || at < previous) {
		checkpoint.at.length = 0;
		checkpoint.bytes.length = 0;
	}

	if (checkpoint.at.length > 0 && at - checkpoint.at.at(-1)! < nearest) {
		return true;
	}

	checkpoint.at.push(at);
	checkpoint.bytes.push(position.position);
	measure(checkpoint);
	return true;
};

/** Bytes/s over the last minute and more; 0 once it stands; undefined while that was not seen. */
export const checkpointPace = (checkpoint: Checkpoint, at: number): number | undefined => {
	if (!checkpoint.position) {
		return undefined;
	}

	if (at - checkpoint.movedAt >= standing) {
		return 0;
	}

	return at - checkpoint.pacedAt <= remembered ? checkpoint.pace : undefined;
};
