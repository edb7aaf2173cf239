import type {Readable} from 'node:stream';
import {say} from '../../language/say.js';
import {Wakeup} from '../waiting/wakeup.js';
import {observeWork, type ObservationQueue} from '../waiting/observation-queue.js';
import type {ObserveOptions, Provider, Problem} from '../provider.js';
import {steadyClock} from '../steady-clock.js';
import {openPipe} from './open-pipe.js';
import {isNamedPipe, pipeKind, type PipeKind} from './pipe-kind.js';
import {markOf, readStatusFile} from './read-status-file.js';
import {createStreamProvider} from './stream.js';

/** A file that is read again when it changes. */
export type FileProviderOptions = {
	readonly path: string;
	/** How long a file has to be unchanged before it is reported as invalid, ms; 250 by default. */
	readonly settle?: number;
	/**
	 * After how long a problem of a file that was valid before is reported a second time, and not before: a writer may take
	 * long, with one invalid state after the other. Ms; 2000 by default.
	 */
	readonly second?: number;
	/** The largest file that is read, bytes; 64 MiB by default. */
	readonly limit?: number;
};

/** How long the file is left alone after the first read, ms: the first screen must not wait for the watcher. */
const quiet = 400;

/** A file that keeps changing is reported as invalid after so many times `settle`. */
const longestUnrest = 12;

/** Signals every change of the file, or of the folders above it while it does not exist. */
const watchFile = async (path: string, wakeup: Wakeup): Promise<{close: () => Promise<void>}> => {
	const {watch} = await import('chokidar');
	return watch(path, {ignoreInitial: true, atomic: false})
		.on('all', () => {
			wakeup.ring();
		})
		.on('error', () => {
			// For example, there are no more watches: reading at every interval has to do.
		});
};

const onceMissing = (path: string): Problem => ({
	what: say('{path} was removed', {path}),
	fix: say('Its last content stays on screen. It is read again when it exists again.'),
	detail: '',
});

/** Follows one file, from one state of it to the next. */
class FileWatch {
	readonly #path: string;
	readonly #settle: number;
	readonly #second: number;
	readonly #limit: number | undefined;
	readonly #queue: ObservationQueue;
	readonly #once: boolean;
	/** The state that was reported last. */
	#told: string | undefined;
	#hadStatus = false;
	/** The invalid state, since when it lasts, and since when the file keeps changing; ms. */
	#suspect = {mark: '', since: 0, unrest: 0};
	/** When it was last seen that the reported status holds, ms since the epoch. */
	#confirmedAt = 0;
	/** Whether what was reported last is a status. */
	#isValid = false;
	/** When a problem was reported for the first time after a status, ms; 0 after a status, and once it was reported again. */
	#failedAt = 0;

	constructor(
		{path, settle = 250, second = 2000, limit}: FileProviderOptions,
		queue: ObservationQueue,
		once: boolean,
	) {
		this.#path = path;
		this.#once = once;
		this.#settle = settle;
		this.#second = second;
		this.#limit = limit;
		this.#queue = queue;
	}

	/** An invalid file may be half written, or between being removed and written: is it time to report it? */
	#isSettled(mark: string): boolean {
		const now = performance.now();
		if (this.#suspect.unrest === 0) {
			this.#suspect.unrest = now;
		}

		if (mark !== this.#suspect.mark) {
			this.#suspect = {...this.#suspect, mark, since: now};
		}

