/**
 * The watched clusters, the one on screen, and how others are opened.
 */
import {Listeners} from '../../providers/waiting/listeners.js';
import {say} from '../../language/say.js';
import {messageOf} from '../../terminal/thrown.js';
import {sentences} from '../../language/sentences.js';
import type {Desk, DeskState} from '../../screens/context/desk.js';
import type {Session} from './session.js';

/** The clusters to begin with, and those that can be opened. */
export type DeskOptions = {
	readonly sessions: readonly Session[];
	/** The names of clusters that can be opened. */
	readonly names: readonly string[];
	readonly open: (name: string) => Promise<Session>;
	/** Called with the title of the cluster that is shown. */
	readonly onShown: (title: string) => void;
};

/** The clusters on screen, with what concerns all of them. */
export type RunningDesk = Desk & {
	readonly sessions: () => readonly Session[];
	/** Renders everything of every cluster again. */
	readonly viewAgain: () => Promise<void>;
	/** Ends everything that runs for the clusters. */
	readonly stop: () => Promise<void>;
};

/** A single cluster is shown at once, of several their table. */
export const startDesk = ({sessions: first, names, open, onShown}: DeskOptions): RunningDesk => {
	const listeners = new Listeners();
	const sessions = [...first];
	const opening = new Set<string>();
	/** Why the last one could not be opened, until the next choice. */
	let failure = '';
	/** The last choice, also while it is not open yet: a name, or undefined for the table. */
	let chosen: string | undefined;
	let hasEnded = false;
	let state: DeskState = {open: first, shown: first.length === 1 ? first[0]!.name : undefined};
	let told: string | undefined;
	const tellTitle = (): void => {
		const title = sessions.find(({name}) => name === state.shown)?.props.title ?? say('clusters');
		if (title === told) {
			return;
		}

		told = title;
		onShown(title);
	};

	const change = (shown: string | undefined): void => {
		state = {open: [...sessions], shown};
		tellTitle();
		listeners.tell();
	};

	/** Every cluster says which ones are being opened, and why one could not be. */
	const tell = (): void => {
		const texts = [failure, ...opening.values().map(name => say('Opening {name}…', {name}))];
		for (const {warnings} of sessions) {
			warnings.say('settings', sentences(...texts));
		}
	};

	const begin = async (name: string): Promise<void> => {
		try {
			const session = await open(name);
			if (hasEnded) {
				await session.stop();
				return;
			}

			sessions.push(session);
			change(chosen === name ? name : state.shown);
		} catch (error) {
			failure = `@${name}: ${messageOf(error)}`;
		} finally {
			opening.delete(name);
			tell();
		}
	};

	const choose = (name: string | undefined): void => {
		chosen = name;
		failure = '';
		if (name === undefined || sessions.some(session => session.name === name)) {
			change(name);
		} else if (!opening.has(name)) {
			opening.add(name);
			void begin(name);
		}

		tell();
	};

	tellTitle();
	return {
		subscribe: listeners.subscribe,
		current: () => state,
		names,
		sessions: () => sessions,
		show: choose,
		showAll() {
			choose(undefined);
		},
		async viewAgain() {
			// It may be in another language now.
			tellTitle();
			tell();
			await Promise.all(sessions.map(async session => session.viewAgain()));
		},
		async stop() {
			hasEnded = true;
			await Promise.all(sessions.map(async session => session.stop()));
		},
	};
};
