/**
 * The state machine of a subtask, as in DM's documentation, with the transitional stages in between.
 */
import type {TaskMode} from './scenario.js';

/** A stage of DM's that a subtask or relay of the model can be in. */
export type KnownStage =
	'New' | 'Running' | 'Paused' | 'Stopped' | 'Finished' | 'Pausing' | 'Resuming' | 'Stopping';

/** What moves a subtask. `begin`, `error`, `finish` and the words in -ed come from DM, the others from users. */
export type Cause =
	'begin' | 'error' | 'finish' | 'paused' | 'resumed' | 'stopped' | 'pause' | 'resume' | 'stop' | 'start';

/** All transitions; any other is refused. */
export const transitions: Readonly<Record<KnownStage, Readonly<Partial<Record<Cause, KnownStage>>>>> = {
	New: {begin: 'Running', error: 'Paused'},
	Running: {error: 'Paused', pause: 'Pausing', stop: 'Stopping', finish: 'Finished'},
	Pausing: {paused: 'Paused', error: 'Paused'},
	Paused: {resume: 'Resuming', stop: 'Stopping'},
	Resuming: {resumed: 'Running', error: 'Paused'},
	Stopping: {stopped: 'Stopped'},
	Stopped: {start: 'Running'},
	Finished: {},
};

/** The stage after `cause`, or undefined when a subtask of this mode refuses it. Only mode full finishes. */
export const nextStage = (stage: KnownStage, cause: Cause, mode: TaskMode): KnownStage | undefined =>
	cause === 'finish' && mode !== 'full' ? undefined : transitions[stage][cause];
