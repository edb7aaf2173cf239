/**
 * The watched clusters, the one on screen, and how others are opened.
 */
import {Listeners} from '../../providers/waiting/listeners.js';
import {say} from '../../language/say.js';
import {messageOf} from '../../terminal/thrown.js';
import type {Desk, DeskState} from '../../screens/clusters/desk.js';
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
	let hasEnded = false;
	let state: DeskState = {open: first, shown: first.length === 1 ? first[0]!.name : undefined};
	const tellTitle = (): void => {
		onShown(sessions.find(({name}) => name === state.shown)?.props.title ?? say('clusters'));
	};

	const change = (shown: string | undefined): void => {
		state = {open: [...sessions], shown};
		tellTitle();
		listeners.tell();
	};

	/** The reason why it cannot be opened is shown. */
	const warn = (text: string): void => {
		for (const {warnings} of sessions) {
			warnings.say('settings', text);
		}
	};

	const begin = async (name: string): Promise<void> => {
		opening.add(name);
		warn('');
		try {
			const session = await open(name);
			if (hasEnded) {
				await session.stop();
				return;
			}

			sessions.push(session);
			change(name);
		} catch (error) {
			warn(`@${name}: ${messageOf(error)}`);
		} finally {
			opening.delete(name);
		}
	};

	tellTitle();
	return {
		subscribe: listeners.subscribe,
		current: () => state,
		names,
		sessions: () => sessions,
		show(name) {
			if (sessions.some(session => session.name === name)) {
				change(name);
			} else if (!opening.has(name)) {
				void begin(name);
			}
		},
		showAll() {
			change(undefined);
		},
		async viewAgain() {
			// It may be in another language now.
			tellTitle();
			await Promise.all(sessions.map(async session => session.viewAgain()));
		},
		async stop() {
			hasEnded = true;
			await Promise.all(sessions.map(async session => session.stop()));
		},
	};
};
