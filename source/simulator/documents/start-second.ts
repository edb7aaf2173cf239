/** Start times in a simulation. */
import type {Simulation} from '../model/model.js';
import {parseStartTime, startTimeHint} from './go-duration.js';

/** The simulated second of a start time; a string is DM's reason for refusing it, undefined for none. */
export const startSecond = ({epoch}: Simulation, text = ''): number | string | undefined => {
	if (text === '') {
		return undefined;
	}

	const time = parseStartTime(text);
	return time === undefined
		? `error while parse start-time, expected in the format like ${startTimeHint}: unsupported start-time format "${text}", expected one of ${startTimeHint}`
		: Math.floor((time - epoch) / 1000);
};
