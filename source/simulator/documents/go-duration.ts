/** Durations and times as DM's arguments have them. */

const units = new Map([
	['h', 3600],
	['m', 60],
	['s', 1],
	['ms', 0.001],
]);

const part = /(?<amount>\d{1,9}(?:\.\d{1,3})?)(?<unit>ms|[hms])/vy;

/** Seconds of "1h30m" as Go's time.ParseDuration reads it; undefined when it does not. */
export const parseGoDuration = (text: string): number | undefined => {
	let seconds = 0;
	part.lastIndex = 0;
	do {
		const {amount, unit = ''} = part.exec(text)?.groups ?? {};
		if (amount === undefined) {
			return undefined;
		}

		seconds += Number(amount) * (units.get(unit) ?? 0);
	} while (part.lastIndex < text.length);

	return seconds;
};

/** Ms since the epoch of "2026-11-27 10:00:00", in the local time zone unless it names one; undefined for any other text. */
export const parseStartTime = (text: string): number | undefined => {
	if (!/^\d{4}-\d{2}-\d{2}[ T]\d{2}:\d{2}:\d{2}(?:Z|[+\-]\d{2}:?\d{2})?$/v.test(text)) {
		return undefined;
	}

	const time = Date.parse(text.replace(' ', 'T').replace(/(?<hours>[+\-]\d{2})(?=\d{2}$)/v, '$<hours>:'));
	return Number.isNaN(time) ? undefined : time;
};

/** DM's error for a start time that it cannot parse. */
export const startTimeHint =
	"'2006-01-02 15:04:05', '2006-01-02T15:04:05', '2006-01-02 15:04:05+08:00', '2006-01-02T15:04:05+08:00', '2006-01-02 15:04:05+0800', or '2006-01-02T15:04:05+0800'";
