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

/** The stage of a relay; one that is off or not known has none of DM's. */
export const relayStageWord = (stage: string): string =>
	stage === 'unknown' || stage === 'off' ? say(stage) : stage;
