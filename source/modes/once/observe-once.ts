/**
 * `--once`: observes the cluster once.
 */
import {say} from '../../language/say.js';
import {silentWithCluster} from '../../findings/evidence/silence.js';
import {withDiagnosis} from '../../findings/diagnose.js';
import type {DiagnosedView} from '../../findings/diagnosis.js';
import {isWarning} from '../../findings/finding.js';
import type {Thresholds} from '../../findings/thresholds.js';
import {createClusterState, observe} from '../../monitor/known.js';
import {view} from '../../monitor/showing/cluster.js';
import type {ClusterView} from '../../monitor/view.js';
import type {MetricsSource} from '../../providers/metrics/metrics-source.js';
import {workersByAddress, metricsObservation} from '../../session/follow-metrics.js';
import type {Observation, Provider, Problem} from '../../providers/provider.js';
import {timeOf} from '../../providers/steady-clock.js';
import {whyNoStatus} from '../no-status.js';
import {thrownProblem} from '../../providers/problem.js';

/** The cluster as `--once` found it. */
export type Observed = {
	readonly cluster: DiagnosedView;
	/** How many answers there were for the whole cluster. */
	readonly answers: number;
	/** Set when nothing was learnt. */
	readonly problem?: Problem;
	/** Why DM's metrics, where they were asked for, were not available. */
	readonly metricsProblem?: Problem | undefined;
};

/** 0: no finding is a warning or worse. 1: one is, or a source that has a worker has not answered. 2: nothing was learnt. */
export const exitCodeOf = ({cluster, problem}: Observed): 0 | 1 | 2 => {
	if (problem) {
		return 2;
	}

	return cluster.diagnosis.findings.some(finding => isWarning(finding)) ||
		silentWithCluster(cluster).size > 0 ||
		cluster.totals.sourcesUnheard > 0
		? 1
		: 0;
};

/** How often and how thoroughly `--once` looks. */
export type OnceOptions = {
	/** Milliseconds between two refreshes, for a provider that needs it. */
	readonly interval: number;
	/** Thresholds from which something is reported. Default: those of the table. */
	readonly thresholds?: Thresholds;
	/** The provider ends by itself, and only its last state counts: a recording. */
	readonly untilEnd: boolean;
	/** Asks dm-master for its DDL locks too, where the provider can. */
	readonly wantsLocks?: boolean;
	/** Where DM's metrics are read once. */
	readonly metrics?: Pick<MetricsSource, 'title' | 'reading'>;
};

/** How long to wait for the list of locks, ms: the rest is there already. */
const lockPatience = 5000;

/** Dm-master's own list of locks, which no status has; nothing where it is not available. */
const askForLocks = async ({locks: reader}: Provider, at: number): Promise<Observation[]> => {
	if (!reader) {
		return [];
	}

	const answer = await reader.list(AbortSignal.timeout(lockPatience)).catch(() => undefined);
	return answer === undefined || 'what' in answer ? [] : [{kind: 'locks', at, locks: answer}];
};

/** How long to wait for the metrics, ms: the rest is there already. */
const metricsPatience = 5000;

/** The current figures of DM's metrics, or why they are not available. */
const askForMetrics = async (
	metrics: Pick<MetricsSource, 'title' | 'reading'>,
	cluster: ClusterView,
): Promise<Observation | Problem> => {
	const reading = await metrics.reading(workersByAddress(cluster), AbortSignal.timeout(metricsPatience));
	return 'what' in reading ? reading : metricsObservation(metrics.title, cluster.now, reading);
};

/**
 * Observes once. A provider that would continue forever is stopped at its first answer for the whole cluster; with
 * `untilEnd` it runs to its end.
 */
export const observeOnce = async (
	provider: Provider,
	{interval, thresholds, untilEnd, wantsLocks = false, metrics}: OnceOptions,
): Promise<Observed> => {
	const controller = new AbortController();
	const known = createClusterState();
	let isAnswered = false;
	let answers = 0;
	let problem: Problem | undefined;
	try {
		const observations = provider.observe({signal: controller.signal, once: true, interval: () => interval});
		for await (const observation of observations) {
			observe(known, observation);
			if (observation.kind === 'status') {
				isAnswered = true;
				answers += observation.asked ? 0 : 1;
				if (!untilEnd && !observation.asked) {
					break;
				}
			} else if (observation.kind === 'silence' && !observation.asked) {
				problem = observation.problem;
			}
		}
	} catch (error) {
		problem = thrownProblem(error);
	} finally {
		controller.abort();
	}

	const now = timeOf(provider);
	for (const observation of wantsLocks && isAnswered ? await askForLocks(provider, now) : []) {
		observe(known, observation);
	}

	let metricsProblem: Problem | undefined;
	if (metrics && isAnswered) {
		const figures = await askForMetrics(metrics, view(known, now));
		if ('what' in figures) {
			metricsProblem = figures;
		} else {
			observe(known, figures);
		}
	}

	const cluster = withDiagnosis(view(known, now), undefined, thresholds);
	// An answer that only says that it failed does not count.
	const isRefused = cluster.at === 0 && cluster.problem !== undefined;
	if (isAnswered && !isRefused) {
		return {cluster, answers, metricsProblem};
	}

	// The message of a failed answer does not name its origin.
	const why = whyNoStatus(cluster);
	const said = why && {...why, what: say('{name}: {text}', {name: provider.title, text: why.what})};
	return {
		cluster,
		answers,
		problem: problem ??
			said ?? {
				what: say('{title} gave no status', {title: provider.title}),
				fix: provider.problem ?? '',
				detail: '',
			},
	};
};
