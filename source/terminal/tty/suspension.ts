/**
 * Suspends and resumes a full-screen program as a shell's job: Ctrl-Z, SIGTSTP, and an unannounced SIGSTOP.
 */
import process from 'node:process';

/** What has to be given back while the program is stopped. */
export type Suspendable = {
	/** Gives the terminal back synchronously. */
	readonly leave: () => void;

	/** Takes it over again. */
	readonly enter: () => void;
};

/**
 * After this long a program that still runs has not been stopped, ms: the kernel does not stop a process in a session
 * without a shell that could continue it.
 */
const stopsWithin = 100;

/** Suspends the program, and takes the terminal over again when it continues. */
export class Suspension {
	readonly #terminal: Suspendable;
	#isAway = false;
	#timer: NodeJS.Timeout | undefined;
	#immediate: NodeJS.Immediate | undefined;

	readonly #stopRequested = (): void => {
		this.#stop(process.pid);
	};

	/** Also after a SIGSTOP: in the meantime the shell has changed the terminal's settings. */
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
			// Without a listener the signal has its default effect.
			process.off('SIGTSTP', this.#stopRequested);
			this.#timer = setTimeout(() => {
				// After a stop this timer is late: then SIGCONT is about to be delivered in this turn.
				this.#immediate = setImmediate(this.#continued);
			}, stopsWithin);
			process.kill(pid, 'SIGTSTP');
		});
	}

	/** Runs `work` when all signals so far have been delivered, unless it is cancelled before. */
	#afterThisTurn(work: () => void): void {
		// The first one still belongs to the turn in which signals were read.
		this.#immediate = setImmediate(() => {
			this.#immediate = setImmediate(work);
		});
	}

	#forget(): void {
		clearTimeout(this.#timer);
		clearImmediate(this.#immediate);
	}

	/**
	 * Suspends the program as Ctrl-Z normally does: with all processes of its job, so that the shell notices it even if
	 * it was started through another program, such as npm.
	 */
	suspend(): void {
		this.#stop(0);
	}

	/**
	 * Gives the terminal to another program for as long as `work` takes, which blocks. A stop from the keyboard
	 * suspends both programs, as intended.
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

	/** This program no longer handles stop and continue signals. */
	dispose(): void {
		this.#forget();
		process.off('SIGTSTP', this.#stopRequested);
		process.off('SIGCONT', this.#continued);
	}
}
