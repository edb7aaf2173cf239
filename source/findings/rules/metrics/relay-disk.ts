import {formatBytes, formatDuration} from '../../../components/quantity.js';
import type {MetricValues} from '../../../dm/metrics/catalogue.js';
import type {Rule} from '../../rule.js';
import type {Thresholds} from '../../thresholds.js';
import {filled, relayName} from '../../words.js';
import {say} from '../../../language/say.js';
import {listNames} from '../../../language/sentences.js';

/** Seconds until the disk is full at the relay's current rate; Infinity while nothing is written. */
const secondsLeft = ({'relay-free': free = 0, 'relay-bytes': rate = 0}: MetricValues): number =>
	rate > 0 ? free / rate : Infinity;

const isLow = (metrics: MetricValues, thresholds: Thresholds): boolean =>
	metrics['relay-free'] !== undefined &&
	(metrics['relay-free'] < thresholds['relay-space'] ||
		secondsLeft(metrics) < thresholds['relay-full-within']);

export const rule: Rule = {
	kind: 'relay-disk',
	order: 151,
	title: 'The disk for relay logs is filling up',
	reportedWhen:
		'DM’s metrics show that less than `relay-space` is free on the disk of a worker’s relay logs, or that the disk will be full within `relay-full-within` at the relay’s current write rate.',
	silentWhen:
		'The relay is off, or DM’s metrics are not available. Automatic purging by DM is not taken into account.',
	needs: ['relays', 'metrics'],
	health: 'impaired',
	ofSource: ({relays = [], worker: serving, at}, thresholds) =>
		relays.flatMap(view => {
			const {metrics, worker} = view;
			if (!metrics || !isLow(metrics, thresholds)) {
				return [];
			}

			const {'relay-free': free = 0, 'relay-disk': disk = 0, 'relay-bytes': rate = 0} = metrics;
			const left = secondsLeft(metrics);
			const space = formatBytes(free);
			const eta = left === Infinity ? '' : formatDuration(Math.round(left / 60) * 60);
			const name = relayName(view, serving);
			return {
				severity: 'warning',
				...(worker !== '' && {worker}),
				since: at,
				isSinceAtLeast: true,
				brief:
					eta === ''
						? say('relay disk: {space} free', {space})
						: say('relay disk full in about {eta}', {eta}),
				what:
					eta === ''
						? say('The disk of {name} has {space} free', {name, space})
						: say('The disk of {name} has {space} free and will be full in about {eta}', {name, space, eta}),
				why: filled(
					disk > 0 ? say('{space} of {disk} free', {space, disk: formatBytes(disk)}) : '',
					rate > 0 ? say('The relay writes {rate}/s', {rate: formatBytes(rate)}) : '',
					say('By DM’s metrics {metrics}', {metrics: listNames(['dm_relay_space', 'dm_relay_write_size'])}),
				),
				fix: [
					say('Purge relay logs that no task needs any more, or set purge in the source’s configuration.'),
				],
				operations: ['purge-relay'],
				retries: 'unknown',
			} as const;
		}),
};
