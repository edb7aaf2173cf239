/**
 * Takes over a terminal for a full-screen program, and gives it back however that ends.
 *
 * ```ts
 * const terminal = startTerminal({name: 'dm-top'});
 * const app = render(<App onSuspend={terminal.suspend} onRedraw={terminal.repaint} />, terminal.ink);
 * const ending = await terminal.until(app.waitUntilExit());
 * app.unmount();
 * await closeFiles();
 * process.exit(ending.exitCode);
 * ```
 *
 * The responsibilities: Ink draws, and switches raw mode and bracketed paste on and off as its components need them.
 * The writer behind `ink.stdout` handles the alternate screen, the cursor and the output. This module handles the
 * process: signals, Ctrl-Z (the program reads that key and calls `suspend`), crashes, a lost terminal. It gives the
 * terminal back first, without Ink, so that this also works with a broken component tree.
 */
import process, {exit} from 'node:process';
import {capabilities} from './capabilities.js';
import {clipboardSequence, clipboardSupport} from './clipboard.js';
import {bell, operatingSystemCommand, pushTitle} from './escape-codes.js';
import {asInkStdout, createFrameWriter} from './frame/frame-writer.js';
import {notificationSequence} from './notification.js';
import {sanitize} from './sanitize.js';
import type {Terminal, TerminalOptions} from './terminal.js';
import {crashMessage, writeCrashLog} from './tty/ending/crash-report.js';
import {openKeyboard} from './tty/input/keyboard.js';
import {KeyboardMode} from './tty/input/keyboard-mode.js';
import {listenForEnding, type Ending} from './tty/ending/ending.js';
import {Loan} from './tty/loan.js';
import {mouseOn, withoutMouse} from './tty/input/mouse.js';
import {withQueue} from './tty/input/with-queue.js';
import {openTtyOutput} from './tty/output.js';
import {CapturedOutput} from './tty/ending/captured-output.js';
import {Suspension} from './tty/suspension.js';

/** How long to wait for a terminal that does not read, ms. */
const patience = 300;

/** Signals from keys that are meant for a program to which the terminal was lent. */
const keyboardSignals: ReadonlySet<NodeJS.Signals> = new Set(['SIGINT', 'SIGQUIT']);

const ignore = (): void => undefined;

/**
 * Takes over the terminal of standard output. Nothing is sent before Ink enters the alternate screen.
 *
 * @throws {Error} If standard output is not a terminal.
 */
