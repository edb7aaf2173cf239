/**
 * The app over recorded answers, without a terminal: what a person would see, and the keys they would press.
 */
import {readFileSync} from 'node:fs';
import path from 'node:path';
import {setTimeout as pause} from 'node:timers/promises';
import {createTheme} from '../../source/components/theme/theme.js';
import {ThemeProvider} from '../../source/components/theme/use-theme.js';
import {parseStatusDocument} from '../../source/dm/parse-status.js';
import {finish} from '../../source/dm/steps.js';
import {past} from '../../source/monitor/showing/series.js';
import type {Observation} from '../../source/providers/provider.js';
import type {ClipboardSupport} from '../../source/terminal/clipboard.js';
import type {MouseEvent} from '../../source/terminal/tty/input/mouse.js';
import {saveFile} from '../../source/terminal/files/save-file.js';
import {App} from '../../source/screens/app/app.js';
import type {AppProps} from '../../source/screens/context/app-props.js';
import {createLooking} from '../../source/session/watching/looking.js';
import {nothingFollowed} from '../../source/operations/following/follow.js';
import type {Operation, OperationKind} from '../../source/providers/operation.js';
import {openInk} from './steer.js';

/** 2026-11-23 12:00:00 UTC */
export const noon = Date.UTC(2026, 10, 23, 12);

const fixtures = path.join(import.meta.dirname, '../fixtures/dm-v7.5');

/** The text of a recorded answer. */
export const recorded = (name: string): string => readFileSync(path.join(fixtures, name), 'utf8');

/** A recorded answer for the whole cluster, as a provider would hand it on. */
export const wholeAnswer = (name: string, at = noon): Observation => ({
	kind: 'status',
	at,
	status: parseStatusDocument(recorded(name)),
});

export const keys = {
	up: '\u{1B}[A',
	down: '\u{1B}[B',
	left: '\u{1B}[D',
	right: '\u{1B}[C',
	enter: '\r',
	esc: '\u{1B}',
	pageDown: '\u{1B}[6~',
	ctrlC: '\u{3}',
};

export type Screen = {
	/** What is on the screen, without styles and blanks at the right. */
	readonly text: () => string;
	/** With its escape codes. */
	readonly raw: () => string;
	/** Presses keys one after the other, each once the frame before it stands. */
	readonly press: (...sequences: readonly string[]) => Promise<void>;
	/** Lets the selection rest, until what is drawn only then is drawn. */
	readonly rest: () => Promise<void>;
	/** Lets the monitor learn more, and the clock stand at `now`. */
	readonly apply: (observations: readonly Observation[], now: number) => Promise<void>;
	readonly resize: (columns: number, rows: number) => Promise<void>;
	/** Lets the provider's clock go on while nothing comes, for so many ms. */
	readonly elapse: (milliseconds: number) => void;
	/** What was confirmed in dialogs. */
	readonly confirmed: readonly Operation[];
	/** What a person does with the mouse, one after the other. */
	readonly point: (...events: readonly MouseEvent[]) => Promise<void>;
	/** What was copied to the clipboard. */
	readonly copied: readonly string[];
	/** The sources the provider was last asked to look at first. */
	readonly focused: () => readonly string[];
	readonly unmount: () => void;
};

export type ShowOptions = {
	readonly title?: string;
	readonly columns?: number;
	readonly rows?: number;
	readonly ascii?: boolean;
	readonly now?: number;
	readonly readOnly?: boolean;
	/** What can be operated; absent: nothing. */
	readonly operator?: ReadonlySet<OperationKind>;
	/** What the terminal's clipboard is known for. */
	readonly clipboard?: ClipboardSupport;
};

const noInquiries: ReturnType<AppProps['operating']['inquiries']['current']> = new Map();

