/**
 * Asks for the figures of DM's metrics periodically, and adds them to the provider's observations, for findings, plots
 * and recordings.
 */
import {setTimeout as pause} from 'node:timers/promises';
import type {ClusterView} from '../monitor/view.js';
import type {WorkersByAddress, MetricsSource} from '../providers/metrics/metrics-source.js';
import {emptyReading, type MetricsReading} from '../providers/metrics/reading.js';
import type {MetricsObservation, Problem} from '../providers/provider.js';
import {Backoff} from './backoff.js';
import type {Watch} from './watching/watch.js';

/** The interval, ms: DM's workers are scraped every 15 s. */
const between = 15_000;

/** Figures older than this, ms, say nothing about the present. */
const lasting = 90_000;

/** When the figures are asked for, and who hears of problems with that. */
export type FollowMetricsOptions = {
	/** Called with problems of the source, and with undefined when they are over. */
	readonly onProblem: (problem: Problem | undefined) => void;
	/** Aborted when dm-top ends. */
	readonly signal: AbortSignal;
	/** The time the figures are of, ms since the epoch. */
	readonly now: () => number;
	/** Waits a number of ms. */
	readonly wait?: (time: number, signal: AbortSignal) => Promise<void>;
};

/** The workers of a cluster by the addresses that they advertise. */
export const workersByAddress = ({workers}: Pick<ClusterView, 'workers'>): WorkersByAddress =>
	new Map(workers.map(({name, address}) => [address.replace(/^https?:\/\//v, ''), name]));

/** A reading as an observation. */
export const metricsObservation = (
	origin: string,
	at: number,
	reading: MetricsReading,
): MetricsObservation => ({
	kind: 'metrics',
	at,
	origin,
	...reading,
});

const waitFor = async (time: number, signal: AbortSignal): Promise<void> => {
	await pause(time, undefined, {signal, ref: false}).catch(() => undefined);
};

/** Asks until the signal is aborted. */
export const followMetrics = async (
	watch: Pick<Watch, 'current' | 'tell' | 'begun'>,
	source: Pick<MetricsSource, 'title' | 'reading'>,
	{onProblem, signal, now, wait = waitFor}: FollowMetricsOptions,
): Promise<void> => {
	const backoff = new Backoff();
	let readAt = -Infinity;
	let isTold = false;
	// Figures are only used for known subtasks.
	await watch.begun;
	while (!signal.aborted) {
		const reading = await source.reading(workersByAddress(watch.current()), signal);
		if (signal.aborted) {
			return;
		}

		if ('what' in reading) {
			onProblem(reading);
			if (isTold && now() - readAt > lasting) {
				watch.tell(metricsObservation('', now(), emptyReading));
				isTold = false;
			}

			await wait(backoff.afterProblem(), signal);
			continue;
		}

		backoff.end();
		readAt = now();
		isTold = true;
		onProblem(undefined);
		watch.tell(metricsObservation(source.title, readAt, reading));
		await wait(between, signal);
	}
};
