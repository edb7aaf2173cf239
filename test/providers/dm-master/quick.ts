import {createHttpProvider} from '../../../source/providers/dm-master/dm-master-provider.js';
import {parseMasterAddresses} from '../../../source/providers/dm-master/master-address.js';
import type {PollingPace} from '../../../source/providers/dm-master/polling/pace.js';
import type {TlsFiles} from '../../../source/providers/dm-master/connection/tls-files.js';
import type {
	Observation,
	Provider,
	SilenceObservation,
	StatusObservation,
} from '../../../source/providers/provider.js';

/**
 * A pace for tests: what takes seconds with people takes milliseconds here, save for what must not pass by
 * accident on a busy machine.
 */
export const quickPace: Partial<PollingPace> = {
	deadline: 5000,
	budget: 1000,
	minimumInterval: 20,
	membersEvery: 50,
	patience: 2000,
	fullEvery: 60_000,
	backoff: [20, 40],
	tellAfter: 100,
};

/** The HTTP provider for these addresses at a pace for tests. */
export const quickProvider = (addresses: string, pace: Partial<PollingPace> = {}, tls?: TlsFiles): Provider =>
	createHttpProvider({
		masters: parseMasterAddresses(addresses, {tls: tls !== undefined}),
		tls,
		pace: {...quickPace, ...pace},
	});

export const isStatus = (observation: Observation): observation is StatusObservation =>
	observation.kind === 'status';

/** A status of the whole cluster. */
export const isWhole = (observation: Observation): observation is StatusObservation =>
	isStatus(observation) && observation.asked === undefined;

/** The status of this one source. */
export const isStatusOf =
	(source: string) =>
	(observation: Observation): observation is StatusObservation =>
		isStatus(observation) && observation.asked?.join(',') === source;

/** The silence of everything. */
export const isSilence = (observation: Observation): observation is SilenceObservation =>
	observation.kind === 'silence' && observation.asked === undefined;

/** The silence of this one source. */
export const isSilenceOf =
	(source: string) =>
	(observation: Observation): observation is SilenceObservation =>
		observation.kind === 'silence' && observation.asked?.join(',') === source;