/** The app over what these observations tell, for whatever draws it. */
export const makeApp = (
	observations: readonly Observation[],
	{
		ascii = false,
		now = noon,
		readOnly = false,
		operator,
		clipboard = {kind: 'yes'},
		title = 'prod-dm',
	}: ShowOptions = {},
) => {
	const looking = createLooking();
	const {known} = looking;
	for (const observation of observations) {
		finish(looking.learnSteps(observation));
	}

	let shown = finish(looking.lookSteps(now));
	/** Since the last view, ms. */
	let elapsed = 0;
	let focused: readonly string[] = [];
	const confirmed: Operation[] = [];
	const copied: string[] = [];
	const mouseListeners = new Set<(event: MouseEvent) => void>();
	const listeners = new Set<() => void>();
	const operating: AppProps['operating'] = {
		capabilities: {readOnly, provider: 'file', operator: operator && {kinds: operator}},
		subscribe: () => () => undefined,
		follow: () => nothingFollowed,
		wantLocks: () => undefined,
		inquiries: {
			subscribe: () => () => undefined,
			current: () => noInquiries,
			ask: () => undefined,
			kinds: new Set(),
		},
		prepare: async choice => choice,
		confirm(dialog) {
			confirmed.push(...dialog.plan.operations);
			return '';
		},
	};
	const props: AppProps = {
		cluster: {
			subscribe(listener) {
				listeners.add(listener);
				return () => {
					listeners.delete(listener);
				};
			},
			current: () => shown,
			newsAge: () => shown.now - shown.at,
			now: () => shown.now + elapsed,
			past: (subject, measure, options) => past(known, subject, measure, options),
		},
		operating,
		access: {address: '10.0.1.11:8261'},
		warnings: {subscribe: () => () => undefined, current: () => ''},
		title,
		provider: 'file',
		version: '0.1.0',
		interval: 2000,
		isPushed: false,
		onTheme: () => undefined,
		onLanguage: () => undefined,
		onInterval: () => undefined,
		onRefresh: () => undefined,
		onCopy(text) {
			copied.push(text);
			return clipboard;
		},
		onSave: saveFile,
		mouse(listener) {
			mouseListeners.add(listener);
			return () => {
				mouseListeners.delete(listener);
			};
		},
		onRedraw: () => undefined,
		onSuspend: () => undefined,
		onEdit: text => ({text}),
		onFocus(sources) {
			focused = sources;
		},
	};
	const element = (
		<ThemeProvider value={createTheme({ascii, colors: 1})}>
			<App {...props} />
		</ThemeProvider>
	);
	return {
		element,
		props,
		/** Lets the monitor learn more, and the clock stand at `at`. */
		apply(more: readonly Observation[], at: number) {
			for (const observation of more) {
				finish(looking.learnSteps(observation));
			}

			shown = finish(looking.lookSteps(at));
			elapsed = 0;
			for (const listener of listeners) {
				listener();
			}
		},
		elapse(milliseconds: number) {
			elapsed += milliseconds;
		},
		confirmed,
		copied,
		point(event: MouseEvent) {
			for (const listener of mouseListeners) {
				listener(event);
			}
		},
		focused: () => focused,
	};
};

/** Shows the app with what these observations tell. */
export const showScreen = async (
	observations: readonly Observation[],
	options: ShowOptions = {},
): Promise<Screen> => {
	const {columns = 80, rows = 24} = options;
	const {element, apply, elapse, confirmed, copied, point, focused} = makeApp(observations, options);
	const {draw, settle, lines, styledLines, press, resize, unmount} = openInk(columns, rows);
	await draw(element);
	return {
		raw: () => styledLines().join('\n'),
		text: () => lines().join('\n'),
		press,
		async rest() {
			await pause(500);
			await settle();
		},
		async point(...events) {
			for (const event of events) {
				point(event);
			}

			await settle();
		},
		async apply(more, at) {
			apply(more, at);
			await settle();
		},
		resize,
		elapse,
		confirmed,
		copied,
		focused,
		unmount,
	};
};
