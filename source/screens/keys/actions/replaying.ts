/**
 * The keys of a recording; they come before a table's own.
 */
import {seekStep} from '../../chrome/replay.js';
import {editOf} from '../../command-line/edit.js';
import {type Action, doing} from '../action.js';
import type {Playback} from '../../../providers/provider.js';

const withReplay = (work: (replay: Playback) => void) =>
	doing(({props: {replay}}) => {
		if (replay) {
			work(replay);
		}
	});

/** A step that cannot be read does not move; the replay's line says what is missing. */
const step = (direction: -1 | 1) =>
	withReplay(replay => {
		replay.step(direction, 'observation').catch(() => undefined);
	});

export const replaying: readonly Action[] = [
	{
		modes: ['replay'],
		keys: ['p'],
		help: 'pause or continue the recording',
		hint: ({props: {replay}}) => (replay?.isPaused ? 'play' : 'pause'),
		priority: 60,
		run: withReplay(replay => {
			if (replay.isPaused) {
				replay.play();
			} else {
				replay.pause();
			}
		}),
	},
	{
		modes: ['replay'],
		keys: ['left'],
		help: 'one observation back',
		hint: 'step',
		priority: 55,
		run: step(-1),
	},
	{modes: ['replay'], keys: ['right'], help: 'one observation forward', run: step(1)},
	{
		modes: ['replay'],
		keys: ['shift+left'],
		help: 'a minute back',
		run: withReplay(replay => {
			replay.seek(replay.position - seekStep);
		}),
	},
	{
		modes: ['replay'],
		keys: ['shift+right'],
		help: 'a minute forward',
		run: withReplay(replay => {
			replay.seek(replay.position + seekStep);
		}),
	},
	{
		modes: ['replay'],
		keys: ['['],
		help: 'half the speed',
		hint: 'slower',
		priority: 51,
		run: withReplay(replay => {
			replay.speed /= 2;
		}),
	},
	{
		modes: ['replay'],
		keys: [']'],
		help: 'double the speed',
		hint: 'faster',
		priority: 52,
		run: withReplay(replay => {
			replay.speed *= 2;
		}),
	},
	{
		modes: ['replay'],
		keys: ['t'],
		help: 'to a time of day',
		hint: 'time',
		priority: 53,
		run: ({state}) => ({...state, input: {kind: 'time', edit: editOf('')}}),
	},
];
