/** DM's words for what it has no word for. */
import {sourceNotBound} from '../../dm/status.js';
import {say} from '../../language/say.js';

/** A stage, a unit or the name of a worker as DM tells it; in fewer words, or none, where DM has nothing to tell. */
export const plainWord = (word: string): string => {
	switch (word) {
		case 'InvalidStage': {
			return say('not bound');
		}

		case 'InvalidUnit':
		case sourceNotBound: {
			return '';
		}

		default: {
			return word;
		}
	}
};
