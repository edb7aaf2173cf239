import type {Trend} from '../view.js';

/** The width of a slot, ms. */
export const slotWidth = 5000;

/** Slots kept: ten minutes. */
const slotsKept = 120;

/** An answer this much later than the one before says nothing of the time between, slots: one minute. */
const carried = 12;

/** Tracks in one page: an array of its own for each subtask would cost as much again in book-keeping. */
const tracksInPage = 64;

const trackLength = slotsKept * 2;

const unknown = NaN;

/** Where one subtask's history lies. */
export type Track = {
	readonly page: Float32Array;
	readonly offset: number;
	/** The newest slot written, counted from the epoch. */
	newest: number;
};

/** The memory that tracks are cut from, and those given back. */
export type History = {page?: Float32Array; used: number; readonly free: Track[]};

/** A history without a track. */
export const createHistory = (): History => ({used: 0, free: []});

/** A track with nothing known in it. */
export const takeTrack = (history: History): Track => {
	const freed = history.free.pop();
	if (freed) {
		// Nothing older than the newest slot is ever read.
		freed.newest = 0;
		return freed;
	}

	if (!history.page || history.used === tracksInPage) {
		history.page = new Float32Array(tracksInPage * trackLength).fill(unknown);
		history.used = 0;
	}

	const track = {page: history.page, offset: history.used * trackLength, newest: 0};
	history.used++;
	return track;
};

/** Gives a track back: its subtask is gone. */
export const returnTrack = (history: History, track: Track): void => {
	history.free.push(track);
};

const place = (track: Track, which: Trend, slot: number): number =>
	track.offset + (which === 'lag' ? 0 : slotsKept) + (slot % slotsKept);

const write = (track: Track, slot: number, lag: number, rows: number): void => {
	track.page[place(track, 'lag', slot)] = lag;
	track.page[place(track, 'rows', slot)] = rows;
};

/** The value in a slot that was written, NaN when none is known. */
const kept = (track: Track, which: Trend, slot: number): number =>
	slot > track.newest || slot <= track.newest - slotsKept ? unknown : track.page[place(track, which, slot)]!;

/**
 * Notes what an answer said at `at` ms since the epoch: seconds of lag and rows/s, undefined where unknown. Slots since
 * the answer before, when that is not too long ago, get its lag and the rate measured over them.
 */
export const note = (track: Track, at: number, lag: number | undefined, rows: number | undefined): void => {
	const slot = Math.floor(at / slotWidth);
	const gap = slot - track.newest;
	if (Math.abs(gap) >= slotsKept) {
		track.page.fill(unknown, track.offset, track.offset + trackLength);
	} else if (gap > 0) {
		const before = gap > carried ? unknown : kept(track, 'lag', track.newest);
		const between = gap > carried ? unknown : (rows ?? unknown);
		for (let missed = track.newest + 1; missed < slot; missed++) {
			write(track, missed, before, between);
		}
	} else {
		// A clock that was set back: what lies ahead of it now never was.
		for (let ahead = slot + 1; ahead <= track.newest; ahead++) {
			write(track, ahead, unknown, unknown);
		}
	}

	write(track, slot, lag ?? unknown, rows ?? unknown);
	track.newest = slot;
};

/**
 * The value known in a slot, NaN when none is. With `isCarried` the newest value holds until the next answer is due:
 * sources are asked in turns, and the sum over them must not fall each time only some have answered.
 */
export const recall = (track: Track, which: Trend, slot: number, isCarried: boolean): number => {
	const isDue = slot - track.newest > carried;
	return kept(track, which, isCarried && !isDue ? Math.min(slot, track.newest) : slot);
};
