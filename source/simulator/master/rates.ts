/**
 * The rates of a syncer as seen by a client of dm-master. Each question gets the rate of the window since the previous
 * one, and begins a new window: the second one within a second gets 0 (dm/syncer/status.go, printStatus).
 */
import type {SyncState} from '../model/model.js';
import type {Rates, TellRates} from '../answers/subtask-status.js';

/** How often the syncer begins a new window without questions, seconds. */
const ownWindow = 30;

type Window = {
	/** When it began, seconds of the simulation. */
	readonly at: number;
	/** Rows by then. */
	readonly rows: number;
	/** The rates for the next question. */
	readonly told: Rates;
};

/** The windows of every syncer, for one client. */
export class RateWindows {
	readonly #windows = new WeakMap<SyncState, Window>();

	/** The answer to a question at second `now`, and the state for the next one. */
	tell(sync: SyncState, now: number): Rates {
		const last = this.#windows.get(sync);
		// A syncer that restarted counts from 0.
		const window =
			last === undefined || now - last.at >= ownWindow || sync.rows < last.rows ? undefined : last;
		const own = {totalRps: sync.totalRps, recentRps: sync.recentRps};
		const seconds = window === undefined ? 1 : now - window.at;
		const lifetime = now - sync.startedAt;
		this.#windows.set(sync, {
			at: now,
			rows: sync.rows,
			told:
				window === undefined
					? own
					: seconds > 0 && lifetime > 0
						? {
								totalRps: Math.floor(sync.rows / lifetime),
								recentRps: Math.floor((sync.rows - window.rows) / seconds),
							}
						: {totalRps: 0, recentRps: 0},
		});
		return window?.told ?? own;
	}

	/** For a question at second `now`. */
	at(now: number): TellRates {
		return sync => this.tell(sync, now);
	}
}
