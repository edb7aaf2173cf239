/** The theme that was chosen on the screen, saved for all clusters. */
import {type ThemeName, themeNames} from '../../../components/theme/theme-names.js';
import {type Look, createLook} from '../../../screens/state/store/look.js';
import type {GivenValue} from '../../../settings/resolve.js';
import {type ChoiceOptions, openChoice} from './keep-choice.js';

/** The theme of the screens, over several starts. */
export type KeptLook = Look & {
	/** The settings file names another theme. */
	readonly hear: (theme: ThemeName | undefined, said: GivenValue | undefined) => void;
};

/** The look as it was left, saved when it is changed; `theme` where none was chosen. */
export const startLook = (theme: ThemeName | undefined, options: ChoiceOptions): KeptLook => {
	const {chosen, keep, hear} = openChoice('theme', options);
	const known = themeNames.find(name => name === chosen);
	const look = createLook(known === undefined && chosen !== 'auto' ? theme : known);
	return {
		...look,
		set(next) {
			look.set(next);
			keep(next ?? 'auto');
		},
		hear(next, said) {
			if (hear(said)) {
				look.set(next);
			}
		},
	};
};
