/**
 * The rates of a syncer as a client of dm-master gets them. Each question gets what the question before it has left
 * behind, and begins a new window: two in one second leave 0 (dm/syncer/status.go, printStatus).
 */
import type {SyncState} from '../model/model.js';
import type {Rates, TellRates} from '../answers/subtask-status.js';

/** Without any question the syncer itself begins a new window every so many seconds. */
const ownWindow = 30;

type Window = {
	/** When it began, seconds of the simulation. */
	readonly at: number;
	/** Rows by then. */
	readonly rows: number;
	/** What the next one who asks is told. */
	readonly told: Rates;
};

export class RateWindows {
	readonly #windows = new WeakMap<SyncState, Window>();

	/** What a question at second `now` is answered, with all that it changes for the next one. */
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
