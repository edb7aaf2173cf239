/**
 * What a person chose on the screen for all clusters: the theme, the language. It holds until the settings file says another
 * value than it did at that time: the last word counts, wherever it was said.
 */
import {isObject} from '../../../dm/values/json-object.js';
import {fileReason} from '../../../terminal/thrown.js';
import type {GivenValue} from '../../../settings/resolve.js';
import {say} from '../../../language/say.js';
import {readKept, writeKept} from './kept-file.js';

/** What can be chosen, by its key in the settings. */
export type ChoiceKey = 'theme' | 'lang';

export type ChoiceOptions = {
	/** '' where nothing is kept. */
	readonly file: string;
	/** Who said it elsewhere: a flag or the environment holds for this time. */
	readonly said: GivenValue | undefined;
	readonly onProblem: (text: string) => void;
};

export type KeptChoice = {
	/** What was chosen, where it holds now; a file that anybody may have written says it. */
	readonly chosen: string | undefined;
	readonly keep: (value: string) => void;
	/** The settings say this from now on. Gives whether that holds: it is other than before, and no flag or variable is over it. */
	readonly hear: (said: GivenValue | undefined) => boolean;
};

/** What the settings file says; '' for nothing. */
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

/** What was chosen before, and what keeps another choice. What goes wrong is reported, and the screen continues. */
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
				onProblem(say('Not kept: {why}.', {why: fileReason(error)}));
			}
		},
	};
};
