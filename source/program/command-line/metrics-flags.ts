/** Where metrics come from. */
import {say} from '../../language/say.js';
import {type PrometheusAddress, readPrometheusAddress} from '../../providers/metrics/prometheus/address.js';
import {
	readWorkerAddresses,
	type WorkerAddresses,
} from '../../providers/metrics/worker-pages/worker-addresses.js';
import type {FlagValues} from '../../settings/flags/flags.js';
import {UsageError} from '../../settings/usage-error.js';

/** The store of metrics, where one is named. */
export const readPrometheus = (values: FlagValues): PrometheusAddress | undefined => {
	const {prometheus: address = '', 'prometheus-token-file': tokenFile, 'prometheus-label': labels} = values;
	if (address === '') {
		return undefined;
	}

	const read = readPrometheusAddress({address, tokenFile, labels});
	if (typeof read === 'string') {
		throw new UsageError(read);
	}

	return read;
};

/** The workers whose metrics are read directly. */
export const readWorkerMetrics = (values: FlagValues): WorkerAddresses | undefined => {
	const {'worker-metrics': text, 'ssl-ca': ca, prometheus} = values;
	if (text === undefined) {
		return undefined;
	}

	if (prometheus !== undefined) {
		throw new UsageError(say('Give --prometheus or --worker-metrics, not both.'));
	}

	const read = readWorkerAddresses(text, ca !== undefined);
	if (typeof read === 'string') {
		throw new UsageError(read);
	}

	return read;
};
