/** A task's configuration: YAML for `get-config task`, TOML for each of its subtasks. */
import {hiddenPassword} from '../../dm/secrets/hidden-password.js';
import type {Json} from '../model/json.js';
import type {Simulation, SubtaskModel, TaskModel} from '../model/model.js';
import {fileAndPosition, gtidText} from '../model/upstream.js';
import {toml} from './toml.js';
import {yaml} from './yaml.js';

/** A password as DM stores it, and shows it where it does not hide it. */
const kept = 'fCxfQ9XKCezSzuCD0Wf5dUD+LsKegSg=';

const metaOf = ({meta, source: {upstream}}: SubtaskModel): Json => {
	if (meta === undefined) {
		return null;
	}

	const {file, position} = fileAndPosition(upstream, meta);
	return {'binlog-name': file, 'binlog-pos': position, 'binlog-gtid': gtidText(upstream, meta)};
};

const database = (host: string, port: number, password: string): Readonly<Record<string, Json>> => ({
	host,
	port,
	user: 'dm',
	password,
	'max-allowed-packet': null,
	session: {},
	security: null,
});

/** Its routes by name, and the names of those for a source. */
const routesOf = ({
	config,
}: TaskModel): ReadonlyArray<{readonly name: string; readonly source: string; readonly rule: Json}> =>
	config.rules.flatMap(({source, schema, table, target}, index) =>
		target === undefined
			? []
			: [
					{
						name: `route-${String(index + 1).padStart(2, '0')}`,
						source,
						rule: {
							'schema-pattern': schema,
							'table-pattern': table,
							'target-schema': target.schema,
							'target-table': target.table,
						},
					},
				],
	);

/** The part of a source that is replicated. */
const allowList = ({config}: TaskModel, source: string): Json => {
	const rules = config.rules.filter(rule => rule.source === source);
	return {
		'do-tables': rules
			.filter(({table}) => table !== '')
			.map(({schema, table}) => ({
				'db-name': schema,
				'tbl-name': table,
			})),
		'do-dbs': rules.map(({schema}) => schema),
		'ignore-tables': [],
		'ignore-dbs': [],
	};
};

const number = (index: number): string => String(index + 1).padStart(2, '0');

const dumper = ({config}: TaskModel): Readonly<Record<string, Json>> => ({
	'mydumper-path': './bin/mydumper',
	threads: config.exportThreads,
	'chunk-filesize': '64',
	'statement-size': 0,
	rows: 0,
	where: '',
	'skip-tz-utc': true,
	'extra-args': '',
});

const loader = ({name, config}: TaskModel): Readonly<Record<string, Json>> => ({
	'pool-size': config.importThreads,
	dir: `./dumped_data.${name}`,
	'sorting-dir-physical': '',
	'import-mode': 'logical',
	'on-duplicate': '',
	'on-duplicate-logical': config.onDuplicate,
	'on-duplicate-physical': 'none',
	'disk-quota-physical': 0,
	'checksum-physical': 'required',
	analyze: 'optional',
	'range-concurrency': 0,
	'compress-kv-pairs': '',
	'pd-addr': '',
});

const syncer = ({config}: TaskModel): Readonly<Record<string, Json>> => ({
	'meta-file': '',
	'worker-count': config.replThreads,
	batch: config.replBatch,
	'queue-size': 1024,
	'checkpoint-flush-interval': 30,
	compact: false,
	'multiple-rows': false,
	'max-retry': 0,
	'auto-fix-gtid': false,
	'enable-gtid': true,
	'disable-detect': false,
	'safe-mode': false,
	'safe-mode-duration': '60s',
	'enable-ansi-quotes': false,
});

const validator = ({validation}: SubtaskModel): Readonly<Record<string, Json>> => ({
	mode: validation?.mode ?? 'none',
	'worker-count': 4,
	'validate-interval': '10s',
	'check-interval': '5s',
	'row-error-delay': '30m0s',
	'meta-flush-interval': '5m0s',
	'batch-query-size': 100,
	'max-pending-row-size': '500m',
	'max-pending-row-count': 2_147_483_647,
});

