/** Warns when the clock of this machine was set: dm-top continues with the time that it began with. */
import {formatDuration} from '../components/quantity.js';
import {steadyClock} from '../providers/steady-clock.js';
import {say} from '../language/say.js';

const text = (): string => {
	const ahead = Math.round(steadyClock.ahead() / 1000);
	if (ahead === 0) {
		return '';
	}

	const time = formatDuration(Math.abs(ahead));
	return ahead > 0
		? say('The clock was set forward by {time}: restart dm-top to show times by it.', {time})
		: say('The clock was set back by {time}: restart dm-top to show times by it.', {time});
};

/** Calls back with what to tell whenever the clock was set, '' where it is as before; returns a function that stops it. */
export const watchClock = (tell: (warning: string) => void): (() => void) => {
	const look = (): void => {
		tell(text());
	};

	if (text() !== '') {
		look();
	}

	return steadyClock.onSet(look);
};
