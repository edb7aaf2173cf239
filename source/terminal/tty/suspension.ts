/**
 * Stopping a full-screen program as a shell's job, and going on: Ctrl-Z, SIGTSTP, and a SIGSTOP that nobody announced.
 */
import process from 'node:process';

export type Suspendable = {
	/** Gives the terminal back, before it returns. */
	readonly leave: () => void;

	/** Takes it up again. */
	readonly enter: () => void;
};

/**
 * After this long, in ms, a program that still runs has not been stopped: the kernel stops no process whose session has
 * no shell that could let it continue.
 */
const stopsWithin = 100;

export class Suspension {
	readonly #terminal: Suspendable;
	#isAway = false;
	#timer: NodeJS.Timeout | undefined;
	#immediate: NodeJS.Immediate | undefined;

	readonly #stopRequested = (): void => {
		this.#stop(process.pid);
	};

	/** Also after a SIGSTOP: meanwhile the shell has set the terminal to its own liking. */
	readonly #continued = (): void => {
		this.#forget();
		if (this.#isAway) {
			process.off('SIGTSTP', this.#stopRequested);
			process.on('SIGTSTP', this.#stopRequested);
			this.#isAway = false;
		}

		this.#terminal.enter();
	};

	constructor(terminal: Suspendable) {
		this.#terminal = terminal;
		process.on('SIGTSTP', this.#stopRequested);
		process.on('SIGCONT', this.#continued);
	}

	#stop(pid: number): void {
		if (this.#isAway) {
			return;
		}

		this.#isAway = true;
		this.#terminal.leave();
		// The shell may have taken the terminal first: then giving it back has stopped this program already, and a SIGCONT
		// that ended that stop comes with the next turn of the loop, after which no stop may follow.
		this.#afterThisTurn(() => {
			// Without a listener the signal does what it does to any program.
			process.off('SIGTSTP', this.#stopRequested);
			this.#timer = setTimeout(() => {
				// After a stop this timer is late: then SIGCONT is about to be delivered in this turn.
				this.#immediate = setImmediate(this.#continued);
			}, stopsWithin);
			process.kill(pid, 'SIGTSTP');
		});
	}

	/** Runs `work` when the signals that have come until now have been delivered, unless it is forgotten before. */
	#afterThisTurn(work: () => void): void {
		// The first still belongs to the turn in which signals were read.
		this.#immediate = setImmediate(() => {
			this.#immediate = setImmediate(work);
		});
	}

	#forget(): void {
		clearTimeout(this.#timer);
		clearImmediate(this.#immediate);
	}

	/**
	 * Stops the program as Ctrl-Z stops one that does not read keys one by one: with all processes of its job, so that
	 * the shell notices also when it was started through another program, such as npm.
	 */
	suspend(): void {
		this.#stop(0);
	}

	/**
	 * Gives the terminal to another program for as long as `work` takes, which blocks. A stop from the keyboard stops this
	 * program along with that one, as it should be.
	 */
	lend<Value>(work: () => Value): Value {
		process.off('SIGTSTP', this.#stopRequested);
		this.#isAway = true;
		this.#terminal.leave();
		try {
			return work();
		} finally {
			process.on('SIGTSTP', this.#stopRequested);
			this.#isAway = false;
			this.#terminal.enter();
		}
	}

	/** Stop and continue signals are no business of this program any more. */
	dispose(): void {
		this.#forget();
		process.off('SIGTSTP', this.#stopRequested);
		process.off('SIGCONT', this.#continued);
	}
}
