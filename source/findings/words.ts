/** Words that several rules use. */
import {formatDuration} from '../components/quantity.js';
import type {RelayView} from '../monitor/view.js';
import {say} from '../language/say.js';

/** A span of time from ms: "4m", "1h02m". */
export const timeText = (milliseconds: number): string => formatDuration(Math.round(milliseconds / 1000));

/** "the relay" of the worker that serves the source, "the relay of w2" of another. */
export const relayName = ({worker}: RelayView, serving: string): string =>
	worker === '' || worker === serving ? say('the relay') : say('the relay of {worker}', {worker});

/** The text as the beginning of a sentence. */
export const capital = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;

/** The name of a relay at the beginning of a sentence; that of a worker, with which it may begin, stays as it is. */
export const relayNameFirst = (view: RelayView, serving: string): string => {
	const name = relayName(view, serving);
	return view.worker !== '' && name.startsWith(view.worker) ? name : capital(name);
};

/** Without empty strings. */
export const filled = (...texts: ReadonlyArray<string | undefined>): readonly string[] =>
	texts.filter(text => text !== undefined && text !== '') as readonly string[];
