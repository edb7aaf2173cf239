/** The moment of a recording that a person types. Pure. */
import type {Playback} from '../../providers/provider.js';

const dayLength = 86_400_000;

/**
 * The moment meant by `12:41` or `12:41:07`: on the day that is shown, or the day before or after if only that is in
 * the recording; undefined for anything else.
 */
export const momentOf = (text: string, {position, start, end}: Playback): number | undefined => {
	const parts = /^\s*(?<hours>[01]?\d|2[0-3]):(?<minutes>[0-5]\d)(?::(?<seconds>[0-5]\d))?\s*$/v.exec(
		text,
	)?.groups;
	if (!parts) {
		return undefined;
	}

	const day = new Date(position);
	const {hours, minutes, seconds = '0'} = parts;
	const moment = day.setHours(Number(hours), Number(minutes), Number(seconds), 0);
	return [moment, moment - dayLength, moment + dayLength].find(at => at >= start && at <= end) ?? moment;
};
