/** The events of a scenario: what its author lets happen to the cluster. */
import {beginShardDdl, quoted, removeLock} from '../subtask/shard.js';
import {pause, resume, start, stop} from '../subtask/subtask.js';
import {relayErrors} from '../errors/relay-errors.js';
import {badDdl, unitErrors} from '../errors/unit-errors.js';
import type {EventSpec} from '../scenario/scenario.js';
import {schedule} from './agenda.js';
import {createTask} from './create.js';
import {killWorker, loseLeader, reviveWorker} from './members.js';
import type {Simulation, Source, Subtask, Task, Worker} from './model.js';
import {between} from './random.js';
import {createRelay, failRelay} from './relay.js';
import {ordinaryRate, rotate} from './upstream.js';

type Run = (simulation: Simulation, event: EventSpec) => void;

/** Seconds until the masters notice a dead worker, until an election is over, until the relay gives up. */
const keepalive = 20;
const election = 55;
const relayGivesUp = 60;

const subtasksOf = (simulation: Simulation, event: EventSpec): readonly Subtask[] =>
	(simulation.tasks.get(event.task)?.subtasks ?? []).filter(
		subtask => event.source === '' || subtask.source.name === event.source,
	);

const sourcesOf = (simulation: Simulation, event: EventSpec): readonly Source[] =>
	simulation.sources
		.values()
		.filter(source => event.source === '' || source.name === event.source)
		.toArray();

const workerOf = (simulation: Simulation, event: EventSpec): Worker | undefined =>
	simulation.workers.get(
		event.worker === '' ? (simulation.sources.get(event.source)?.worker ?? '') : event.worker,
	);

const injectError: Run = (simulation, event) => {
	const {make, unit, inBinlog, ddl} = unitErrors[event.error] ?? {};
	if (make === undefined || unit === undefined) {
		return;
	}

	for (const subtask of subtasksOf(simulation, event)) {
		const sql = event.sql === '' ? badDdl(subtask) : event.sql;
		subtask.faults.push({
			unit,
			transaction: inBinlog === true ? Math.floor(subtask.source.upstream.transaction) + 1 : undefined,
			ddl: ddl === true,
			until: simulation.now + event.lasts,
			error: (failing, transaction) => make(failing, transaction, sql),
		});
	}
};

const upstreamDown: Run = (simulation, event) => {
	for (const source of sourcesOf(simulation, event)) {
		const {upstream, relay} = source;
		upstream.reachable = false;
		const back = simulation.now + event.lasts;
		if (relay !== undefined) {
			schedule(simulation, simulation.now + relayGivesUp, ({now}) => {
				const refused = relayErrors['upstream-refused'];
				if (!upstream.reachable && source.relay !== undefined && refused !== undefined) {
					failRelay(source.relay, refused(source), back, now);
				}
			});
		}

		schedule(simulation, back, () => {
			upstream.reachable = true;
			rotate(upstream);
		});
	}
};

const shardDdl: Run = (simulation, event) => {
	const task = simulation.tasks.get(event.task);
	if (task === undefined) {
		return;
	}

	const shards = 3;
	beginShardDdl(simulation, task, event.sql, subtask => {
		const index = task.subtasks.indexOf(subtask);
		const delay = event.arrives[index] ?? event.arrives.at(-1) ?? 0;
		const tables = Array.from({length: shards}, (_, shard) => ({
			name: quoted(`${task.database}_${String(index + 1).padStart(2, '0')}`, `${task.table}_${shard + 1}`),
			transaction: Infinity,
		}));
		for (const [shard, table] of tables.entries()) {
			schedule(simulation, simulation.now + delay + Math.round(shard * between(subtask.random, 2, 8)), () => {
				table.transaction = Math.floor(subtask.source.upstream.transaction) + 1;
			});
		}

		return tables;
	});
};

const shardConflict: Run = (simulation, event) => {
	const task = simulation.tasks.get(event.task);
	if (task === undefined) {
		return;
	}

	const [first] = subtasksOf(simulation, event);
	if (first === undefined) {
		return;
	}

	const table = quoted(`${task.database}_01`, `${task.table}_2`);
	const lock = beginShardDdl(simulation, task, event.sql, subtask =>
		subtask === first
			? [{name: table, transaction: Math.floor(subtask.source.upstream.transaction) + 1}]
			: [],
	);
	if (lock === undefined) {
		return;
	}

	for (const subtask of task.subtasks) {
		if (subtask !== first && subtask.sync !== undefined) {
			subtask.sync.shard = undefined;
		}
	}

	lock.conflict = {
		source: first.source.name,
		table,
		message: `[code=11111:class=functional:scope=internal:level=medium], Message: fail to try sync the optimistic shard ddl lock ${lock.id}: there will be conflicts if DDLs ${event.sql} are applied to the downstream. old joined table: CREATE TABLE ${lock.target}, Workaround: Please use \`show-ddl-locks\` command for more details.`,
	};
	schedule(simulation, simulation.now + event.lasts, later => {
		removeLock(later, lock);
	});
};

