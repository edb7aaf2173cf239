/** `--replay`: plays a recording. */
import type {Provider} from '../../provider.js';
import type {Header, Mark} from '../format.js';
import {Player} from './player.js';
import {Timeline} from './timeline.js';

/** A provider that plays a recording, and what moves it. */
export type Replay = Provider & {
	readonly header: Header;
	/** When the first and the last observation were made, ms since the epoch. */
	readonly start: number;
	readonly end: number;
	/** Where errors began, and where something else than a number changed; oldest first. */
	readonly marks: readonly Mark[];
	/** What is missing of the recording, in one line; '' when it is whole. It may come up only while playing. */
	readonly problem: string;
	/** The time that is shown, ms since the epoch; the same as `now()`. */
	readonly position: number;
	readonly isPaused: boolean;
	/** True from a jump on until all that leads to its moment was observed: what is known in between is of no time. */
	readonly isSeeking: boolean;
	/** How many times faster than it happened, 0.25 to 64; what is set is kept within. */
	speed: number;
	/** Goes on; at the end there is nothing to play. */
	play(): void;
	pause(): void;
	/** Pauses and goes to the observation before or after, or a second back or on. */
	step(direction: -1 | 1, unit: 'observation' | 'second'): Promise<void>;
	/** Goes to a moment, ms since the epoch, or to the end that is nearer to it. */
	seek(at: number): void;
	/** Calls back when anything above has changed but the time that goes by; gives what ends that. */
	onChange(listener: () => void): () => void;
	/** Releases the file; `observe` does so when it ends. */
	close(): Promise<void>;
};

/**
 * Opens a recording, with the older parts beside it. It plays from its start; with `once` it gives what leads to its
 * end.
 *
 * @throws {RecordingError} When the file is no recording, or cannot be read, with what to do.
 */
export const openReplay = async (path: string): Promise<Replay> => {
	const timeline = await Timeline.open(path);
	const player = new Player(timeline);
	const {clock, listeners} = player;
	const {header, start} = timeline;
	return {
		name: 'replay',
		title: header.title,
		isPushed: true,
		header,
		start,
		get end() {
			return timeline.end;
		},
		get marks() {
			return timeline.marks;
		},
		get problem() {
			return timeline.problem;
		},
		get position() {
			return clock.position;
		},
		get isPaused() {
			return clock.isPaused;
		},
		get isSeeking() {
			return player.isSeeking;
		},
		get speed() {
			return clock.speed;
		},
		set speed(speed) {
			clock.speed = speed;
			player.changed();
		},
		play() {
			clock.isPaused = clock.isAtEnd;
			player.changed();
		},
		pause() {
			clock.isPaused = true;
			player.changed();
		},
		step: async (direction, unit) => player.step(direction, unit),
		seek(at) {
			player.seek(at);
		},
		onChange: listeners.subscribe,
		close: async () => timeline.close(),
		observe: options => player.observe(options),
		now: () => clock.position,
	};
};
