/**
 * The interface of taking over a terminal: see `startTerminal`.
 */
import type {Capabilities, Environment} from './capabilities.js';
import type {ClipboardSupport} from './clipboard.js';
import type {Traffic} from './frame/delivery.js';
import type {MouseEvent} from './tty/input/mouse.js';
import type {Ending} from './tty/ending/ending.js';
import type {TtyOutput} from './tty/output.js';

/** How a program takes over the terminal. */
export type TerminalOptions = {
	/** The program's name, for the message and the log of a crash. */
	readonly name: string;

	/**
	 * Where keys come from.
	 *
	 * @default process.stdin, or /dev/tty where that is not a terminal
	 */
	readonly keyboard?: NodeJS.ReadStream;

	/** Called for mouse events; absent: the terminal uses the mouse to select text. */
	readonly onMouse?: (event: MouseEvent) => void;

	/** Called when so many characters came at once that nobody can have meant them: they were dropped. */
	readonly onDropped?: (characters: number) => void;

	/** @default openTtyOutput(process.stdout.fd) */
	readonly output?: TtyOutput;

	/** @default process.env */
	readonly environment?: Environment;

	/**
	 * Removes secrets from the texts of the crash log and message.
	 *
	 * @default All of it.
	 */
	readonly withoutSecrets?: (text: string) => string;

	/**
	 * How long the program has to finish after a signal, a crash or the end of the terminal, before the process is
	 * ended, ms.
	 *
	 * @default 2000
	 */
	readonly grace?: number;
};

/** The options for Ink's `render`. */
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

/** A terminal that was taken over, until the program ends. */
export type Terminal = {
	/** For Ink: `render(<App />, terminal.ink)`. */
	readonly ink: InkOptions;

	readonly capabilities: Capabilities;

	/** A character that represents a line for Ink: see `FrameWriter.placeholder`. */
	readonly placeholder: (line: string) => string;

	/**
	 * Takes over the screen and shows painted lines, from top to bottom, before Ink is loaded: Ink's first frame is
	 * compared with them. Keys wait for Ink.
	 */
	readonly present: (lines: readonly string[]) => void;

	/** Statistics of what was sent so far. */
	readonly traffic: Traffic;

	/** Resolves when the terminal has been given back; never rejects. */
	readonly ended: Promise<Ending>;

	/**
	 * Waits for the program's own end, such as Ink's `waitUntilExit`, or any other, whichever comes first. If
	 * `finished` rejects, that is a crash. When this resolves, the terminal has been given back and a crash reported.
	 */
	readonly until: (finished: Promise<unknown>) => Promise<Ending>;

	/** Redraws the whole screen: Ctrl-L. */
	readonly repaint: () => void;

	/** Gives the terminal back and stops the job, until the shell lets it continue: Ctrl-Z. */
	readonly suspend: () => void;

	/** Gives the terminal to another program, such as an editor, for as long as `work` takes; `work` blocks. */
	readonly lend: <Value>(work: () => Value) => Value;

	/** Sets the window's title, which is restored at the end. Does nothing where titles are not supported. */
	readonly setTitle: (title: string) => void;

	/**
	 * Copies `text` to the terminal's clipboard, as far as its size allows, and returns what is known about that
	 * clipboard. Terminals do not report whether they accepted it.
	 */
	readonly copy: (text: string) => ClipboardSupport;

	/** Rings the bell, and shows a desktop notification where the terminal supports that. */
	readonly alert: (text: string, how: {readonly bell: boolean; readonly notification: boolean}) => void;

	/** Gives the terminal back: the user has quit. */
	readonly end: (exitCode?: number) => void;

	/** Gives the terminal back and reports a defect. */
	readonly crash: (error: unknown) => void;
};
