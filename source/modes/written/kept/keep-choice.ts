/**
 * What was chosen on the screen for all clusters: the theme, the language. It holds until the value in the settings
 * file changes: the latest choice counts, wherever it was made.
 */
import {isObject} from '../../../dm/values/json-object.js';
import {fileReason} from '../../../terminal/thrown.js';
import type {GivenValue} from '../../../settings/resolve.js';
import {say} from '../../../language/say.js';
import {readKept, writeKept} from './kept-file.js';

/** What can be chosen, by its key in the settings. */
export type ChoiceKey = 'theme' | 'lang';

/** Where a choice is saved, and what else decides it. */
export type ChoiceOptions = {
	/** '' where nothing is saved. */
	readonly file: string;
	/** Where it was also given: a flag or the environment holds for this run. */
	readonly said: GivenValue | undefined;
	readonly onProblem: (text: string) => void;
};

/** One choice, over several starts of dm-top. */
export type KeptChoice = {
	/** The choice, if it is in effect; its file may contain anything. */
	readonly chosen: string | undefined;
	readonly keep: (value: string) => void;
	/**
	 * The value in the settings has changed. Returns whether it is in effect: it differs, and no flag or variable
	 * overrides it.
	 */
	readonly hear: (said: GivenValue | undefined) => boolean;
};

/** The value in the settings file; '' for none. */
const inSettings = (said: GivenValue | undefined): string =>
	said?.by === 'cluster' || said?.by === 'file' ? String(said.value) : '';

const isFixed = (said: GivenValue | undefined): boolean => said?.by === 'flag' || said?.by === 'environment';

const chosenIn = (entry: unknown, key: ChoiceKey, said: GivenValue | undefined): string | undefined => {
	if (isFixed(said) || !isObject(entry) || entry['over'] !== inSettings(said)) {
		return undefined;
	}

	const value = entry[key];
	return typeof value === 'string' ? value : undefined;
};

/** The earlier choice, and how to save another. Errors are reported, and the screen continues. */
export const openChoice = (key: ChoiceKey, {file, said: first, onProblem}: ChoiceOptions): KeptChoice => {
	let said = first;
	const hear = (next: GivenValue | undefined): boolean => {
		const isOther = inSettings(next) !== inSettings(said);
		said = next;
		return isOther && !isFixed(next);
	};

	if (file === '') {
		return {chosen: undefined, keep: () => undefined, hear};
	}

	const {kept, problem} = readKept(file);
	if (problem !== '') {
		onProblem(problem);
	}

	return {
		chosen: chosenIn(kept.get(key), key, first),
		hear,
		keep(value) {
			try {
				writeKept(file, new Map([[key, {[key]: value, over: inSettings(said)}]]));
			} catch (error) {
				onProblem(say('What is set on the screen is not kept: {why}.', {why: fileReason(error)}));
			}
		},
	};
};
