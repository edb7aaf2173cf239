/** Which side holds a syncer up: the downstream that takes changes, or the upstream that gives them. */
import {formatLatency, formatPercent} from '../../components/quantity.js';
import type {MetricValues} from '../../dm/metrics/catalogue.js';
import type {SubtaskView} from '../../monitor/view.js';
import type {Found} from '../rule.js';
import type {Thresholds} from '../thresholds.js';
import {filled, listText} from '../rules/words.js';
import {say} from '../../language/say.js';
import type {Phrase} from '../../language/text.js';

/** A side, and what shows it, the strongest first: "transactions p95 1.8 s", "queue 1024". */
export type Brake = {readonly side: 'downstream' | 'upstream'; readonly evidence: readonly string[]};

/** So much of a second spent waiting tells of a brake. */
const mostOfTheTime = 0.5;

/** How far it is behind for certain, s; undefined where it is level, or not known. */
const behindOf = ({lag, subtask, stale}: SubtaskView): number | undefined =>
	subtask.unit === 'Sync' && subtask.stage === 'Running' && stale === '' && lag.kind === 'seconds'
		? lag.seconds
		: undefined;

const downstreamEvidence = (metrics: MetricValues, thresholds: Thresholds): readonly string[] => {
	const {queue = 0, 'transaction-p95': time = 0, 'queue-share': share = 0} = metrics;
	const isFull = queue >= thresholds['queue-full'];
	const isSlow = time >= thresholds['txn-slow'];
	// A slow transaction alone may be a large one: only where changes pile up before it does it hold anything up.
	return isFull || share >= mostOfTheTime || (isSlow && queue > 0)
		? filled(
				time > 0 ? say('transactions p95 {time}', {time: formatLatency(time)}) : '',
				isFull
					? say('queue full ({count})', {count: Math.round(queue)})
					: queue > 0
						? say('queue {count}', {count: Math.round(queue)})
						: '',
				share >= mostOfTheTime
					? say('{share} of the time waiting for the queue', {share: formatPercent(Math.min(1, share))})
					: '',
			)
		: [];
};

const upstreamEvidence = (metrics: MetricValues, thresholds: Thresholds): readonly string[] => {
	const {queue = 0, 'read-latency': time = 0, 'read-share': share = 0} = metrics;
	return queue < thresholds['queue-full'] / 10 && (time >= thresholds['read-slow'] || share >= mostOfTheTime)
		? filled(
				time > 0 ? say('reading an event takes {time}', {time: formatLatency(time)}) : '',
				share >= mostOfTheTime
					? say('{share} of the time waiting for events', {share: formatPercent(Math.min(1, share))})
					: '',
				say('queue {count}', {count: Math.round(queue)}),
			)
		: [];
};

/**
 * The brake of a syncer that is behind by `lag-least` or more; undefined where it is level or stands, where nothing is reported,
 * or where nothing shows it.
 */
export const brakeOf = (view: SubtaskView, thresholds: Thresholds): Brake | undefined => {
	const {metrics} = view;
	if (!metrics || (behindOf(view) ?? 0) < thresholds['lag-least']) {
		return undefined;
	}

	const downstream = downstreamEvidence(metrics, thresholds);
	if (downstream.length > 0) {
		return {side: 'downstream', evidence: downstream};
	}

	const upstream = upstreamEvidence(metrics, thresholds);
	return upstream.length > 0 ? {side: 'upstream', evidence: upstream} : undefined;
};

/** What is found of a brake. */
export const brakeFound = ({side, evidence}: Brake, fix: readonly string[]): Found => ({
	severity: 'warning',
	isSinceAtLeast: true,
	brief: `${say('slow: {side}', {side: say(side)})}${say(', ')}${evidence.slice(0, 2).join(say(', '))}`,
	what: say('It is behind, and the {side} is the reason: {evidence}', {
		side: say(side),
		evidence: evidence.join(say(', ')),
	}),
	why: [
		say('By DM’s metrics {metrics}', {
			metrics: listText(
				side === 'downstream'
					? ['dm_syncer_txn_duration_time', 'dm_syncer_queue_size', 'dm_syncer_add_job_duration']
					: ['dm_syncer_read_binlog_duration', 'dm_syncer_queue_size'],
			),
		}),
	],
	fix,
	operations: [],
	retries: 'yes',
});

/** When nothing is found of one. */
export const noBrake: Phrase =
	'It is less than a minute behind, it does not run, or its lag is not known. Or no Prometheus was given, nor --worker-metrics.';
