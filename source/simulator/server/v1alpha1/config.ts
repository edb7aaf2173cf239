/** `GET /apis/v1alpha1/tasks/{name}?type=`: the configuration of a task, a master, a worker or a source. */
import type {Json} from '../../answers/json.js';
import type {Simulation, Source, Task} from '../../model/model.js';

/** Pb.CfgType */
export const configTypes = {
	InvalidType: 0,
	TaskType: 1,
	MasterType: 2,
	WorkerType: 3,
	SourceType: 4,
	TaskTemplateType: 5,
} as const;

export type ConfigRequest = {
	readonly type: number;
	readonly name: string;
};

/** A text in YAML or TOML. */
const quoted = (text: string): string => JSON.stringify(text);

const taskYaml = ({downstream}: Simulation, {name, mode, shardMode, subtasks, config}: Task): string =>
	[
		`name: ${quoted(name)}`,
		`task-mode: ${mode}`,
		`is-sharding: ${shardMode !== ''}`,
		`shard-mode: ${quoted(shardMode)}`,
		'meta-schema: dm_meta',
		'online-ddl: true',
		'target-database:',
		`  host: ${downstream.host}`,
		`  port: ${downstream.port}`,
		'  user: dm',
		"  password: '******'",
		'mysql-instances:',
		...subtasks.map(({source}) => `- source-id: ${quoted(source.name)}`),
		'mydumpers:',
		'  global:',
		`    threads: ${config.exportThreads}`,
		'loaders:',
		'  global:',
		`    pool-size: ${config.importThreads}`,
		`    on-duplicate-logical: ${config.onDuplicate}`,
		'syncers:',
		'  global:',
		`    worker-count: ${config.replThreads}`,
		`    batch: ${config.replBatch}`,
		'',
	].join('\n');

const sourceYaml = ({name, upstream, relay}: Source): string =>
	[
		`source-id: ${quoted(name)}`,
		'enable: true',
		'enable-gtid: true',
		`enable-relay: ${relay !== undefined}`,
		`flavor: ${upstream.flavor}`,
		'from:',
		`  host: ${upstream.host}`,
		`  port: ${upstream.port}`,
		'  user: dm',
		"  password: '******'",
		'',
	].join('\n');

const toml = (name: string, address: string): string =>
	[`name = ${quoted(name)}`, `advertise-addr = ${quoted(address)}`, ''].join('\n');

/** The text, or why there is none. */
const findConfig = (
	simulation: Simulation,
	{type, name}: ConfigRequest,
): {readonly text: string} | {readonly msg: string} => {
	const {tasks, masters, workers, sources} = simulation;
	switch (type) {
		case configTypes.TaskType: {
			const task = tasks.get(name);
			return task === undefined ? {msg: 'task not found'} : {text: taskYaml(simulation, task)};
		}

		case configTypes.MasterType: {
			const master = masters.find(each => each.name === name);
			return master === undefined ? {msg: 'master not found'} : {text: toml(name, master.address)};
		}

		case configTypes.WorkerType: {
			const worker = workers.get(name);
			return worker === undefined ? {msg: 'worker not found'} : {text: toml(name, worker.address)};
		}

		case configTypes.SourceType: {
			const source = sources.get(name);
			return source === undefined ? {msg: 'source not found'} : {text: sourceYaml(source)};
		}

		case configTypes.TaskTemplateType: {
			return {msg: 'task not found'};
		}

		default: {
			const unknown = Object.entries(configTypes).find(([, value]) => value === type)?.[0] ?? String(type);
			return {msg: `invalid config op '${unknown}'`};
		}
	}
};

/** Pb.GetCfgResponse. Of passwords it says that there is one. */
export const renderConfig = (simulation: Simulation, request: ConfigRequest): Json => {
	const found = findConfig(simulation, request);
	return 'text' in found
		? {result: true, msg: '', cfg: found.text}
		: {result: false, msg: found.msg, cfg: ''};
};
