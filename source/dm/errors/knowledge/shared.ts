/** Texts shared by several entries. */
import type {CheckCommand} from '../entry.js';

/** The last step of most entries. */
export const resume = 'Resume the task.';

/** The cost of starting over. */
export const startOverCosts =
	'start-task --remove-meta deletes the checkpoint: the tables must be emptied first, and the whole dump and load run again. Use it only as a last resort.';

/** How a changed task file takes effect. */
export const restartTask =
	'Change the task file, then stop-task {task} and start-task with that file (without --remove-meta, so that the checkpoint is kept).';

export const sourceUpdate =
	'Change the source file and apply it with operate-source update. DM allows this only while the relay is off and no task runs on the source (stop-task first, start-task afterwards; the checkpoint is kept).';

export const workerLog: CheckCommand = {
	on: 'dm-worker',
	run: "grep -n 'ERROR' dm-worker.log | tail -50",
	tells: 'the lines around the time of the error show its cause and its stack',
};

export const workerList: CheckCommand = {
	on: 'dmctl',
	run: 'list-member --worker',
	tells: 'whether the worker is "bound", "free" or "offline", and its address',
};

export const binaryLogs: CheckCommand = {
	on: 'upstream',
	run: 'SHOW BINARY LOGS',
	tells: 'which binlog files the upstream still has, and how large they are',
};

export const trackedSchema: CheckCommand = {
	on: 'dmctl',
	run: 'binlog-schema list -s {source} {task} {schema} {name}',
	tells: 'the table schema that DM uses at this position in the binlog (the task must be Paused)',
};

export const targetTable: CheckCommand = {
	on: 'downstream',
	run: 'SHOW CREATE TABLE {table}',
	tells: 'the current table in the downstream; use the name that the route gives it',
};

export const sourceTable: CheckCommand = {
	on: 'upstream',
	run: 'SHOW CREATE TABLE {table}',
	tells: 'the current table in the upstream, which may be newer than this position in the binlog',
};

export const status: CheckCommand = {
	on: 'dmctl',
	run: 'query-status {task}',
	tells: 'what really happened: the operation may have been carried out although the answer came too late',
};

/** What not to do, where nothing would be lost. */
export const doNotStartOver = 'Do not start over: nothing is lost, the task continues from its checkpoint.';

/** The same row would fail again. */
export const keepForRow = 'Do not start over: the checkpoint is good, and the same row would fail again.';

/** The checkpoint is not at fault. */
export const keepGood = 'Do not start over: the checkpoint is good.';

/** Not because of a DDL. */
export const keepAtDdl = 'Do not start over because of a DDL: the checkpoint is good.';

/** A database that is unavailable for a while. */
export const retried = 'Wait: DM retries automatically once the database is back.';

export const atOnce = 'If you do not want to wait once it is back: resume the task.';

export const reachable: CheckCommand = {
	on: 'dm-worker',
	run: 'nc -vz HOST PORT   # {address}',
	tells: "whether the port can be reached from the worker's host; a test from elsewhere proves nothing",
};

export const alignTable =
	"Change the downstream table to match the upstream's (run ALTER TABLE {table} ... manually), then resume.";

export const newRelay =
	'stop-relay -s {source}, move its relay directory away, start-relay -s {source}. It then starts at the earliest checkpoint of the tasks on this source (at relay-binlog-name in the source file if there are none).';

export const relayDont =
	'Do not delete relay files that a task has not read if the upstream has purged them: they do not exist anywhere else. Move the directory away instead.';