/** Deletes a task, as DM's Delete does. */
export const deleteTask = (simulation: Simulation, task: Task): void => {
	for (const lock of simulation.locks.values()) {
		if (lock.task === task.name) {
			removeLock(simulation, lock);
		}
	}

	for (const subtask of task.subtasks) {
		subtask.source.subtasks.splice(subtask.source.subtasks.indexOf(subtask), 1);
	}

	simulation.tasks.delete(task.name);
};

const restart: Run = (simulation, event) => {
	const spec = simulation.scenario.tasks.find(candidate => candidate.name === event.task);
	const task = simulation.tasks.get(event.task);
	if (task !== undefined) {
		deleteTask(simulation, task);
	}

	if (spec !== undefined) {
		const unit = spec.mode === 'incremental' ? 'Sync' : 'Dump';
		const fresh = createTask(simulation, {...spec, unit, progress: 0, behind: 0, state: 'new'});
		for (const subtask of fresh.subtasks) {
			subtask.changesAt = simulation.now + 2;
			if (subtask.sync !== undefined) {
				subtask.sync.rows = 0;
			}
		}
	}
};

const onSubtasks =
	(act: (subtask: Subtask, now: number) => boolean): Run =>
	(simulation, event) => {
		for (const subtask of subtasksOf(simulation, event)) {
			act(subtask, simulation.now);
		}
	};

/** What each kind of event does. */
export const eventKinds: Readonly<Record<string, Run>> = {
	pause: onSubtasks(pause),
	resume: onSubtasks(resume),
	stop: onSubtasks(stop),
	start: onSubtasks((subtask, now) => {
		if (subtask.stage === 'New') {
			subtask.changesAt = now;
			return true;
		}

		return start(subtask, now);
	}),
	delete(simulation, event) {
		const task = simulation.tasks.get(event.task);
		if (task !== undefined) {
			deleteTask(simulation, task);
		}
	},
	restart,
	error: injectError,
	'upstream-down': upstreamDown,
	'upstream-load'(simulation, event) {
		for (const {upstream} of sourcesOf(simulation, event)) {
			const before = upstream.rate;
			upstream.rate = event.rows;
			schedule(simulation, simulation.now + event.lasts, () => {
				upstream.rate = before;
			});
		}
	},
	'relay-error'(simulation, event) {
		for (const source of sourcesOf(simulation, event)) {
			const make = relayErrors[event.error];
			if (source.relay !== undefined && make !== undefined) {
				failRelay(source.relay, make(source), simulation.now + event.lasts, simulation.now);
			}
		}
	},
	'relay-on'(simulation, event) {
		for (const source of sourcesOf(simulation, event)) {
			source.relay ??= createRelay(
				source.upstream.transaction,
				Math.max(60, ordinaryRate(source.upstream) * 8),
			);
		}
	},
	'relay-off'(simulation, event) {
		for (const source of sourcesOf(simulation, event)) {
			source.relay = undefined;
		}
	},
	'worker-dies'(simulation, event) {
		const worker = workerOf(simulation, event);
		if (worker === undefined) {
			return;
		}

		killWorker(simulation, worker, keepalive);
		schedule(simulation, simulation.now + event.lasts, later => {
			reviveWorker(later, worker);
		});
	},
	'worker-hangs'(simulation, event) {
		const worker = workerOf(simulation, event);
		if (worker === undefined) {
			return;
		}

		worker.hung = true;
		schedule(simulation, simulation.now + event.lasts, () => {
			worker.hung = false;
		});
	},
	'leader-dies'(simulation, event) {
		const master = simulation.masters.find(candidate => candidate.name === simulation.leader);
		if (master === undefined) {
			return;
		}

		master.alive = false;
		loseLeader(simulation, election);
		schedule(simulation, simulation.now + event.lasts, () => {
			master.alive = true;
		});
	},
	'shard-ddl': shardDdl,
	'shard-conflict': shardConflict,
};

const scheduleEvent = (simulation: Simulation, event: EventSpec, at: number): void => {
	schedule(simulation, at, later => {
		eventKinds[event.do]?.(later, event);
		if (event.every > 0) {
			scheduleEvent(later, event, at + event.every);
		}
	});
};

/** Puts all events of the scenario on the agenda. */
export const scheduleEvents = (simulation: Simulation): void => {
	for (const event of simulation.scenario.events) {
		scheduleEvent(simulation, event, event.at);
	}
};
