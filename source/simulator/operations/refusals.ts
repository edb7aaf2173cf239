/** DM's refusals, by code. */
import {processErrorText, terrorText} from '../errors/terror.js';
import type {ProcessErrorJson} from '../model/process-result.js';

const master = (code: number, message: string, workaround = ''): string =>
	terrorText({code, class: 'dm-master', scope: 'internal', level: 'medium', message, workaround});

const worker = (code: number, message: string): string =>
	terrorText({code, class: 'dm-worker', scope: 'internal', level: 'high', message});

const scheduler = (
	code: number,
	level: 'low' | 'medium' | 'high',
	message: string,
	workaround = '',
): string => terrorText({code, class: 'scheduler', scope: 'internal', level, message, workaround});

const lock = (code: number, message: string): string =>
	terrorText({code, class: 'dm-master', scope: 'internal', level: 'high', message});

const workerError = (errors: string): string =>
	terrorText({
		code: 38_032,
		class: 'dm-master',
		scope: 'internal',
		level: 'high',
		message: `some error occurs in dm-worker: ${errors}`,
		workaround: 'Please execute `query-status` to check status.',
	});

const askStatus = 'Please use `query-status` command to see tasks.';

/** As Go prints a list of texts: "[a b]". */
const list = (names: readonly string[]): string => `[${names.join(' ')}]`;

