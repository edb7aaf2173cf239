/**
 * The ways in which a full-screen program ends, and their exit codes.
 */
import {constants} from 'node:os';
import process from 'node:process';
import {watchHangup} from './hangup.js';

/** Why and with which exit code the program ends. */
export type Ending =
	/** The user has quit. */
	| {readonly kind: 'quit'; readonly exitCode: number}

	/** Told to end from outside: 128 and the signal's number, as shells count. */
	| {readonly kind: 'signal'; readonly signal: NodeJS.Signals; readonly exitCode: number}

	/** The terminal was closed or the connection broke: as after SIGHUP. */
	| {readonly kind: 'gone'; readonly exitCode: 129}

	/** A defect. `log` is the file in which it is described, unless none could be written. */
	| {readonly kind: 'crash'; readonly error: unknown; readonly log: string | undefined; readonly exitCode: 1};

/**
 * The signals that end a program and can be caught. At SIGUSR1 Node would open a port for a debugger; SIGIOT is another
 * name for SIGABRT, and Ink listens to both.
 */
const signals = [
	'SIGINT',
	'SIGTERM',
	'SIGHUP',
	'SIGQUIT',
	'SIGUSR1',
	'SIGUSR2',
	'SIGALRM',
	'SIGABRT',
	'SIGIOT',
	'SIGXCPU',
	'SIGVTALRM',
] as const;

/** The exit code for a program that was ended by a signal: 143 for SIGTERM. */
export const exitCodeOfSignal = (signal: NodeJS.Signals): number => 128 + constants.signals[signal];

/** What shows that the terminal is gone. */
export type Watched = {
	readonly keyboard: NodeJS.ReadStream;

	/** The terminal's file descriptor. */
	readonly fd: number;
};

/**
 * Calls back at the first sign that the program must end, and at each further one: the caller decides which one counts.
 *
 * @returns A function that stops it. After anything except a quit, later ones are suppressed: a defect would hide the
 * first cause, and an unhandled signal (Ink's own listener resends it) would end the program before it has finished
 * writing.
 */
export const listenForEnding = (
	{keyboard, fd}: Watched,
	onEnding: (ending: Ending) => void,
): ((isQuit: boolean) => void) => {
	const signalled = (signal: NodeJS.Signals): void => {
		onEnding({kind: 'signal', signal, exitCode: exitCodeOfSignal(signal)});
	};

	const crashed = (error: unknown): void => {
		onEnding({kind: 'crash', error, log: undefined, exitCode: 1});
	};

	const stopWatching = watchHangup(keyboard.isTTY ? keyboard : undefined, fd, () => {
		onEnding({kind: 'gone', exitCode: 129});
	});
	for (const signal of signals) {
		process.on(signal, signalled);
	}

	process.on('uncaughtException', crashed);
	process.on('unhandledRejection', crashed);
	return isQuit => {
		stopWatching();
		if (!isQuit) {
			return;
		}

		for (const signal of signals) {
			process.off(signal, signalled);
		}

		process.off('uncaughtException', crashed);
		process.off('unhandledRejection', crashed);
	};
};
