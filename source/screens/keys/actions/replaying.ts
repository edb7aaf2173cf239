/**
 * The keys of a recording; they come before a table's own.
 */
import {say} from '../../../language/say.js';
import type {Phrase} from '../../../language/text.js';
import type {Playback} from '../../../providers/provider.js';
import type {State} from '../../state/state.js';
import {editOf} from '../../command-line/edit.js';
import type {Context} from '../../context/context.js';
import {type Action, doing} from '../action.js';

/** How far Shift with an arrow goes, ms. */
const seekStep = 60_000;

const withReplay = (work: (replay: Playback) => void) =>
	doing(({props: {replay}}) => {
		if (replay) {
			work(replay);
		}
	});

/** `end`: what is said where the speed cannot be changed further. */
const faster =
	(times: number, end: Phrase) =>
	({state, props: {replay}}: Context): State => {
		const before = replay?.speed;
		if (replay) {
			replay.speed *= times;
		}

		return replay?.speed === before ? {...state, notice: say(end)} : state;
	};

const whyNot =
	(holds: (replay: Playback) => boolean, why: Phrase) =>
	({props: {replay}}: Context): string | undefined =>
		replay && holds(replay) ? say(why) : undefined;

const atStart = whyNot(({position, start}) => position <= start, 'The recording begins here.');
const atEnd = whyNot(
	({position, end}) => position >= end,
	'The recording ends here; t goes to another time.',
);

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
		priority: 86,
		disabled: atEnd,
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
		priority: 77,
		disabled: atStart,
		run: step(-1),
	},
	{
		modes: ['replay'],
		keys: ['right'],
		help: 'one observation forward',
		disabled: atEnd,
		run: step(1),
	},
	{
		modes: ['replay'],
		keys: ['shift+left'],
		help: 'a minute back',
		disabled: atStart,
		run: withReplay(replay => {
			replay.seek(replay.position - seekStep);
		}),
	},
	{
		modes: ['replay'],
		keys: ['shift+right'],
		help: 'a minute forward',
		disabled: atEnd,
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
		run: faster(0.5, 'A recording cannot be played slower.'),
	},
	{
		modes: ['replay'],
		keys: [']'],
		help: 'double the speed',
		hint: 'faster',
		priority: 52,
		run: faster(2, 'A recording cannot be played faster.'),
	},
	{
		modes: ['replay'],
		keys: ['t'],
		help: 'to a time of day',
		hint: 'time',
		priority: 76,
		run: ({state}) => ({...state, input: {kind: 'time', edit: editOf('')}}),
	},
];
