/**
 * The simulator as a provider: a modelled DM cluster whose answers go through the same decoding as a real one's.
 */
import {setImmediate as nextTurn} from 'node:timers/promises';
import {Wakeup} from '../providers/waiting/wakeup.js';
import {createConfigReader, createRestorer} from '../providers/dm-master/readers/configs.js';
import {Vault} from '../providers/dm-master/secrets/vault.js';
import type {Provider} from '../providers/provider.js';
import {LiveSimulation, type SimulatorOptions} from './running/live.js';
import {metricPages} from './answers/metrics/metrics-page.js';
import {createLockReader} from './provider/lock-reader.js';
import {Observer} from './provider/observer.js';
import {SimulatedMaster} from './master/simulated-master.js';
import {createSimulatorOperator} from './provider/operator.js';
import {createSimulatedConfigs, createSimulatedReaders} from './provider/readers.js';

/** A provider for a simulation that others may use, too, such as a server. */
export const watchSimulation = (live: LiveSimulation): Provider => {
	const wakeup = new Wakeup();
	const observer = new Observer(live.simulation);
	const master = new SimulatedMaster(live);
	const vault = new Vault();
	const config = createConfigReader(createSimulatedConfigs(master), vault);
	const restore = createRestorer(config, vault);
	return {
		name: 'simulator',
		title: live.simulation.scenario.name,
		async *observe({signal, once, interval}) {
			while (!signal.aborted) {
				await live.catchUp(signal);
				for (const observation of observer.look(live.now(), {isOnce: once})) {
					yield observation;
					// A large cluster is split into many observations: keys are handled between them.
					await nextTurn();
				}

				if (once) {
					return;
				}

				await wakeup.wait(interval(), signal);
			}
		},
		refresh() {
			wakeup.ring();
		},
		operator: createSimulatorOperator(master, restore),
		readers: createSimulatedReaders(master, {configuration: config, restore}),
		locks: createLockReader(live),
		metrics: metricPages(async signal => master.present(signal)),
		now: () => live.now(),
	};
};

/**
 * A provider for a simulated cluster. Its time begins now and runs `speed` times as fast as the clock.
 *
 * @throws {NoScenarioError} When there is no such scenario.
 * @throws {ScenarioError} When the scenario has a mistake; the message names its line.
 */
export const createSimulatorProvider = (options: SimulatorOptions = {}): Provider =>
	watchSimulation(LiveSimulation.of(options));