export const startTerminal = ({
	name,
	keyboard = openKeyboard(),
	environment = process.env,
	grace = 2000,
	withoutSecrets = text => text,
	...options
}: TerminalOptions): Terminal => {
	const {stdout, stderr} = process;
	if (!stdout.isTTY) {
		throw new Error('Standard output is not a terminal, so nothing can be drawn on it');
	}

	const {promise: ended, resolve} = Promise.withResolvers<Ending>();
	let ending: Ending | undefined;
	let isTitleSet = false;
	const loan = new Loan();

	const output = options.output ?? openTtyOutput(stdout.fd);
	const mode = new KeyboardMode(keyboard, () => output.isStuck);
	const known = capabilities(environment);
	const writer = createFrameWriter({
		tty: stdout,
		output,
		capabilities: known,
		onGone() {
			finish({kind: 'gone', exitCode: 129});
		},
		onTakeOver() {
			// Ink only does this after its first frame: until then Ctrl-Z would stop the job without giving the screen
			// back.
			mode.set(true);
		},
	});
	if (options.onMouse) {
		writer.write(mouseOn);
	}

	const printed = new CapturedOutput([stdout, stderr]);

	const suspension = new Suspension({
		leave() {
			writer.suspend(patience);
			mode.leave();
		},
		enter() {
			// In the background this stops the program again, before it writes over the shell's screen.
			mode.enter();
			// Changes of size in the meantime were only reported to the shell.
			process.kill(process.pid, 'SIGWINCH');
			writer.resume();
		},
	});

	const sizeChanged = (): void => {
		writer.repaint();
	};

	/** Restores everything; `lastWords` are printed on the main screen. */
	const restore = (wait: number, lastWords: string): void => {
		stopListening(ending === undefined || ending.kind === 'quit');
		process.off('SIGWINCH', sizeChanged);
		suspension.dispose();
		printed.release();
		writer.close(wait, lastWords);
		output.whenSettled(() => {
			mode.release();
		});
	};

	const exitNow = (): void => {
		if (output.isStuck) {
			// A thread hangs in a write: an orderly exit would wait for it forever.
			process.kill(process.pid, 'SIGKILL');
		}

		exit();
	};

	const report = (error: unknown, before: string): {log: string | undefined; message: string} => {
		const crash = {name, error, printed: before, environment, time: new Date(), withoutSecrets};
		const log = writeCrashLog(crash);
		return {log, message: crashMessage(crash, log)};
	};

	const isForBorrower = (cause: Ending): boolean =>
		loan.isCurrent && cause.kind === 'signal' && keyboardSignals.has(cause.signal);

	const finish = (cause: Ending): void => {
		if (ending !== undefined || isForBorrower(cause)) {
			return;
		}

		ending = cause;
		process.exitCode = cause.exitCode;
		let lastWords = printed.take();
		switch (cause.kind) {
			case 'crash': {
				const {log, message} = report(cause.error, lastWords);
				ending = {...cause, log};
				if (stderr.isTTY) {
					lastWords += message;
				} else {
					stderr.write(message);
				}

				break;
			}

			case 'gone': {
				// Nothing reads any more, and an unhandled error would count as a crash.
				stdout.on('error', ignore);
				stderr.on('error', ignore);
				break;
			}

			case 'quit':
			case 'signal': {
				break;
			}
		}

		if (cause.kind !== 'quit' || output.isStuck) {
			setTimeout(exitNow, grace).unref();
		}

		restore(cause.kind === 'gone' ? 0 : patience, lastWords);
		resolve(ending);
	};

	// The stream emits nothing when the size has changed and changed back, but the terminal has cut its content.
	process.on('SIGWINCH', sizeChanged);
	const stopListening = listenForEnding({keyboard, fd: stdout.fd}, finish);
	process.on('exit', () => {
		// After process.exit there is no ending.
		if (!ending) {
			restore(patience, printed.take());
		}

		if (output.isStuck) {
			process.kill(process.pid, 'SIGKILL');
		}
	});

	const end = (exitCode = 0): void => {
		finish({kind: 'quit', exitCode});
	};

	const crash = (error: unknown): void => {
		finish({kind: 'crash', error, log: undefined, exitCode: 1});
	};

	const keys = withQueue(keyboard, options.onDropped ?? ignore);
	return {
		ink: {
			stdout: asInkStdout(writer),
			stdin: options.onMouse ? withoutMouse(keys, options.onMouse) : keys,
			alternateScreen: true,
			interactive: true,
			incrementalRendering: false,
			maxFps: 120,
			exitOnCtrlC: false,
			patchConsole: false,
		},
		capabilities: known,
		placeholder: line => writer.placeholder(line),
		present(lines) {
			writer.present(lines);
		},
		get traffic() {
			return writer.traffic;
		},
		ended,
		async until(finished) {
			try {
				await Promise.race([finished, ended]);
				end();
			} catch (error) {
				crash(error);
			}

			return ended;
		},
		repaint() {
			writer.repaint();
		},
		suspend() {
			if (!ending) {
				suspension.suspend();
			}
		},
		lend(work) {
			loan.begin();
			try {
				return suspension.lend(work);
			} finally {
				loan.end();
			}
		},
		setTitle(title) {
			if (!known.title) {
				return;
			}

			writer.write((isTitleSet ? '' : pushTitle) + operatingSystemCommand(`2;${sanitize(title)}`));
			isTitleSet = true;
		},
		copy(text) {
			writer.write(clipboardSequence(text, environment));
			return clipboardSupport(environment);
		},
		alert(text, {bell: rings, notification}) {
			writer.write((rings ? bell : '') + (notification ? notificationSequence(text, environment) : ''));
		},
		end,
		crash,
	};
};
