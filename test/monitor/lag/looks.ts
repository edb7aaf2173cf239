import type {Lag} from '../../../source/monitor/view.js';
import {behind, canceled, entry, type Watched} from '../watched.js';

/** The fields of a syncer. */
export type Sync = Readonly<Record<string, unknown>>;

/** The lag of a subtask as it is known now. */
export const lagOf = (watched: Watched, task = 'orders', source = 's1'): Lag =>
	watched.subtask(task, source).lag;

/** An answer of s1, whose subtask runs. */
export const running = (watched: Watched, sync: Sync = {}): Watched =>
	watched.part(entry('s1', [behind('orders', sync)]));

/** An answer of s1, whose subtask was paused by hand. */
export const paused = (watched: Watched, sync: Sync = {}): Watched =>
	watched.part(entry('s1', [behind('orders', sync, {stage: 'Paused', result: canceled})]));

/** A checkpoint at this position. */
export const at = (position: number, file = 1): Sync => ({
	syncerBinlog: `(mysql-bin.${String(file).padStart(6, '0')}, ${position})`,
});

/** A lag of so many seconds. */
export const exactly = (seconds: number): Lag => ({kind: 'seconds', seconds});
