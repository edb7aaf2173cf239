/** A simulated cluster in the state that a recorded answer tells of: nothing in it is made up but what nobody can see. */
import type {SourceJson, SubtaskJson, SyncJson} from '../../../../source/simulator/answers/messages.js';
import {byName} from '../../../../source/simulator/model/order.js';
import type {
	LockModel,
	RelayModel,
	Simulation,
	SourceModel,
	SubtaskModel,
	SyncState,
	TaskModel,
	WorkerModel,
} from '../../../../source/simulator/model/model.js';
import type {MigrateRule} from '../../../../source/simulator/model/task-config.js';
import {readScenario} from '../../../../source/simulator/scenario/read.js';
import type {KnownStage} from '../../../../source/simulator/model/stage.js';
import {firstLocation, Places, transactionOf} from '../places.js';
import {
	createUpstream,
	header,
	loadState,
	noRecording,
	syncState,
	validationState,
} from './recorded-states.js';
import type {Recorded} from './recording.js';

/** Builds the cluster part by part. */
class Loader {
	readonly #recorded: Recorded;
	readonly simulation: Simulation;

	constructor(recorded: Recorded) {
		this.#recorded = recorded;
		const members = recorded.members?.members ?? [];
		const target = recorded.tasks?.[0]?.target_config;
		this.simulation = {
			scenario: readScenario('recorded', '{"sources": [{"name": "none"}]}'),
			seed: 1,
			clusterId: 7_711_150_368_840_973_947n,
			epoch: 0,
			downstream: {host: target?.host ?? '127.0.0.1', port: target?.port ?? 4000},
			now: 0,
			masters: members
				.flatMap(({master}) => master?.masters ?? [])
				.map(master => ({
					name: master.name,
					address: master.clientURLs[0]?.replace('http://', '') ?? '',
					peerAddress: master.peerURLs[0]?.replace('http://', '') ?? '',
					memberId: master.memberID,
					isAlive: master.alive,
				})),
			leader: members.find(({leader}) => leader)?.leader?.name ?? 'm1',
			electedAt: Infinity,
			evicted: new Set(),
			workers: new Map(
				members
					.flatMap(({worker}) => worker?.workers ?? [])
					.map(({name, addr, stage, source}) => [
						name,
						{
							name,
							address: addr,
							isAlive: stage !== 'offline',
							isHung: false,
							source,
							relayDir: '',
							relaySource: '',
							offlineAt: stage === 'offline' ? 0 : Infinity,
						},
					]),
			),
			sources: new Map(),
			tasks: new Map(),
			specs: new Map(),
			locks: new Map(),
			checkpoints: new Map(),
			agenda: [],
			scheduled: 0,
		};
	}