/** Each gives the text of DM's message. */
export const refusals = {
	invalidOp: (op: string, on: string) => master(38_041, `invalid op ${op} on ${on}`),
	noLeaderOp: (op: string) => `operate ${op} is not supported`,
	noSuchTask: (task: string) =>
		`task ${task} has no source or not exist, please check the task name and status`,
	noSubtasks: (task: string) =>
		master(46_016, `subtasks with name ${task} need to be operate not exist`, askStatus),
	noSources: (sources: readonly string[]) =>
		master(46_017, `sources ${list(sources)} need to be operate not exist`),
	noResult: () => master(38_045, 'fail to get expected result'),
	workerError,
	workerErrors: (errors: readonly ProcessErrorJson[]) =>
		workerError(errors.map(error => processErrorText(error)).join(', ')),
	notRunning: (stage: string) => worker(40_050, `current stage is ${stage} but not running, invalid`),
	notPaused: (stage: string) => worker(40_051, `current stage is ${stage} but not paused, invalid`),
	noSubtask: (task: string) => worker(40_054, `sub task with name ${task} not found`),
	notSyncing: (unit: string) =>
		worker(
			40_056,
			`such operation is only available for syncer, but now syncer is not running. current unit is ${unit}`,
		),
	subtasksExist: (task: string, sources: readonly string[], when = '') =>
		scheduler(
			46_014,
			'medium',
			`${when}subtasks with name ${task} for sources ${list(sources)} already exist`,
			askStatus,
		),
	noWorkerStarted: () => worker(40_070, 'no mysql source is being handled in the worker'),
	noSource: (source: string) => scheduler(46_008, 'medium', `source config with ID ${source} not exists`),
	sourceExists: (source: string) =>
		scheduler(46_007, 'medium', `source config with ID ${source} already exists`),
	noWorkers: (names: readonly string[]) =>
		scheduler(46_004, 'medium', `dm-worker with name ${list(names)} not exists`),
	noWorker: (name: string) => scheduler(46_004, 'medium', `dm-worker with name ${name} not exists`),
	workerTaken: (name: string, stage: string) =>
		scheduler(46_006, 'medium', `invalid stage transformation for dm-worker ${name}, from ${stage} to bound`),
	notInSync: (tasks: readonly string[], source: string) =>
		scheduler(
			46_019,
			'high',
			`running tasks ${list(tasks)} to be transferred on source ${source} should in sync unit`,
			'Please use `pause-task [-s source ...] task` to pause them first.',
		),
	noRelayWorker: (source: string) =>
		`relay worker for source ${source} not found, please \`start-relay\` first`,
	relayDisabled: () => workerError('relay is disabled for this source'),
	noRelaySources: (sources: readonly string[]) =>
		scheduler(46_012, 'medium', `sources ${list(sources)} need to update expectant relay stage not exist`),
	relayBusy: (workers: readonly string[], sources: readonly string[]) =>
		scheduler(
			46_020,
			'high',
			`these workers ${list(workers)} have started relay for sources ${list(sources)} respectively`,
			'Please use `stop-relay` to stop them, or change your topology.',
		),
	wrongRelay: (workers: readonly string[], sources: readonly string[]) =>
		scheduler(
			46_022,
			'high',
			`these workers ${list(workers)} have started relay for another sources ${list(sources)} respectively`,
			'Please correct sources in `stop-relay`.',
		),
	otherRelay: (name: string, source: string, relaySource: string) =>
		scheduler(
			46_027,
			'medium',
			`require DM worker [${name}] to be bound to source [${source}], but it has been started relay for source [${relaySource}]`,
			'If you intend to bind the source with worker, you can stop-relay for current source.',
		),
	startsByName: (workers: readonly string[]) =>
		scheduler(
			46_028,
			'low',
			`the source has \`start-relay\` with worker name for workers ${list(workers)}, so it can't \`start-relay\` without worker name now`,
			'Please stop all relay workers first, or specify worker name for `start-relay`.',
		),
	stopsByName: (workers: readonly string[]) =>
		scheduler(
			46_029,
			'low',
			`the source has \`start-relay\` with worker name for workers ${list(workers)}, so it can't \`stop-relay\` without worker name now`,
			'Please specify worker names for `stop-relay`.',
		),
	startsBound: () =>
		scheduler(
			46_030,
			'low',
			"the source has `start-relay` automatically for bound worker, so it can't `start-relay` with worker name now",
			'Please stop relay by `stop-relay` without worker name first.',
		),
	stopsBound: () =>
		scheduler(
			46_031,
			'low',
			"the source has `start-relay` automatically for bound worker, so it can't `stop-relay` with worker name now",
			'Please use `stop-relay` without worker name.',
		),
	relayExists: (source: string, workers: readonly string[]) =>
		scheduler(
			46_023,
			'high',
			`source with name ${source} need to operate has existing relay workers ${list(workers)}`,
			'Please `stop-relay` first.',
		),
	workerOnline: (name: string) =>
		scheduler(46_005, 'medium', `dm-worker with name ${name} is still online`, 'Please shut it down first.'),
	noMaster: (name: string) =>
		terrorText({
			code: 38_048,
			class: 'dm-master',
			scope: 'internal',
			level: 'low',
			message: `dm-master with name ${name} not exists`,
			workaround: 'Please use list-member command to see masters.',
		}),
	noMemberType: (type: string) =>
		terrorText({
			code: 38_049,
			class: 'dm-master',
			scope: 'internal',
			level: 'low',
			message: `offline member type ${type} is invalid`,
			workaround: 'Please use master/worker.',
		}),
	notBound: (sources: readonly string[]) => master(46_009, `sources ${list(sources)} have not bound`),
	noCreateTable: (sql: string) =>
		terrorText({
			code: 44_009,
			class: 'schema-tracker',
			scope: 'internal',
			level: 'medium',
			message: `${sql} is not a valid \`CREATE TABLE\` statement`,
		}),
	noSchema: (schema: string) =>
		terrorText({
			code: 44_015,
			class: 'schema-tracker',
			scope: 'downstream',
			level: 'high',
			message: `can not find \`${schema}\` in tracker`,
		}),
	validatorRuns: (stage: string) =>
		worker(40_082, `current validator stage is ${stage} but not paused, invalid`),
	noValidator: (task: string, source: string) =>
		terrorText({
			code: 43_006,
			class: 'validator',
			scope: 'not-set',
			level: 'medium',
			message: `validator not found for task ${task} with source ${source}`,
		}),
	noSourceError: (source: string) => `source '${source}' has no error`,
	onlyDdl: () =>
		'only support to handle ddl error currently, see https://docs.pingcap.com/tidb-data-migration/stable/error-handling for other errors',
	noOperator: (position: string) =>
		terrorText({
			code: 36_065,
			class: 'sync-unit',
			scope: 'internal',
			level: 'low',
			message: `error operator not exist, position: ${position}`,
		}),
	ddlWithoutSchema: (sql: string) =>
		terrorText({
			code: 36_024,
			class: 'sync-unit',
			scope: 'internal',
			level: 'low',
			message: `injected DDL ${sql} without schema name not valid`,
		}),
	onlyReplaceDdl: () => 'only support replace or inject with DDL currently',
	badPosition: (position: string) =>
		terrorText({
			code: 11_118,
			class: 'functional',
			scope: 'internal',
			level: 'low',
			message: `the format of binlog-pos ${position} is invalid, please use the format like mysql-bin.000001:4`,
			workaround: 'Please make sure the args are correct.',
		}),
	noLock: (id: string) =>
		terrorText({
			code: 38_019,
			class: 'dm-master',
			scope: 'internal',
			level: 'high',
			message: `lock with ID ${id} not found`,
			workaround: 'Please use show-ddl-locks command to see lock id.',
		}),
	ownerNotWaiting: (owner: string, synced: readonly string[]) =>
		lock(
			38_022,
			`owner ${owner} is not waiting for a lock, but sources ${list(synced)} are waiting for the lock`,
		),
	ownerNotDone: (owner: string, id: string) =>
		lock(38_024, `the owner ${owner} of the lock ${id} has not done the operation`),
	noConflict: (id: string) => lock(38_020, `lock ${id} is in none status, not conflicted`),
	noSuchOwner: (id: string) => lock(38_020, `fail to find related operation for lock ${id}`),
	wrongBound: (workers: readonly string[], sources: readonly string[]) =>
		scheduler(
			46_021,
			'high',
			`these workers ${list(workers)} have bound for another sources ${list(sources)} respectively`,
			'Please `start-relay` on free or same source workers.',
		),
	noClient: (source: string) => `${source} relevant worker-client not found`,
	noWorkerClient: (source: string) =>
		terrorText({
			code: 38_029,
			class: 'dm-master',
			scope: 'internal',
			level: 'high',
			message: `${source} relevant worker-client not found`,
			workaround: 'Please use list-member command to see if the some workers are offline.',
		}),
} as const;
