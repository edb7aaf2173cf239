/** Masters and workers: who leads, who serves which source, who is dead. */
import {takeOver} from '../subtask/subtask.js';
import type {Simulation, SourceModel, WorkerModel} from '../model/model.js';
import {relayOf} from '../model/relays.js';
import {cureFaults} from '../subtask/fault.js';
import {resumeRelay, settleRelays} from './relay.js';

/** A worker's stage as `members` lists it. */
export type WorkerStage = 'offline' | 'free' | 'bound' | 'relay';

/** A worker's stage as `members` prints it. `relay`: it pulls a relay log and serves no source. */
export const workerStage = (simulation: Simulation, worker: WorkerModel): WorkerStage => {
	if (worker.offlineAt <= simulation.now) {
		return 'offline';
	}

	if (worker.source !== '') {
		return 'bound';
	}

	return worker.relaySource === '' ? 'free' : 'relay';
};

/** Binds a source to a worker: its subtasks begin there from their checkpoints. */
export const bind = (simulation: Simulation, source: SourceModel, worker: WorkerModel): void => {
	source.worker = worker.name;
	worker.source = source.name;
	for (const subtask of source.subtasks) {
		takeOver(subtask, simulation.now);
		// It begins with the worker's own relay-dir.
		cureFaults(subtask, 'relay');
	}

	settleRelays(simulation, source);
	const relay = relayOf(source);
	if (relay !== undefined && source.relayStage === 'Running') {
		resumeRelay(relay, simulation.now);
	}
};

/** Unbinds a source from its worker. */
export const unbind = (simulation: Simulation, source: SourceModel): void => {
	const worker = simulation.workers.get(source.worker);
	if (worker !== undefined) {
		worker.source = '';
	}

	source.worker = '';
	settleRelays(simulation, source);
};

const isIn = (simulation: Simulation, worker: WorkerModel, stage: WorkerStage): boolean =>
	worker.isAlive && workerStage(simulation, worker) === stage;

/** A worker dies; the masters notice when its keepalive has run out. */
export const killWorker = (simulation: Simulation, worker: WorkerModel, noticedAfter: number): void => {
	worker.isAlive = false;
	worker.isHung = false;
	worker.offlineAt = simulation.now + noticedAfter;
};

/** A worker comes back: to its source if its absence was not noticed, free otherwise. */
export const reviveWorker = (simulation: Simulation, worker: WorkerModel): void => {
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
		const source = simulation.sources.get(worker.source);
		if (source !== undefined && !worker.isAlive && worker.offlineAt <= simulation.now) {
			unbind(simulation, source);
		}
	}
};

/** Binds sources without a worker to available ones, in the order of names. */
export const bindFree = (simulation: Simulation): void => {
	for (const source of simulation.sources.values()) {
		if (source.worker !== '') {
			continue;
		}

		const workers = simulation.workers.values().toArray();
		// A worker that pulls its relay log is preferred over a free one.
		const worker =
			workers.find(each => isIn(simulation, each, 'relay') && each.relaySource === source.name) ??
			workers.find(each => isIn(simulation, each, 'free'));
		if (worker !== undefined) {
			bind(simulation, source, worker);
		}
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

/** Whether a worker works: it is alive and not suspended. */
export const isWorking = ({workers}: Simulation, name: string): boolean => {
	const worker = workers.get(name);
	return worker !== undefined && worker.isAlive && !worker.isHung;
};

/** Whether anything runs for a source. */
export const isServed = (simulation: Simulation, {worker}: SourceModel): boolean =>
	isWorking(simulation, worker);

/**
 * Whether a status call to a worker of a source hangs: the worker does, or it waits for an upstream that has frozen.
 */
export const isSilent = ({workers}: Simulation, {upstream}: SourceModel, name: string): boolean => {
	const worker = workers.get(name);
	return worker !== undefined && worker.isAlive && (worker.isHung || upstream.isFrozen);
};