		return (
			now - this.#suspect.since >= this.#settle || now - this.#suspect.unrest >= this.#settle * longestUnrest
		);
	}

	/** How long until a problem may be reported a second time, ms; 0 where it was not reported, or was already. */
	#untilSecond(): number {
		return this.#failedAt === 0 ? 0 : Math.max(0, this.#failedAt + this.#second - performance.now());
	}

	#report(problem: Problem): void {
		const isFirst = this.#isValid;
		this.#queue.push({
			kind: 'silence',
			at: steadyClock.now(),
			problem,
			...(this.#confirmedAt > 0 && {confirmedAt: this.#confirmedAt}),
		});
		this.#isValid = false;
		this.#failedAt = isFirst ? performance.now() : 0;
		this.#suspect.unrest = 0;
	}

	/** Reports it again even if nothing has changed. */
	forget(): void {
		this.#told = undefined;
		this.#failedAt = 0;
	}

	/**
	 * Reads the file and reports news.
	 *
	 * @param patient Whether to wait before reporting an invalid file.
	 * @param signal Nothing is reported once it is aborted.
	 * @returns In how many ms to read again at the latest.
	 */
	async look(patient: boolean, signal: AbortSignal): Promise<number> {
		const mark = await markOf(this.#path);
		const untilTold = this.#untilSecond();
		if (mark === this.#told && (this.#failedAt === 0 || untilTold > 0)) {
			this.#confirmedAt = this.#isValid ? steadyClock.now() : this.#confirmedAt;
			return untilTold || Infinity;
		}

		const reading = await readStatusFile(this.#path, {limit: this.#limit, once: this.#once, signal});
		if (signal.aborted) {
			return Infinity;
		}

		if ('status' in reading) {
			this.#confirmedAt = steadyClock.now();
			this.#queue.push({kind: 'status', at: this.#confirmedAt, status: reading.status});
			this.#hadStatus = true;
			this.#isValid = true;
			this.#failedAt = 0;
			this.#suspect.unrest = 0;
			// Changed in the meantime: then it is reported at the next read.
			this.#told = mark;
			return Infinity;
		}

		if (untilTold > 0 || (patient && !this.#isSettled(await markOf(this.#path)))) {
			return Math.max(untilTold, this.#settle);
		}

		this.#report(mark === 'ENOENT' && this.#hadStatus ? onceMissing(this.#path) : reading.problem);
		this.#told = mark;
		return this.#untilSecond() || Infinity;
	}
}

/**
 * Watches a file with a status document of any form: reports it at every change, also when it is replaced by rename,
 * truncated and rewritten, or removed and recreated. It need not exist at the start. A named pipe is read from one
 * writer after the other.
 */
export const createFileProvider = (options: FileProviderOptions): Provider => {
	const {path, settle = 250} = options;
	const watching = new Set<() => void>();

	const follow = async (
		queue: ObservationQueue,
		{interval}: ObserveOptions,
		signal: AbortSignal,
	): Promise<void> => {
		const wakeup = new Wakeup();
		const watch = new FileWatch(options, queue, false);
		const again = (): void => {
			watch.forget();
			wakeup.ring();
		};

		watching.add(again);
		// A file that does not exist when dm-top starts is reported at once: that is not a pause between two writes.
		const next = await watch.look((await markOf(path)) !== 'ENOENT', signal);
		await wakeup.wait(Math.min(next, quiet), signal);
		const watcher = await watchFile(path, wakeup);
		try {
			while (!signal.aborted) {
				const within = await watch.look(true, signal);
				await wakeup.wait(Math.min(within, Math.max(1000, interval())), signal);
			}
		} finally {
			watching.delete(again);
			await watcher.close();
		}
	};

	/** Reads everything that is written to the pipe. */
	const readPipe = async (
		stream: Readable,
		queue: ObservationQueue,
		observe: ObserveOptions,
	): Promise<void> => {
		try {
			for await (const observation of createStreamProvider({stream, title: path}).observe(observe)) {
				queue.push(observation);
			}
		} finally {
			stream.destroy();
		}
	};

	const followPipe = async (
		kind: PipeKind,
		queue: ObservationQueue,
		observe: ObserveOptions,
	): Promise<void> => {
		let stream = openPipe(path, kind);
		if (kind === 'device' || !isNamedPipe(path)) {
			await readPipe(stream, queue, observe);
			return;
		}

		while (!observe.signal.aborted) {
			let next: Readable | undefined;
			// Opened before the old one is closed: a writer in between would get EPIPE.
			stream.once('end', () => {
				next = openPipe(path, kind);
			});
			await readPipe(stream, queue, observe);
			await new Wakeup().wait(settle, observe.signal);
			stream = next ?? openPipe(path, kind);
		}

		stream.destroy();
	};

	return {
		name: 'file',
		title: path,
		isPushed: true,
		observe(observe) {
			return observeWork(observe.signal, async (queue, signal) => {
				const kind = await pipeKind(path);
				if (kind) {
					await (observe.once
						? readPipe(openPipe(path, kind), queue, {...observe, signal})
						: followPipe(kind, queue, {...observe, signal}));
				} else if (observe.once) {
					await new FileWatch(options, queue, true).look(false, signal);
				} else {
					await follow(queue, observe, signal);
				}
			});
		},
		refresh() {
			for (const again of watching) {
				again();
			}
		},
	};
};
