/** Words for DM's placeholders. */
import {sourceNotBound} from '../../dm/status.js';
import {say} from '../../language/say.js';

/** A stage, a unit or the name of a worker from DM; shorter, or empty, where DM has no value. */
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
