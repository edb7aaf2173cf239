/** Texts shared by several entries. */
import type {CheckCommand} from '../entry.js';

/** The last step of most entries. */
export const resume = 'Resume the task.';

/** The cost of starting over. */
export const startOverCosts =
	'start-task --remove-meta deletes the checkpoint: the whole dump and load run again, and the tables must be emptied first. It is the last resort, not a first try.';

export const restartTask =
	'Change the task file, then stop-task {task} and start-task with that file: the checkpoint is kept (without --remove-meta).';

export const sourceUpdate =
	'Change the source file and apply it with operate-source update: DM allows that only while the relay is off and no task of the source runs (stop-task first, start-task afterwards; the checkpoint is kept).';

export const workerLog: CheckCommand = {
	on: 'dm-worker',
	run: "grep -n 'ERROR' dm-worker.log | tail -50",
	tells: 'the lines around the time of the error name its cause and its stack',
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
	tells: 'the table as DM takes it to be at this place in the binlog (the task must be Paused)',
};

export const targetTable: CheckCommand = {
	on: 'downstream',
	run: 'SHOW CREATE TABLE {table}',
	tells: 'the table as it is in the downstream; ask for the name the route gives it',
};

export const sourceTable: CheckCommand = {
	on: 'upstream',
	run: 'SHOW CREATE TABLE {table}',
	tells: 'the table as it is in the upstream now, which may be newer than this place in the binlog',
};

export const status: CheckCommand = {
	on: 'dmctl',
	run: 'query-status {task}',
	tells: 'what has really happened: an answer that came too late may have been carried out',
};

/** What not to do, where nothing would be lost. */
export const doNotStartOver =
	'Do not start the task over: nothing is lost, it continues from its checkpoint.';

/** The same row would fail again. */
export const keepForRow =
	'Do not start the task over: the checkpoint is good, and the row would be met again.';

/** The checkpoint is not at fault. */
export const keepGood = 'Do not start the task over: the checkpoint is good.';

/** Not because of a DDL. */
export const keepAtDdl = 'Do not start the task over because of a DDL: the checkpoint is good.';

/** A database that is unavailable for a while. */
export const retried = 'Wait: DM tries again by itself once the database is back.';

export const atOnce = 'When it is back and you do not want to wait: resume the task.';

export const reachable: CheckCommand = {
	on: 'dm-worker',
	run: 'nc -vz HOST PORT   # {address}',
	tells: 'whether the port can be reached from there; elsewhere it proves nothing',
};

export const alignTable =
	"Bring the table in the downstream into line with the upstream's (ALTER TABLE {table} ... by hand), then resume.";

export const newRelay =
	'Start the relay again from a file the upstream still has: stop-relay -s {source}, move its relay directory away, start-relay -s {source}. Set relay-binlog-name in the source file to a file that no task is past.';

export const relayDont =
	'Do not delete relay files that a task has not read when the upstream has purged them: they exist nowhere else. Move the directory away instead.';
