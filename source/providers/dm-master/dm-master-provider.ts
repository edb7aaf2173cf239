import {withoutSecrets} from '../../dm/secrets/without-secrets.js';
import {say} from '../../language/say.js';
import {Wakeup} from '../waiting/wakeup.js';
import {observeWork} from '../waiting/observation-queue.js';
import type {Observation, Provider} from '../provider.js';
import {Budget} from './polling/budget.js';
import {askOnce} from './polling/ask-once.js';
import {MasterAddressError, type MasterAddress} from './master-address.js';
import type {WatchState} from './polling/conversation.js';
import type {MasterWatch} from './polling/master-watch.js';
import {askOverHttp, type OperateAccess} from './operate/access.js';
import {createOperator} from './operator.js';
import {defaultPace, type PollingPace} from './polling/pace.js';
import {createConfigSource} from './config-source.js';
import {createConfigReader, createRestorer} from './readers/configs.js';
import {createReaders} from './readers.js';
import {Vault} from './secrets/vault.js';
import {Schedule} from './polling/schedule.js';
import type {TlsFiles} from './connection/tls-files.js';
import {watchCluster} from './polling/watch-cluster.js';

/** The dm-masters of a cluster, and how they are asked. */
export type HttpProviderOptions = {
	/** As `parseMasterAddresses` gives them. No other address is ever connected to. */
	readonly masters: readonly MasterAddress[];
	/** For https; read again at each new connection. */
	readonly tls?: TlsFiles;
	/** Default: the addresses. */
	readonly title?: string;
	/** `deadline`, `budget` and the rest; default: `defaultPace`. */
	readonly pace?: Partial<PollingPace>;
};

/**
 * Watches a DM cluster over a dm-master's `/apis/v1alpha1`.
 *
 * @throws {MasterAddressError} When there is no master to ask.
 */
export const createHttpProvider = (options: HttpProviderOptions): Provider => {
	const [first, ...others] = options.masters;
	if (!first) {
		throw new MasterAddressError(
			say('There is no dm-master address. Write host:port, such as 10.0.1.11:8261.'),
		);
	}

	const pace: PollingPace = {...defaultPace, ...options.pace};
	const access = {masters: [first, ...others] as const, tls: options.tls ?? {}, pace};
	const wakeup = new Wakeup();
	const schedule = new Schedule({longestWait: pace.backoff.at(-1) ?? pace.deadline});
	let watch: MasterWatch | undefined;
	/** The master that gave the last answer. */
	let endpoint = '';
	const operating: OperateAccess = {...access, preferred: () => endpoint};
	const vault = new Vault();
	const configs = createConfigReader(createConfigSource(operating), vault);
	const restore = createRestorer(configs, vault);
	return {
		name: 'http',
		title: options.title ?? options.masters.map(({label}) => label).join(', '),
		observe({signal, once, interval}) {
			return observeWork(signal, async (queue, workSignal) => {
				const push = (observation: Observation): void => {
					if (observation.kind === 'cluster') {
						endpoint = observation.endpoint ?? endpoint;
					}

					// Without secrets: a status since it was read, a silence since the call failed.
					queue.push(observation);
				};

				if (once) {
					await askOnce({...access, signal: workSignal, push});
					return;
				}

				const state: WatchState = {
					schedule,
					budget: new Budget({rate: pace.budget, burst: pace.burst}),
					known: new Set(),
					fullDueAt: 0,
					unbound: new Set(),
				};
				await watchCluster({
					...access,
					state,
					signal: workSignal,
					interval: () => Math.max(pace.minimumInterval, interval()),
					push,
					waiting: () => queue.size,
					wakeup,
					watching(current) {
						watch = current;
					},
				});
			});
		},
		refresh() {
			if (watch) {
				watch.refresh();
			} else {
				wakeup.ring();
			}
		},
		focus(sources) {
			schedule.focus(sources);
		},
		operator: createOperator(operating, restore),
		readers: createReaders(operating, configs, restore),
		metrics: {
			async master(signal) {
				const asked = await askOverHttp(operating, signal, async master =>
					master.metrics({deadline: pace.deadline, signal}),
				);
				return 'problem' in asked ? asked.problem : asked.value;
			},
		},
		locks: {
			async list(signal, task = '') {
				// Imported here, since it loads all of gRPC.
				const {listLocks} = await import('./grpc/locks.js');
				return withoutSecrets(await listLocks(task, operating, signal));
			},
		},
	};
};
