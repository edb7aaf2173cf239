/** The theme that a person chose on the screen, kept for all clusters. */
import {type ThemeName, themeNames} from '../../components/theme-names.js';
import {type Look, createLook} from '../../screens/look.js';
import {type ChoiceOptions, openChoice} from './keep-choice.js';

/** The look as it was left, kept when it is changed; `theme` where none was chosen. */
export const startLook = (theme: ThemeName | undefined, options: ChoiceOptions): Look => {
	const {chosen, keep} = openChoice('theme', options);
	const known = themeNames.find(name => name === chosen);
	const look = createLook(known === undefined && chosen !== 'auto' ? theme : known);
	return {
		...look,
		set(next) {
			look.set(next);
			keep(next ?? 'auto');
		},
	};
};