	#worker(name: string, source: string): WorkerModel {
		const known = this.simulation.workers.get(name);
		const worker = known ?? {
			name,
			address: '',
			isAlive: true,
			isHung: false,
			source,
			relayDir: '',
			relaySource: '',
			offlineAt: Infinity,
		};
		this.simulation.workers.set(name, worker);
		return worker;
	}

	/** Who serves the source, and in what state, by what the master says of it. */
	#workerOf({sourceStatus: {source, worker}, msg}: SourceJson): string {
		if (worker === 'source not bound' || msg.includes('worker-client not found')) {
			return '';
		}

		const bound = this.simulation.workers.values().find(each => each.source === source);
		const name = worker === '' ? (bound?.name ?? `worker of ${source}`) : worker;
		const found = this.#worker(name, source);
		found.isHung = msg.includes('DeadlineExceeded');
		found.isAlive &&= !msg.includes('connection refused');
		return name;
	}

	#task(name: string): TaskModel {
		const known = this.simulation.tasks.get(name);
		if (known !== undefined) {
			return known;
		}

		const spec = this.#recorded.tasks?.find(task => task.name === name);
		const rules: MigrateRule[] = (spec?.table_migrate_rule ?? []).map(({source}) => ({
			source: source.source_name,
			schema: source.schema,
			table: source.table,
		}));
		const task: TaskModel = {
			name,
			mode: spec?.task_mode ?? 'all',
			shardMode: spec?.shard_mode ?? '',
			database: rules[0]?.schema ?? name,
			table: '',
			config: {
				onDuplicate: spec?.on_duplicate ?? 'replace',
				exportThreads: spec?.source_config.full_migrate_conf.export_threads ?? 0,
				importThreads: spec?.source_config.full_migrate_conf.import_threads ?? 0,
				replBatch: spec?.source_config.incr_migrate_conf.repl_batch ?? 0,
				replThreads: spec?.source_config.incr_migrate_conf.repl_threads ?? 0,
				rules: rules.toSorted((left, right) => left.source.localeCompare(right.source)),
			},
			subtasks: [],
		};
		this.simulation.tasks.set(name, task);
		return task;
	}

	#meta(task: string, source: string, places: Places): number | undefined {
		const config = this.#recorded.tasks
			?.find(({name}) => name === task)
			?.source_config.source_conf.find(({source_name: name}) => name === source);
		if (config?.binlog_gtid === undefined) {
			return undefined;
		}

		places.noteOffset(transactionOf(config.binlog_gtid), config.binlog_pos ?? 0);
		return transactionOf(config.binlog_gtid);
	}

	/** A subtask's part in a shard DDL; the lock comes with the first one that tells of it. */
	#shard(task: string, source: string, {unresolvedGroups}: SyncJson, places: Places): SyncState['shards'] {
		const [group] = unresolvedGroups;
		if (group === undefined) {
			return [];
		}

		const id = `${task}-${group.target}`;
		const lock: LockModel = this.simulation.locks.get(id) ?? {
			id,
			task,
			mode: 'pessimistic',
			target: group.target,
			DDLs: group.DDLs,
			owner: '',
			synced: new Set(),
			sources: [],
			resolvedAt: Infinity,
			conflict: undefined,
		};
		this.simulation.locks.set(id, {...lock, DDLs: lock.DDLs.length > 0 ? lock.DDLs : group.DDLs});
		if (group.synced.length === 0) {
			return [{lock: id, tables: [{name: group.target, transaction: Infinity}], reached: 0, isBarrier: true}];
		}

		const first = firstLocation(group.firstLocation);
		places.noteOffset(first.transaction, first.offset);
		this.simulation.locks.get(id)!.owner ||= source;
		return [
			{
				lock: id,
				tables: [
					...group.synced.map(name => ({name, transaction: first.transaction})),
					...group.unsynced.map(name => ({name, transaction: Infinity})),
				],
				reached: group.synced.length,
				isBarrier: true,
			},
		];
	}

	#subtask(json: SubtaskJson, source: SourceModel, places: Places): void {
		const task = this.#task(json.name);
		const {load, sync, result, validation} = json;
		const checkpoint = sync && places.note(sync.syncerBinlog, sync.syncerBinlogGtid);
		const subtask: SubtaskModel = {
			task,
			source,
			random: noRecording,
			meta: this.#meta(json.name, source.name, places),
			stage: json.stage as KnownStage,
			expected: json.stage === 'Paused' && result?.isCanceled === true ? 'Paused' : 'Running',
			unit: json.unit === 'InvalidUnit' ? '' : (json.unit as SubtaskModel['unit']),
			result: result ? {isCanceled: result.isCanceled, errors: result.errors} : undefined,
			changesAt: Infinity,
			dump: load && {
				totalTables: 0,
				totalBytes: 0,
				totalRows: 0,
				finishedBytes: 0,
				speed: 0,
				bps: 0,
				snapshot: places.note(load.metaBinlog, load.metaBinlogGTID),
			},
			load: load && loadState(load, source.worker),
			sync: sync && syncState(sync, checkpoint ?? 0, this.#shard(json.name, source.name, sync, places)),
			validation: validation ? validationState(validation, places) : undefined,
			faults: [],
			operators: new Map(),
			structures: new Map(),
			stalledUntil: -Infinity,
			leaves: [],
			safeModeUntil: -Infinity,
			resumedAt: 0,
			backoff: 1,
			resumes: 0,
		};
		task.subtasks.push(subtask);
		source.subtasks.push(subtask);
	}

	#relay({relayStatus}: SourceJson['sourceStatus'], places: Places): RelayModel | undefined {
		return relayStatus
			? {
					stage: relayStatus.stage as KnownStage,
					result: undefined,
					transaction: places.note(relayStatus.relayBinlog, relayStatus.relayBinlogGtid) ?? 0,
					capacity: 0,
					fault: undefined,
					resumedAt: 0,
					backoff: 1,
				}
			: undefined;
	}

	/** Tasks that are there although no answer tells of them, since no worker answers. */
	#silentTasks(source: SourceModel, places: Places): void {
		const listed = (this.#recorded.tasks ?? []).filter(({source_config: config}) =>
			config.source_conf.some(({source_name: name}) => name === source.name),
		);
		for (const {name} of listed) {
			if (source.subtasks.every(subtask => subtask.task.name !== name)) {
				this.#subtask(
					{
						name,
						stage: 'Running',
						unit: 'InvalidUnit',
						result: null,
						unresolvedDDLLockID: '',
						validation: null,
					},
					source,
					places,
				);
			}
		}
	}

	source(json: SourceJson): void {
		const places = new Places();
		const {sourceStatus, subTaskStatus} = json;
		const gtids = [
			...subTaskStatus.flatMap(({sync, load}) => [sync?.syncerBinlogGtid, load?.metaBinlogGTID]),
			sourceStatus.relayStatus?.relayBinlogGtid,
		];
		const server = /^\d+-\d+/v.exec(gtids.find(Boolean) ?? '')?.[0] ?? '';
		const spec = this.#recorded.sources?.find(({source_name: name}) => name === sourceStatus.source);
		const upstream = createUpstream(server, spec);
		const source: SourceModel = {
			name: sourceStatus.source,
			worker: this.#workerOf(json),
			checkPhase: 0,
			upstream,
			isEnabled: true,
			enablesRelay: false,
			relayStage: 'Running',
			relays: new Map(),
			subtasks: [],
		};
		for (const subtask of subTaskStatus) {
			this.#subtask(subtask, source, places);
		}

		const relay = this.#relay(sourceStatus, places);
		if (relay !== undefined) {
			source.relays.set(source.worker, relay);
		}

		this.#silentTasks(source, places);
		const master = subTaskStatus.find(({sync}) => sync)?.sync ?? sourceStatus.relayStatus;
		upstream.transaction = master ? (places.note(master.masterBinlog, master.masterBinlogGtid) ?? 1) : 1;
		upstream.rotations.push(...places.rotations(header));
		this.simulation.sources.set(source.name, source);
	}
}

/** The cluster that a recording tells of, at second 0. */
export const recordedCluster = (recorded: Recorded): Simulation => {
	const loader = new Loader(recorded);
	for (const source of recorded.status.sources) {
		loader.source(source);
	}

	for (const task of loader.simulation.tasks.values()) {
		task.subtasks.sort((left, right) => byName(left.source, right.source));
	}

	return loader.simulation;
};
