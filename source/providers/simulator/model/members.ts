/** Masters and workers: who leads, who serves which source, who is dead. */
import {beginAnew} from '../subtask/subtask.js';
import type {Simulation, Source, Worker} from './model.js';

/** A worker's stage as `members` prints it. */
export const workerStage = (simulation: Simulation, worker: Worker): 'offline' | 'free' | 'bound' =>
	worker.offlineAt <= simulation.now ? 'offline' : worker.source === '' ? 'free' : 'bound';

/** Gives a source to a worker: everything on it begins anew from its checkpoints. */
export const bind = (simulation: Simulation, source: Source, worker: Worker): void => {
	source.worker = worker.name;
	worker.source = source.name;
	for (const subtask of source.subtasks) {
		beginAnew(subtask, simulation.now);
	}
};

const isFree = (simulation: Simulation, worker: Worker): boolean =>
	worker.alive && worker.source === '' && worker.offlineAt > simulation.now;

/** Gives sources without a worker to free ones, in the order of names. */
const bindFree = (simulation: Simulation): void => {
	for (const source of simulation.sources.values()) {
		if (source.worker !== '') {
			continue;
		}

		const worker = simulation.workers.values().find(candidate => isFree(simulation, candidate));
		if (worker === undefined) {
			return;
		}

		bind(simulation, source, worker);
	}
};

/** A worker dies; the masters notice when its keepalive has run out. */
export const killWorker = (simulation: Simulation, worker: Worker, noticedAfter: number): void => {
	worker.alive = false;
	worker.hung = false;
	worker.offlineAt = simulation.now + noticedAfter;
};

/** A worker comes back, free or with the source that nobody took. */
export const reviveWorker = (simulation: Simulation, worker: Worker): void => {
	const wasNoticed = worker.offlineAt <= simulation.now;
	worker.alive = true;
	worker.hung = false;
	worker.offlineAt = Infinity;
	const source = simulation.sources.get(worker.source);
	if (source !== undefined && !wasNoticed) {
		bind(simulation, source, worker);
	}
};

/** The leader dies or leaves: nobody leads until the election is over. */
export const loseLeader = (simulation: Simulation, electedAfter: number): void => {
	simulation.leader = '';
	simulation.electedAt = simulation.now + electedAfter;
};

/** One second of keepalives and elections. */
export const stepMembers = (simulation: Simulation): void => {
	const {now} = simulation;
	if (simulation.electedAt <= now) {
		const alive = simulation.masters.filter(master => master.alive);
		const hasQuorum = alive.length * 2 > simulation.masters.length;
		const next = alive.find(master => !simulation.evicted.has(master.name)) ?? alive[0];
		if (hasQuorum && next !== undefined) {
			simulation.leader = next.name;
			simulation.electedAt = Infinity;
		}
	}

	if (simulation.leader === '') {
		// Without a leader nobody notices a dead worker and nobody binds a source.
		return;
	}

	for (const worker of simulation.workers.values()) {
		if (worker.alive || !(worker.offlineAt <= now) || worker.source === '') {
			continue;
		}

		const source = simulation.sources.get(worker.source);
		worker.source = '';
		if (source?.worker === worker.name) {
			source.worker = '';
		}
	}

	bindFree(simulation);
};

/** Whether anything runs for a source: its worker lives and is not stopped. */
export const isServed = (simulation: Simulation, source: Source): boolean => {
	const worker = simulation.workers.get(source.worker);
	return worker !== undefined && worker.alive && !worker.hung;
};
