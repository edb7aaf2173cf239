/**
 * Follows the settings file while the screen is shown: changes that are possible apply when it is saved, others are
 * reported. A file with mistakes changes nothing.
 */
import {unwatchFile, watchFile} from 'node:fs';
import type {ThemeName} from '../../components/theme/theme-names.js';
import {isSameValue} from '../../dm/values/same-value.js';
import type {Thresholds} from '../../findings/thresholds.js';
import {say} from '../../language/say.js';
import {namesText, sentences} from '../../language/sentences.js';
import {Wakeup} from '../../providers/waiting/wakeup.js';
import {messageOf} from '../../terminal/thrown.js';
import type {FileSettings} from '../../settings/file/file-settings.js';
import {isStream, loadSettings, mistakeLines} from '../../settings/file/load-settings.js';
import type {GivenValue} from '../../settings/resolve.js';

/** How often to check whether the file has changed, ms. */
const lookEvery = 2000;

/** The settings of a cluster that can change while the screen is shown. */
export type LiveSettings = {
	/** Ms */
	readonly interval: number;
	readonly thresholds: Thresholds;
	readonly theme: ThemeName | undefined;
	readonly themeSaid: GivenValue | undefined;
	readonly language: string;
	readonly languageSaid: GivenValue | undefined;
	/** All other settings in the file, with their values as text. */
	readonly others: ReadonlyMap<string, string>;
};

/** A settings file that is read again when it is saved, and what follows from it. */
export type SettingsSource = {
	readonly path: string;
	/** The file's settings when dm-top started. */
	readonly first: FileSettings;
	/**
	 * The settings that a file gives a cluster, by its name, '' for one without a profile; it throws when they are
	 * invalid.
	 */
	readonly meaning: (file: FileSettings, cluster: string) => Promise<LiveSettings>;
	/** Applies new settings, also to clusters that are opened later. */
	readonly accept: (file: FileSettings) => void;
};

/** Which clusters follow a settings file, and how they are told of its changes. */
export type FollowSettingsOptions = {
	readonly signal: AbortSignal;
	/** The clusters that are being watched. */
	readonly clusters: () => readonly string[];
	/** Called when the settings of a cluster have changed. */
	readonly apply: (cluster: string, now: LiveSettings, before: LiveSettings) => void;
	/** Called with what is wrong with the file, or waits for a restart; '' for nothing. */
	readonly tell: (text: string) => void;
};

/** The keys that were changed, removed or added. */
const otherKeys = (before: LiveSettings['others'], now: LiveSettings['others']): readonly string[] =>
	[...new Set([...before.keys(), ...now.keys()])].filter(key => before.get(key) !== now.get(key));

/** The first mistake in full. */
const mistakeText = ([first = '', ...more]: readonly string[]): string =>
	sentences(
		first,
		more.length === 0 ? '' : say('And {count} more.', {count: more.length}),
		say('The previous settings stay in effect.'),
	);

/**
 * Follows the file until the signal is aborted; never rejects. The program is not kept alive by it while nothing changes.
 * What was read from a pipe, as of `--config <(…)`, is all that will come.
 */
export const followSettings = async (
	{path, first, meaning, accept}: SettingsSource,
	{signal, clusters, apply, tell}: FollowSettingsOptions,
): Promise<void> => {
	if (isStream(path)) {
		return;
	}

	let accepted = first;
	/** The settings each cluster started with: a difference that needs a restart is reported until it is undone. */
	const begun = new Map<string, LiveSettings>();
	const held = new Map<string, LiveSettings>();
	const meet = async (): Promise<void> => {
		const unknown = clusters().filter(name => !held.has(name));
		const met = await Promise.all(unknown.map(async name => [name, await meaning(accepted, name)] as const));
		for (const [name, now] of met) {
			begun.set(name, now);
			held.set(name, now);
		}
	};

	const take = async (): Promise<void> => {
		await meet();
		if (isStream(path)) {
			throw new Error(
				say('The settings file {path} cannot be read: {why}.', {path, why: say('it is a pipe or a device')}),
			);
		}

		const read = await loadSettings(path, false);
		if (read.mistakes.length > 0) {
			tell(mistakeText(mistakeLines(path, read)));
			return;
		}

		const next = new Map<string, LiveSettings>();
		for (const name of held.keys()) {
			next.set(name, await meaning(read.settings, name));
		}

		accepted = read.settings;
		accept(accepted);
		for (const [name, now] of next) {
			const before = held.get(name)!;
			if (isSameValue(before, now)) {
				continue;
			}

			apply(name, now, before);
			held.set(name, now);
		}

		const waiting = new Set(
			next.entries().flatMap(([name, now]) => otherKeys(begun.get(name)!.others, now.others)),
		);
		tell(waiting.size === 0 ? '' : say('Restart dm-top to apply: {keys}.', {keys: namesText([...waiting])}));
	};

	/** Whether that worked; why it did not is told. */
	const tried = async (act: () => Promise<void>): Promise<boolean> => {
		try {
			await act();
			return true;
		} catch (error) {
			tell(mistakeText([messageOf(error)]));
			return false;
		}
	};

	const wakeup = new Wakeup();
	const ring = (): void => {
		wakeup.ring();
	};

	// Libuv compares the file: while it is unchanged, no JavaScript runs.
	watchFile(path, {interval: lookEvery, persistent: false}, ring);
	try {
		// The first time it is always read: it may have been saved since dm-top started.
		let isDone = false;
		await tried(meet);
		while (!signal.aborted) {
			// What failed for another reason than the file may work the next time.
			await wakeup.wait(isDone ? Infinity : lookEvery, signal);
			isDone = signal.aborted || (await tried(take));
		}
	} finally {
		unwatchFile(path, ring);
	}
};
