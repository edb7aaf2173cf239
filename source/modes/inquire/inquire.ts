/**
 * Runs `check`, `wait` and `export` over a provider.
 */
import type {Writable} from 'node:stream';
import type {Thresholds} from '../../findings/thresholds.js';
import type {MetricsSource} from '../../providers/metrics/metrics-source.js';
import type {Provider} from '../../providers/provider.js';
import {startWatch, type Watch} from '../../session/watching/watch.js';
import {type AlarmOptions, startAlarm} from '../alarms/alarm.js';
import {endOnSignals} from '../end-on-signals.js';
import {complainOfMetrics} from '../complain.js';
import {observeOnce} from '../once/observe-once.js';
import {ownVersion} from '../version.js';
import type {InquireCommand} from './inquiry.js';
import {check} from './check.js';
import {waitFor} from './wait.js';

/** What `check`, `wait` and `export` share: the cluster, its refreshes and where they write. */
export type InquireOptions = {
	/** The cluster's name. */
	readonly title: string;
	/** Between two refreshes, ms. */
	readonly interval: number;
	/** Thresholds from which something is reported. */
	readonly thresholds: Thresholds;
	/** The provider ends by itself, and only its last state counts. */
	readonly untilEnd: boolean;
	/** Where DM's metrics are read. */
	readonly metrics?: MetricsSource;
	/** Reads them periodically, while watching. */
	readonly follow: (watch: Watch, signal: AbortSignal) => Promise<void>;
	/** What `export` does at a new finding. */
	readonly alarm: AlarmOptions;
	readonly output: Writable;
	readonly errors: Writable;
};

/** Checks, waits or exports, and returns the exit code; that of a signal is in `process.exitCode`. */
export const inquire = async (
	provider: Provider,
	inquiry: InquireCommand,
	{title, interval, thresholds, untilEnd, metrics, follow, alarm, output, errors}: InquireOptions,
): Promise<number> => {
	if (inquiry.kind === 'check') {
		const look = await observeOnce(provider, {interval, thresholds, untilEnd, metrics});
		const {code, text} = check(look, {title, only: inquiry.only, tasks: inquiry.tasks});
		output.write(text);
		complainOfMetrics(errors, look.metricsProblem);
		return code;
	}

	const {signal, release} = endOnSignals();
	const watch = startWatch(provider, interval, {thresholds});
	if (inquiry.kind === 'export') {
		const {serveMetrics} = await import('../export/export.js');
		await follow(watch, signal);
		const stopAlarm = startAlarm(watch, alarm);
		try {
			await serveMetrics(watch, {
				address: inquiry.address,
				version: ownVersion(),
				signal,
				output,
			});
		} finally {
			stopAlarm();
			await watch.stop();
		}

		return 0;
	}

	const {task, sources, goal, timeout} = inquiry;
	const code = await waitFor(watch, {
		task,
		sources,
		goal,
		timeout,
		signal,
		output,
		errors,
	});
	await watch.stop();
	release();
	return code;
};
