/** Masters and workers: who leads, who serves which source, who is dead. */
import {takeOver} from '../subtask/subtask.js';
import type {Simulation, Source, Worker} from './model.js';
import {resumeRelay} from './relay.js';

/** A worker's stage as `members` prints it. */
export const workerStage = (simulation: Simulation, worker: Worker): 'offline' | 'free' | 'bound' => {
	if (worker.offlineAt <= simulation.now) {
		return 'offline';
	}

	return worker.source === '' ? 'free' : 'bound';
};

/** Gives a source to a worker: what runs on it begins there from its checkpoints. */
export const bind = (simulation: Simulation, source: Source, worker: Worker): void => {
	source.worker = worker.name;
	worker.source = source.name;
	for (const subtask of source.subtasks) {
		takeOver(subtask, simulation.now);
	}

	const {relay} = source;
	if (relay === undefined) {
		return;
	}

	// The new worker has no relay log yet: it pulls from the oldest checkpoint on.
	const checkpoints = source.subtasks.map(({sync}) => sync?.checkpoint ?? Infinity);
	relay.transaction = Math.min(relay.transaction, ...checkpoints);
	resumeRelay(relay, simulation.now);
};

/** Takes a source from its worker. */
export const unbind = (simulation: Simulation, source: Source): void => {
	const worker = simulation.workers.get(source.worker);
	if (worker !== undefined) {
		worker.source = '';
	}

	source.worker = '';
};

/** Whether a worker may be given a source. */
export const isFree = (simulation: Simulation, worker: Worker): boolean =>
	worker.isAlive && workerStage(simulation, worker) === 'free';

/** A worker dies; the masters notice when its keepalive has run out. */
export const killWorker = (simulation: Simulation, worker: Worker, noticedAfter: number): void => {
	worker.isAlive = false;
	worker.isHung = false;
	worker.offlineAt = simulation.now + noticedAfter;
};

/** A worker comes back: to its source when nobody has noticed, free otherwise. */
export const reviveWorker = (simulation: Simulation, worker: Worker): void => {
	worker.isAlive = true;
	worker.isHung = false;
	worker.offlineAt = Infinity;
	const source = simulation.sources.get(worker.source);
	if (source !== undefined) {
		bind(simulation, source, worker);
	}
};

/** The leader dies or leaves: nobody leads until the election is over. */
export const loseLeader = (simulation: Simulation, electedAfter: number): void => {
	simulation.leader = '';
	simulation.electedAt = simulation.now + electedAfter;
};

const elect = (simulation: Simulation): void => {
	const alive = simulation.masters.filter(master => master.isAlive);
	const next = alive.find(master => !simulation.evicted.has(master.name));
	if (next === undefined || !(alive.length * 2 > simulation.masters.length)) {
		return;
	}

	simulation.leader = next.name;
	simulation.electedAt = Infinity;
};

const noticeDeadWorkers = (simulation: Simulation): void => {
	for (const worker of simulation.workers.values()) {
		if (!(!worker.isAlive && worker.source !== '' && worker.offlineAt <= simulation.now)) {
			continue;
		}

		const source = simulation.sources.get(worker.source);
		if (source !== undefined) {
			unbind(simulation, source);
		}
	}
};

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

/** One second of keepalives and elections. Without a leader nobody notices a dead worker or binds a source. */
export const stepMembers = (simulation: Simulation): void => {
	if (simulation.electedAt <= simulation.now) {
		elect(simulation);
	}

	if (simulation.leader === '') {
		return;
	}

	noticeDeadWorkers(simulation);
	bindFree(simulation);
};

/** Whether anything runs for a source: its worker lives and is not stopped. */
export const isServed = (simulation: Simulation, source: Source): boolean => {
	const worker = simulation.workers.get(source.worker);
	return worker !== undefined && worker.isAlive && !worker.isHung;
};
