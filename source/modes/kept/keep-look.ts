/**
 * The theme that a person chose on the screen, kept for all clusters. It holds until the settings file says another one than
 * it did at that time: the last word counts, wherever it was said.
 */
import {say} from '../../language/say.js';
import {isObject} from '../../dm/json-object.js';
import {type ThemeName, themeNames} from '../../components/theme-names.js';
import {messageOf} from '../../providers/thrown.js';
import {type Look, createLook} from '../../screens/look.js';
import {readKept, writeKept} from './kept-file.js';

/** What stands in the file. */
export type ChosenTheme = {
	/** Undefined: as suits the terminal. */
	readonly theme?: ThemeName;
	/** What the settings file said at that time; '' for nothing. */
	readonly over: string;
};

/** A chosen theme, from a file that anybody may have written; undefined for none. */
export const chosenTheme = (value: unknown): ChosenTheme | undefined => {
	if (!isObject(value) || typeof value['over'] !== 'string') {
		return undefined;
	}

	const theme = themeNames.find(name => name === value['theme']);
	return theme === undefined && value['theme'] !== 'auto' ? undefined : {theme, over: value['over']};
};

export type LookOptions = {
	/** '' where nothing is kept. */
	readonly file: string;
	readonly theme: ThemeName | undefined;
	/** Said by a flag or in the environment: for this time that holds. */
	readonly isFixed: boolean;
	/** What the settings file says; '' for nothing. */
	readonly inSettings: string;
	readonly onProblem: (text: string) => void;
};

/** The look as it was left, kept when it is changed. */
export const startLook = ({file, theme, isFixed, inSettings, onProblem}: LookOptions): Look => {
	if (file === '') {
		return createLook(theme);
	}

	const {kept, problem} = readKept(file);
	if (problem !== '') {
		onProblem(problem);
	}

	const chosen = chosenTheme(kept.get('theme'));
	const look = createLook(chosen && !isFixed && chosen.over === inSettings ? chosen.theme : theme);
	return {
		...look,
		set(next) {
			look.set(next);
			try {
				writeKept(file, new Map([['theme', {theme: next ?? 'auto', over: inSettings}]]));
			} catch (error) {
				onProblem(say('Not kept: {why}.', {why: messageOf(error)}));
			}
		},
	};
};
