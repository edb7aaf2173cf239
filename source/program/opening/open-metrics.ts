/**
 * Opens the source of DM's metrics that the flags name.
 */
import {Agent} from 'undici';
import {say} from '../../language/say.js';
import type {TlsFiles} from '../../providers/dm-master/connection/tls-files.js';
import type {MetricsSource, MetricsStore} from '../../providers/metrics/metrics-source.js';
import type {Problem, Provider} from '../../providers/provider.js';
import {sanitize} from '../../terminal/sanitize.js';
import {whyThrown} from '../../terminal/thrown.js';
import type {Flags} from '../command-line/flags.js';
import {timeOf} from '../../providers/steady-clock.js';
import {plainProblem} from '../../providers/problem.js';

/** A page larger than this is not read, bytes. */
const mostBytes = 32 * 1024 * 1024;

/** Asks a worker for its page; it does not throw. */
const pageFetcher = async (tls: TlsFiles, deadline: number) => {
	const {readTlsFiles} = await import('../../providers/dm-master/connection/tls-files.js');
	const texts = await readTlsFiles(tls);
	const agent = new Agent({connect: texts, allowH2: false, maxResponseSize: mostBytes});
	return async (url: URL, signal: AbortSignal): Promise<string | Problem> => {
		try {
			const {statusCode, body} = await agent.request({
				origin: url.origin,
				path: `${url.pathname}${url.search}`,
				method: 'GET',
				headers: {accept: 'text/plain'},
				signal: AbortSignal.any([signal, AbortSignal.timeout(deadline)]),
			});
			const text = await body.text();
			return statusCode === 200
				? text
				: plainProblem(
						say('The worker at {host} answered HTTP {status}', {host: url.host, status: statusCode}),
					);
		} catch (error) {
			return plainProblem(
				sanitize(
					say('The worker at {host} could not be asked: {why}', {
						host: url.host,
						why: whyThrown(error),
					}),
				),
			);
		}
	};
};

/** The metrics store that the flags name. */
const openStore = async (
	address: NonNullable<Flags['prometheus']>,
	deadline: number,
): Promise<MetricsStore> => {
	const [{withAuthorization}, {createPrometheus}] = await Promise.all([
		import('../../providers/metrics/prometheus/authorization.js'),
		import('../../providers/metrics/prometheus/prometheus.js'),
	]);
	return createPrometheus({...(await withAuthorization(address)), deadline});
};

/** Where the figures of DM's metrics come from; undefined where the flags name nothing. */
export const openMetrics = async (
	{prometheus, workerMetrics, origin, deadline}: Flags,
	provider: Provider,
): Promise<MetricsSource | undefined> => {
	if (prometheus) {
		return openStore(prometheus, deadline);
	}

	if (!workerMetrics) {
		return undefined;
	}

	const {createWorkerPages} = await import('../../providers/metrics/worker-pages/worker-pages.js');
	const tls: TlsFiles = origin.kind === 'http' ? origin.tls : {};
	return createWorkerPages({
		addresses: workerMetrics,
		tls: tls.ca !== undefined,
		fetchPage: await pageFetcher(tls, deadline),
		pages: provider.metrics,
		now: () => timeOf(provider),
	});
};
