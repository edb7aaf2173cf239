/** How often an error stopped something that DM resumes by itself. */
import type {MetricName, MetricValues} from '../../dm/metrics/catalogue.js';
import type {Found} from '../rule.js';
import type {Thresholds} from '../thresholds.js';
import {say} from '../../language/say.js';
import type {Phrase} from '../../language/text.js';

/** A number of stops, and the time within which they happened. */
export type ExitCount = {readonly count: number; readonly over: Phrase};

/**
 * How often an error stopped it within two minutes (DM's own alert rule) or within an hour; undefined if that is not
 * too often.
 */
export const exitsOf = (
	metrics: MetricValues,
	{recent, hourly}: {readonly recent: MetricName; readonly hourly?: MetricName},
	thresholds: Thresholds,
): ExitCount | undefined => {
	const lately = Math.round(metrics[recent] ?? 0);
	if (lately > thresholds.exits) {
		return {count: lately, over: 'two minutes'};
	}

	const hour = Math.round((hourly === undefined ? undefined : metrics[hourly]) ?? 0);
	return hour > thresholds.flapping ? {count: hour, over: 'an hour'} : undefined;
};

/** The finding about a unit or a relay that keeps stopping. */
export const exitsFound = (what: string, {count, over}: ExitCount, metric: string): Found => ({
	severity: 'warning',
	isSinceAtLeast: true,
	brief: say('stopped {count} {count|time|times} in {over}', {count, over: say(over)}),
	what: say('{what} stopped by an error {count} {count|time|times} in {over}, and DM resumed it each time', {
		what,
		count,
		over: say(over),
	}),
	why: [say('By DM’s metric {metric}', {metric})],
	fix: [
		say(
			"Find the error in the log of the dm-worker, or in dm-top's events: it will return until its cause is fixed.",
		),
	],
	operations: [],
	retries: 'yes',
});
