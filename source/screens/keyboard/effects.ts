/**
 * What commands do beyond the screen's own state: to the program, the provider, the cluster, a recording.
 */
import type {Props} from '../props.js';
import {type ReplayControl, momentOf, seekStep} from '../chrome/replay.js';
import type {Look} from '../state/moving.js';
import {type State, placeOf} from '../state/state.js';
import {pageOf} from './use-inquiry.js';
import {
	type Workbench,
	askForTasks,
	chooseOffer,
	completeAt,
	openConfig,
	openMenu,
	submitAt,
} from './operations.js';
import type {Effects} from './use-keyboard.js';

/** What + and - step through, ms. */
const intervals = [1000, 2000, 5000, 10_000, 30_000, 60_000];

const stepInterval = (interval: number, step: 1 | -1): number => {
	const next =
		step === 1 ? intervals.find(known => known > interval) : intervals.findLast(known => known < interval);
	return next ?? interval;
};

/** Does it, and leaves the state to `reduce`. */
const during = (work: () => void) => (): undefined => {
	work();
	return undefined;
};

/** A step that cannot be read leaves one where one is; the replay's own line says what is missing. */
const stepOrStay = (replay: ReplayControl, direction: -1 | 1): void => {
	replay.step(direction, 'observation').catch(() => undefined);
};

/** What the keys of a recording do. */
const replayEffects = (replay: ReplayControl): Effects => ({
	play: during(() => {
		if (replay.isPaused) {
			replay.play();
		} else {
			replay.pause();
		}
	}),
	'step-back': during(() => {
		stepOrStay(replay, -1);
	}),
	'step-on': during(() => {
		stepOrStay(replay, 1);
	}),
	'seek-back': during(() => {
		replay.seek(replay.position - seekStep);
	}),
	'seek-on': during(() => {
		replay.seek(replay.position + seekStep);
	}),
	'slow-down': during(() => {
		replay.speed /= 2;
	}),
	'speed-up': during(() => {
		replay.speed *= 2;
	}),
});

const goToTime = (state: State, text: string, replay: ReplayControl | undefined): State => {
	const moment = replay && momentOf(text, replay);
	if (moment === undefined) {
		return {...state, time: undefined, notice: 'A time is written 12:41 or 12:41:07.'};
	}

	replay?.seek(moment);
	return {...state, time: undefined, notice: ''};
};

export type EffectOptions = {
	readonly props: Pick<Props, 'operating' | 'onRefresh' | 'onRedraw' | 'onSuspend' | 'replay'>;
	readonly look: Look;
	/** Ends the program. */
	readonly exit: () => void;
	/** The present one, ms. */
	readonly interval: number;
	readonly changeInterval: (interval: number) => void;
	readonly bench: () => Workbench;
};

/** The effects of the commands, for the screen of this moment. */
export const makeEffects = ({props, look, exit, interval, changeInterval, bench}: EffectOptions): Effects => {
	const submit = (state: State): State => {
		const {state: next, command} = submitAt(state, look(state), bench());
		switch (command?.kind) {
			case 'quit': {
				exit();
				break;
			}

			case 'refresh': {
				props.onRefresh();
				break;
			}

			case 'interval': {
				changeInterval(command.milliseconds);
				break;
			}

			default:
		}

		return next;
	};

	return {
		quit: during(exit),
		leave({path}) {
			if (path.length === 1) {
				exit();
			}

			return undefined;
		},
		refresh(state) {
			const page = pageOf(placeOf(state));
			if (page) {
				props.operating.inquiries.ask(page);
			}

			props.onRefresh();
			return undefined;
		},
		redraw: during(props.onRedraw),
		suspend: during(props.onSuspend),
		faster: during(() => {
			changeInterval(stepInterval(interval, -1));
		}),
		slower: during(() => {
			changeInterval(stepInterval(interval, 1));
		}),
		pause: state => askForTasks(state, 'pause', look(state), bench()),
		resume: state => askForTasks(state, 'resume', look(state), bench()),
		operations: state => openMenu(state, look(state), bench()),
		config: state => openConfig(state, look(state), bench()),
		complete: state => completeAt(state, 1, look(state), bench()),
		'complete-back': state => completeAt(state, -1, look(state), bench()),
		accept(state) {
			if (state.time) {
				return goToTime(state, state.time.text, props.replay);
			}

			return state.menu ? chooseOffer(state, bench()) : state.line ? submit(state) : undefined;
		},
		...(props.replay && replayEffects(props.replay)),
	};
};
