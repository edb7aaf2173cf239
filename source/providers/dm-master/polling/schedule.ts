import {trace} from '../../../terminal/trace.js';

type SourceTurn = {
	/** When it was last asked, ms; -Infinity before the first time. */
	askedAt: number;
	/** When it may be asked again, besides the interval: later after each silence. */
	notBefore: number;
	inFlight: boolean;
	/** When its last call was over, ms; -Infinity before the first one. */
	settledAt: number;
	silences: number;
	/** Set when it is wanted sooner than the interval: the least time since the last call, ms. */
	hurry?: number;
};

/** How a silent source is asked less often. */
export type ScheduleOptions = {
	/** The longest wait after silences, ms. */
	readonly longestWait: number;
};

/** One in this many calls goes to the source that has waited longest, even when others are on screen. */
const fairShare = 4;

/**
 * Decides which source to ask next.
 *
 * The sources on screen come first, then the one that was not asked for the longest time; a source that is being asked
 * is not asked again, nor one that was asked less than an interval ago. A silent one is asked less often. Times are ms
 * of any monotonic clock.
 */
export class Schedule {
	readonly #turns = new Map<string, SourceTurn>();
	readonly #longestWait: number;
	#focus: ReadonlySet<string> = new Set();
	#given = 0;

	constructor({longestWait}: ScheduleOptions) {
		this.#longestWait = longestWait;
	}

	#dueAt(turn: SourceTurn, interval: number): number {
		return Math.max(turn.askedAt + (turn.hurry ?? interval), turn.notBefore);
	}

	get size(): number {
		return this.#turns.size;
	}

	has(source: string): boolean {
		return this.#turns.has(source);
	}

	/** Sets the sources; returns those that no longer exist. */
	set(sources: readonly string[]): string[] {
		const wanted = new Set(sources);
		const removed = this.#turns
			.keys()
			.filter(source => !wanted.has(source))
			.toArray();
		for (const source of removed) {
			this.#turns.delete(source);
		}

		for (const source of wanted) {
			if (!this.#turns.has(source)) {
				this.#turns.set(source, {
					askedAt: -Infinity,
					notBefore: -Infinity,
					inFlight: false,
					settledAt: -Infinity,
					silences: 0,
				});
			}
		}

		return removed;
	}

	/** Whether a call to this source alone was over at this time or later. */
	hasSettledSince(source: string, began: number): boolean {
		return (this.#turns.get(source)?.settledAt ?? -Infinity) >= began;
	}

	focus(sources: readonly string[]): void {
		this.#focus = new Set(sources);
	}

	/** The source to ask next, if any is due. It is not marked: see `asked`. */
	next(now: number, interval: number): string | undefined {
		const isFair = this.#given % fairShare === fairShare - 1;
		let first: {readonly source: string; readonly askedAt: number; readonly isFocused: boolean} | undefined;
		for (const [source, turn] of this.#turns) {
			if (turn.inFlight || this.#dueAt(turn, interval) > now) {
				continue;
			}

			const {askedAt} = turn;
			const isFocused = !isFair && this.#focus.has(source);
			if (
				!first ||
				(isFocused && !first.isFocused) ||
				(isFocused === first.isFocused && askedAt < first.askedAt)
			) {
				first = {source, askedAt, isFocused};
			}
		}

		return first?.source;
	}

	/** When the next source becomes due, ms; Infinity when all are being asked. */
	nextAt(interval: number): number {
		let next = Infinity;
		for (const turn of this.#turns.values()) {
			if (!turn.inFlight) {
				next = Math.min(next, this.#dueAt(turn, interval));
			}
		}

		return next;
	}

	/** A call to this source begins. */
	asked(source: string, now: number): void {
		const turn = this.#turns.get(source);
		if (!turn) {
			return;
		}

		trace('turn', () => ({
			source,
			waited: Number.isFinite(turn.askedAt) ? now - turn.askedAt : undefined,
			focused: this.#focus.has(source),
			of: this.#turns.size,
		}));
		turn.askedAt = now;
		turn.inFlight = true;
		turn.hurry = undefined;
		this.#given++;
	}

	/** Its call is over. */
	settled(
		source: string,
		outcome: {readonly answered: boolean; readonly now: number; readonly interval: number},
	): void {
		const turn = this.#turns.get(source);
		if (!turn) {
			return;
		}

		turn.inFlight = false;
		turn.settledAt = outcome.now;
		turn.silences = outcome.answered ? 0 : turn.silences + 1;
		const doublings = 2 ** Math.min(turn.silences - 1, 10);
		turn.notBefore = outcome.answered
			? -Infinity
			: outcome.now + Math.min(this.#longestWait, outcome.interval * doublings);
		if (!outcome.answered) {
			trace('silence', () => ({source, silences: turn.silences, again: turn.notBefore - outcome.now}));
		}
	}

	/** One call, made at `now`, answered for all of these. */
	answeredTogether(sources: readonly string[], now: number): void {
		for (const source of sources) {
			const turn = this.#turns.get(source);
			if (turn) {
				turn.askedAt = Math.max(turn.askedAt, now);
			}
		}
	}

	/** Ask all again without waiting for the interval: each is due once `minimum` ms have passed since it was asked. */
	refresh(minimum: number): void {
		for (const turn of this.#turns.values()) {
			turn.notBefore = -Infinity;
			turn.hurry = minimum;
		}
	}

	/** Nothing is pending any more: the connection is gone. */
	reset(): void {
		for (const turn of this.#turns.values()) {
			turn.inFlight = false;
			turn.silences = 0;
			turn.notBefore = -Infinity;
		}
	}
}
