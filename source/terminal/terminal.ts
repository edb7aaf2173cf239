/**
 * What a full-screen program gives and gets when it takes over a terminal: see `startTerminal`.
 */
import type {Capabilities, Environment} from './capabilities.js';
import type {ClipboardSupport} from './clipboard.js';
import type {Traffic} from './frame/delivery.js';
import type {MouseEvent} from './tty/mouse.js';
import type {Ending} from './tty/ending.js';
import type {TtyOutput} from './tty/output.js';

export type TerminalOptions = {
	/** The program's name, for the message and the log of a crash. */
	readonly name: string;

	/**
	 * Where keys come from.
	 *
	 * @default process.stdin, or /dev/tty where that is not a terminal
	 */
	readonly keyboard?: NodeJS.ReadStream;

	/** Takes what a person does with the mouse; absent: the terminal keeps it, to select text with. */
	readonly onMouse?: (event: MouseEvent) => void;

	/** @default openTtyOutput(process.stdout.fd) */
	readonly output?: TtyOutput;

	/** @default process.env */
	readonly environment?: Environment;

	/**
	 * What the log of a crash and its message may say of a text: without passwords, where there may be any in it.
	 *
	 * @default All of it.
	 */
	readonly withoutSecrets?: (text: string) => string;

	/**
	 * How long, in ms, the program has to finish after a signal, a crash or the end of the terminal, before the process
	 * is ended.
	 *
	 * @default 2000
	 */
	readonly grace?: number;
};

/** What Ink's `render` is to be given. */
export type InkOptions = {
	readonly stdout: NodeJS.WriteStream;
	readonly stdin: NodeJS.ReadStream;
	readonly alternateScreen: true;
	readonly interactive: true;
	readonly incrementalRendering: false;
	readonly maxFps: 120;
	readonly exitOnCtrlC: false;
	readonly patchConsole: false;
};

export type Terminal = {
	/** For Ink: `render(<App />, terminal.ink)`. */
	readonly ink: InkOptions;

	readonly capabilities: Capabilities;

	/** A character that stands in for a line where Ink draws: see `FrameWriter.placeholder`. */
	readonly placeholder: (line: string) => string;

	/** What has gone over the wire so far. */
	readonly traffic: Traffic;

	/** Resolves when the terminal has been given back; never rejects. */
	readonly ended: Promise<Ending>;

	/**
	 * Waits for the program's own end, such as Ink's `waitUntilExit`, or for another one, whichever comes first. If
	 * `finished` rejects, that is a crash. Then the terminal has been given back and a crash been reported.
	 */
	readonly until: (finished: Promise<unknown>) => Promise<Ending>;

	/** Draws the whole screen again: Ctrl-L. */
	readonly repaint: () => void;

	/** Gives the terminal back and stops the job, until the shell lets it continue: Ctrl-Z. */
	readonly suspend: () => void;

	/** Gives the terminal to another program, such as an editor, for as long as `work` takes; `work` blocks. */
	readonly lend: <Value>(work: () => Value) => Value;

	/** Sets the window's title; the one before comes back at the end. Nothing happens where titles are not known. */
	readonly setTitle: (title: string) => void;

	/**
	 * Hands `text` to the clipboard of the terminal, as far as its size allows, and tells what is known of that clipboard.
	 * No terminal answers whether it took it.
	 */
	readonly copy: (text: string) => ClipboardSupport;

	/** Rings, and shows a string as a notification of the desktop where the terminal passes these on. */
	readonly alert: (text: string, how: {readonly bell: boolean; readonly notification: boolean}) => void;

	/** Gives the terminal back: the user has quit. */
	readonly end: (exitCode?: number) => void;

	/** Gives the terminal back and reports a defect. */
	readonly crash: (error: unknown) => void;
};