/** `get-config task`. The password is masked. */
export const taskYaml = ({downstream}: Simulation, task: TaskModel): string => {
	const {name, mode, shardMode, subtasks} = task;
	const routes = routesOf(task);
	return yaml({
		name,
		'task-mode': mode,
		'is-sharding': shardMode !== '',
		'shard-mode': shardMode,
		'strict-optimistic-shard-mode': false,
		'ignore-checking-items': [],
		'meta-schema': 'dm_meta',
		'enable-heartbeat': false,
		'heartbeat-update-interval': 1,
		'heartbeat-report-interval': 1,
		timezone: '',
		'case-sensitive': false,
		collation_compatible: 'loose',
		'target-database': database(downstream.host, downstream.port, hiddenPassword),
		'mysql-instances': subtasks.map((subtask, index) => ({
			'source-id': subtask.source.name,
			meta: metaOf(subtask),
			'filter-rules': [],
			'column-mapping-rules': [],
			'route-rules': routes.filter(route => route.source === subtask.source.name).map(route => route.name),
			'expression-filters': [],
			'black-white-list': '',
			'block-allow-list': `balist-${number(index)}`,
			'mydumper-config-name': 'dump-01',
			mydumper: null,
			'mydumper-thread': 0,
			'loader-config-name': 'load-01',
			loader: null,
			'loader-thread': 0,
			'syncer-config-name': 'sync-01',
			syncer: null,
			'syncer-thread': 0,
			'validator-config-name': `validator-${number(index)}`,
		})),
		'online-ddl': true,
		'shadow-table-rules': ['^_(.+)_(?:new|gho)$'],
		'trash-table-rules': ['^_(.+)_(?:ghc|del|old)$'],
		'online-ddl-scheme': '',
		routes: Object.fromEntries(routes.map(route => [route.name, route.rule])),
		filters: {},
		'column-mappings': {},
		'expression-filter': {},
		'black-white-list': {},
		'block-allow-list': Object.fromEntries(
			subtasks.map(({source}, index) => [`balist-${number(index)}`, allowList(task, source.name)]),
		),
		mydumpers: {'dump-01': dumper(task)},
		loaders: {'load-01': loader(task)},
		syncers: {'sync-01': syncer(task)},
		validators: Object.fromEntries(
			subtasks.map((subtask, index) => [`validator-${number(index)}`, validator(subtask)]),
		),
		'clean-dump-file': true,
		'ansi-quotes': false,
		'remove-meta': false,
		experimental: {'async-checkpoint-flush': false},
	});
};

/** `GET /apis/v1alpha1/subtasks/{name}`: here DM does not hide the passwords. */
export const subtaskToml = ({downstream}: Simulation, subtask: SubtaskModel): string => {
	const {task, source} = subtask;
	return toml({
		'is-sharding': task.shardMode !== '',
		'shard-mode': task.shardMode,
		'strict-optimistic-shard-mode': false,
		'online-ddl': true,
		'case-sensitive': false,
		collation_compatible: 'loose',
		name: task.name,
		mode: task.mode,
		'source-id': source.name,
		'server-id': 0,
		flavor: source.upstream.flavor,
		'meta-schema': 'dm_meta',
		timezone: '',
		'relay-dir': '',
		'use-relay': source.relays.has(source.worker),
		'clean-dump-file': true,
		'ansi-quotes': false,
		...dumper(task),
		...loader(task),
		...syncer(task),
		meta: metaOf(subtask),
		from: database(source.upstream.host, source.upstream.port, kept),
		to: database(downstream.host, downstream.port, kept),
		'route-rules': routesOf(task)
			.filter(route => route.source === source.name)
			.map(route => route.rule),
		'block-allow-list': allowList(task, source.name),
		ValidatorCfg: validator(subtask),
	});
};
