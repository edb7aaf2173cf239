/** Which side slows a syncer down: the downstream that applies changes, or the upstream that supplies them. */
import {formatLatency, formatPercent} from '../../components/quantity.js';
import type {MetricValues} from '../../dm/metrics/catalogue.js';
import type {SubtaskView} from '../../monitor/view.js';
import type {Found} from '../rule.js';
import type {Thresholds} from '../thresholds.js';
import {filled} from '../words.js';
import {say} from '../../language/say.js';
import {listNames} from '../../language/sentences.js';
import type {Phrase} from '../../language/text.js';

/** A side and the evidence for it, the strongest first: "transactions p95 1.8 s", "queue 1024". */
export type Brake = {readonly side: 'downstream' | 'upstream'; readonly evidence: readonly string[]};

/** Waiting for this fraction of a second indicates a bottleneck. */
const mostOfTheTime = 0.5;

/** The certain part of its lag, s; undefined where it is level, or not known. */
const behindOf = ({lag, subtask, stale}: SubtaskView): number | undefined =>
	subtask.unit === 'Sync' && subtask.stage === 'Running' && stale === '' && lag.kind === 'seconds'
		? lag.seconds
		: undefined;

const downstreamEvidence = (metrics: MetricValues, thresholds: Thresholds): readonly string[] => {
	const {queue = 0, 'transaction-p95': time = 0, 'queue-share': share = 0} = metrics;
	const isFull = queue >= thresholds['queue-full'];
	const isSlow = time >= thresholds['txn-slow'];
	// A slow transaction may just be a large one: it only counts where changes queue up.
	return isFull || share >= mostOfTheTime || (isSlow && queue > 0)
		? filled(
				time > 0 ? say('transactions p95 {time}', {time: formatLatency(time)}) : '',
				isFull
					? say('queue full ({count})', {count: Math.round(queue)})
					: queue > 0
						? say('queue {count}', {count: Math.round(queue)})
						: '',
				share >= mostOfTheTime
					? say('{share} of the time spent waiting for the queue', {share: formatPercent(Math.min(1, share))})
					: '',
			)
		: [];
};

const upstreamEvidence = (metrics: MetricValues, thresholds: Thresholds): readonly string[] => {
	const {queue, 'read-latency': time = 0, 'read-share': share = 0} = metrics;
	return queue !== undefined &&
		queue < thresholds['queue-full'] / 10 &&
		(time >= thresholds['read-slow'] || share >= mostOfTheTime)
		? filled(
				time > 0 ? say('reading an event takes {time}', {time: formatLatency(time)}) : '',
				share >= mostOfTheTime
					? say('{share} of the time spent waiting for events', {share: formatPercent(Math.min(1, share))})
					: '',
				say('queue {count}', {count: Math.round(queue)}),
			)
		: [];
};

/**
 * The bottleneck of a syncer that is behind by `lag-least` or more; undefined where it is level, makes no progress, or
 * shows no evidence of one.
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

/** The finding about a bottleneck. */
export const brakeFound = ({side, evidence}: Brake, fix: readonly string[]): Found => ({
	severity: 'warning',
	isSinceAtLeast: true,
	brief: `${say('slow: {side}', {side: say(side)})}${say(', ')}${evidence.slice(0, 2).join(say(', '))}`,
	what: say('It is behind because of the {side}: {evidence}', {
		side: say(side),
		evidence: evidence.join(say(', ')),
	}),
	why: [
		say('By DM’s metrics {metrics}', {
			metrics: listNames(
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

/** When no finding is reported, for the rules that use this. */
export const noBrake: Phrase =
	'It is less than a minute behind or not running, or its lag is not known. Or neither a Prometheus address nor --worker-metrics was given.';
