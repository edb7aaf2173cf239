/** `--replay`: plays a recording. */
import type {Playback, Provider} from '../../provider.js';
import type {RecordingHeader} from '../format.js';
import {Player} from './player.js';
import {Timeline} from './timeline.js';

/** A provider that plays a recording, and its controls. */
export type Replay = Provider &
	Playback & {
		readonly header: RecordingHeader;
		/** Releases the file; `observe` does so when it ends. */
		close(): Promise<void>;
	};

/**
 * Opens a recording, with the older parts beside it. It plays from its start; with `once` it yields its final state.
 *
 * @throws {RecordingError} When the file is not a recording, or cannot be read, with advice.
 */
export const openReplay = async (path: string): Promise<Replay> => {
	const timeline = await Timeline.open(path);
	try {
		await timeline.expectSomething(path);
	} catch (error) {
		await timeline.close();
		throw error;
	}

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
