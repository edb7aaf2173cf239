import type {MetricsSource} from '../../providers/metrics/metrics-source.js';
import type {Provider} from '../../providers/provider.js';
import type {Flags} from '../command-line/flags.js';

/** Where DM's metrics are read; only loaded where the flags name something. */
export const metricsOf = async (flags: Flags, provider: Provider): Promise<MetricsSource | undefined> => {
	if (!flags.prometheus && !flags.workerMetrics) {
		return undefined;
	}

	const {openMetrics} = await import('./open-metrics.js');
	return openMetrics(flags, provider);
};
