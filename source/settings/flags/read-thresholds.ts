/** Parses thresholds: "lag-high=10m", "relay-space=20GiB", "files-behind=off". */
import type {Phrase} from '../../language/text.js';
import {say} from '../../language/say.js';
import {nearest} from '../../dm/nearest.js';
import {parseByteSize, parseSeconds} from '../../components/read-quantity.js';
import {
	defaultThresholds,
	type Threshold,
	type ThresholdName,
	type Thresholds,
	type ThresholdUnit,
	thresholdNames,
	thresholdTable,
} from '../../findings/thresholds.js';

/** A plain number: a count, or the smallest unit of the others. */
const parseNumber = (text: string): number | undefined =>
	/^\d{1,15}(?:\.\d{1,6})?$/v.test(text) ? Number(text) : undefined;

const parsers: Readonly<Record<ThresholdUnit, (text: string) => number | undefined>> = {
	seconds(text) {
		const seconds = parseNumber(text) ?? parseSeconds(text);
		return seconds !== undefined && seconds >= 0 ? seconds : undefined;
	},
	bytes: parseByteSize,
	count: parseNumber,
};

const forms: Readonly<Record<ThresholdUnit, Phrase>> = {
	seconds: 'a length such as 90s, 20m or 1h30m',
	bytes: 'a size such as 500MiB or 10GiB',
	count: 'a number',
};

/** The value that turns a threshold off. */
const never = ({side}: Threshold): number => (side === 'up' ? Infinity : 0);

const isName = (text: string): text is ThresholdName => Object.hasOwn(thresholdTable, text);

/** The value of a threshold as it is written, or what is wrong with it in a sentence. */
export const readThreshold = (name: string, text: string): number | string => {
	if (!isName(name)) {
		const meant = nearest(name, thresholdNames);
		return meant === undefined
			? say('There is no threshold “{name}”', {name})
			: say('There is no threshold “{name}”: did you mean {meant}?', {name, meant});
	}

	const threshold = thresholdTable[name];
	const written = text.trim();
	if (written.toLowerCase() === 'off') {
		return never(threshold);
	}

	return (
		parsers[threshold.unit](written) ??
		say('The threshold {name} takes {form}, or off, not “{text}”.', {
			name,
			form: say(forms[threshold.unit]),
			text,
		})
	);
};

/** The thresholds with some of them set by name and text; or what is wrong, in a sentence. */
export const readThresholds = (
	entries: Iterable<readonly [name: string, text: string]>,
	from: Thresholds = defaultThresholds,
): Thresholds | string => {
	const thresholds: Record<ThresholdName, number> = {...from};
	for (const [name, text] of entries) {
		const value = readThreshold(name, text);
		if (typeof value === 'string') {
			return value;
		}

		thresholds[name as ThresholdName] = value;
	}

	return thresholds;
};
