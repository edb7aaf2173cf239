/**
 * The live screen: the app on the terminal, fed by the providers of one cluster or several.
 */
import process from 'node:process';
import {setImmediate as nextTurn} from 'node:timers/promises';
import type {ColorSupportLevel} from 'chalk';
import type {ThemeName} from '../../components/theme/theme-names.js';
import {type Theme, createTheme} from '../../components/theme/theme.js';
import {spokenLanguage} from '../../language/choose.js';
import {say} from '../../language/say.js';
import {createObservable} from '../../screens/state/store/observable.js';
import {stripSecrets} from '../../dm/secrets/passwords.js';
import {begunWithin} from '../../session/watching/watch.js';
import type {WarningSubject} from '../../session/warnings.js';
import type {ColorDepth} from '../../terminal/capabilities.js';
import {startTerminal} from '../../terminal/start-terminal.js';
import {messageOf} from '../../terminal/thrown.js';
import type {MouseEvent} from '../../terminal/tty/input/mouse.js';
import type {EndOnSignals} from '../end-on-signals.js';
import type {KeptLanguage} from '../written/kept/keep-language.js';
import type {KeptLook} from '../written/kept/keep-look.js';
import {followSettings, type SettingsSource} from './follow-settings.js';
import {presentFirst} from './present-first.js';
import {type LiveCluster, type SharedScreen, startSession} from './session.js';
import {startDesk} from './start-desk.js';

/** The clusters of a live screen, and everything on it that the command line decides. */
export type LiveOptions = {
	/** The clusters that are watched from the start: a single one is shown at once, of several their table. */
	readonly clusters: readonly LiveCluster[];
	/** The names of clusters that can be opened, and a function that opens them. */
	readonly names: readonly string[];
	readonly open: (name: string) => Promise<LiveCluster>;
	/** Read again when it is saved. */
	readonly settings: SettingsSource;
	/** Draw with ASCII only. */
	readonly ascii: boolean;
	/** The current theme. */
	readonly look: KeptLook;
	/** Switches to a language that is chosen on the screen. */
	readonly language: KeptLanguage;
	/** Whether dm-top handles the mouse. */
	readonly mouse: boolean;
	/** Dm-top's own version. */
	readonly version: string;
	/** Told of problems that only the end brings, such as a recording that is not complete: the screen is gone by then. */
	readonly complain: (problem: string) => void;
	/** Listens to signals until the terminal does; released here. */
	readonly early: EndOnSignals;
};

/**
 * How long to wait for something to show before React and Ink are loaded, ms: about as long as loading them takes, which
 * blocks everything else.
 */
const beforeInk = 60;

/** The same after that: observations that came meanwhile are on Ink's first frame. */
const afterInk = 40;

/** How long it is said that keys were dropped, ms. */
const dropToldFor = 10_000;

/** Chalk's levels. */
const colorLevels: ReadonlyMap<ColorDepth, ColorSupportLevel> = new Map([
	[1, 0],
	[4, 1],
	[8, 2],
	[24, 3],
]);

/**
 * Shows the clusters until the user quits, or the terminal or the process ends; the exit code is in `process`. The
 * terminal listens to signals before the first `await`.
 */
export const showLive = async (options: LiveOptions): Promise<void> => {
	const {clusters, names, open, ascii, look, mouse, version, early} = options;
	const mouseListeners = new Set<(event: MouseEvent) => void>();
	let untold: NodeJS.Timeout | undefined;
	const terminal = startTerminal({
		name: 'dm-top',
		withoutSecrets: stripSecrets,
		onDropped(characters) {
			tell(
				'keys',
				say('More came at once than anybody types: {characters} characters were dropped', {characters}),
			);
			clearTimeout(untold);
			untold = setTimeout(() => {
				tell('keys', '');
			}, dropToldFor);
			untold.unref();
		},
		...(mouse && {
			onMouse(event) {
				for (const listener of mouseListeners) {
					listener(event);
				}
			},
		}),
	});
	// A signal that came during loading is reported in the next turn of the event loop: then both listen.
	await nextTurn();
	early.release();
	const spoken = createObservable(spokenLanguage());
	const tell = (subject: WarningSubject, text: string): void => {
		for (const {warnings} of desk.sessions()) {
			warnings.say(subject, text);
		}
	};

	/** Draws everything again where another language is in effect; its files may be gone since an update. */
	const setLanguage = async (code: string, take: () => Promise<boolean>): Promise<void> => {
		let isOther = false;
		let why = '';
		try {
			isOther = await take();
		} catch (error) {
			why = say('The language stays as it is: {why}', {why: messageOf(error)});
		}

		tell('language', why);
		if (!isOther) {
			return;
		}

		await desk.viewAgain();
		spoken.set(code);
	};

	const stage: SharedScreen = {
		terminal,
		look,
		onLanguage(code) {
			void setLanguage(code, async () => {
				await options.language.choose(code);
				return true;
			});
		},
		version,
		mouse(listener) {
			mouseListeners.add(listener);
			return () => {
				mouseListeners.delete(listener);
			};
		},
	};
	const {colorDepth, lightBackground, unicode, braille} = terminal.capabilities;
	const themeOf = (name: ThemeName | undefined): Theme =>
		createTheme({
			ascii: ascii || !unicode,
			hasBraille: braille,
			name,
			colors: colorLevels.get(colorDepth) ?? 0,
			isLight: lightBackground,
		});
	const desk = startDesk({
		sessions: clusters.map(cluster => startSession(cluster, stage)),
		names,
		open: async name => startSession(await open(name), stage),
		onShown(title) {
			terminal.setTitle(`dm-top ${title}`);
		},
	});
	const [first] = clusters;
	const watches = clusters.map(({watch}) => watch);
	const [only] = clusters.length === 1 && (await begunWithin(watches, beforeInk)) ? desk.sessions() : [];
	if (only) {
		presentFirst(terminal, only.props, themeOf(look.current()));
	}

	const {drawWithInk} = await import('./draw-with-ink.js');
	await begunWithin(watches, afterInk);
	const app = drawWithInk({desk, look, themeOf, spoken, terminal});
	const ended = new AbortController();
	void followSettings(options.settings, {
		signal: ended.signal,
		clusters: () => desk.sessions().map(({name}) => name),
		apply(cluster, now, before) {
			desk
				.sessions()
				.find(({name}) => name === cluster)
				?.apply(now, before);
			// The first cluster's settings decide the theme and the language of the screen.
			if (cluster !== (first?.name ?? '')) {
				return;
			}

			look.hear(now.theme, now.themeSaid);
			void setLanguage(now.language, async () => options.language.hear(now.language, now.languageSaid));
		},
		tell(text) {
			tell('settings-file', text);
		},
	});
	const {exitCode} = await terminal.until(app.waitUntilExit());
	ended.abort();
	app.unmount();
	const told = desk.sessions().map(({warnings}) => ({warnings, before: warnings.current()}));
	await desk.stop();
	for (const {warnings, before} of told) {
		if (warnings.current() !== before) {
			options.complain(warnings.current());
		}
	}

	process.exitCode = exitCode;
};
