/**
 * What every column of every table means: for the help page, the choice of columns and the key i. A test keeps it whole.
 */
import type {Place} from '../../state/place.js';
import {say} from '../../../language/say.js';
import type {Phrase} from '../../../language/text.js';

export type Meaning = {
	/** The column's ID. */
	readonly id: string;
	readonly title: Phrase;
	readonly help: Phrase;
};

const meaning = (id: string, title: Phrase, help: Phrase): Meaning => ({id, title, help});

const measured: readonly Meaning[] = [
	meaning(
		'lag',
		'LAG',
		'how far the downstream is behind in time, where DM’s word can be trusted; ≥ it has grown at least so since replication stopped; ? not known (it waits for a DDL, the upstream is away, nothing is in flight); - lag does not apply (dump, load, finished)',
	),
	meaning(
		'trend',
		'LAG 40s',
		'the lag of so long a past, newest at the right, gaps where it was not known; while loading or dumping, how much is done',
	),
	meaning('rate', 'ROWS/S', 'rows replicated per second between the last two answers, counted by dm-top'),
	meaning(
		'slope',
		'TREND',
		'whether the lag falls or grows: 2.3x replicates 2.3 seconds of the upstream’s time in a second, 0.4x falls behind; steady does neither; stopped replicates nothing; of a dump or load how far it is',
	),
	meaning(
		'eta',
		'CAUGHT UP',
		'when Sync has caught up at the present pace, or the dump or load is done: a time of today, a weekday with its time, or a date; DONE where it is narrow',
	),
	meaning(
		'behind',
		'BEHIND',
		'binlog from the checkpoint (saved every 30 s) to the upstream’s end: bytes within one binlog file, else files',
	),
	meaning(
		'errors',
		'ERR',
		'errors in the result that DM reports, those of the relay included where it is needed',
	),
	meaning('why', 'WHY', 'the worst finding in a few words; key 6 lists all findings'),
	meaning('age', 'AGE', 'how old the answer is that the row shows; nothing while it is fresh'),
];

const ofSubtask: readonly Meaning[] = [
	meaning('worker', 'WORKER', 'the DM-worker that runs it'),
	meaning(
		'state',
		'STATE',
		'DM’s stage of the subtask; ? behind it: the source did not answer, this is the last known; Pausing… an operation is under way',
	),
	meaning('unit', 'UNIT', 'what is at work: Check, Dump, Load or Sync'),
	meaning('master', 'MASTER BINLOG', 'the upstream’s newest binlog position'),
	meaning('syncer', 'SYNCER BINLOG', 'the checkpoint: up to here all is replicated; saved every 30 s'),
	meaning(
		'relay',
		'RELAY',
		'the relay log of the source: its stage; off: the subtask reads the upstream directly',
	),
	meaning(
		'lock',
		'LOCK',
		'sharded DDL: waits (for other shards), awaited (others wait for it), conflict (its DDL conflicts)',
	),
	meaning('validation', 'VALIDATE', 'the continuous validation: its stage, or how many rows differ'),
	...measured,
];

const tasks: readonly Meaning[] = [
	meaning('task', 'TASK', 'the name of the task'),
	meaning(
		'state',
		'STATE',
		'dmctl’s word for all its sources together; ? behind it: a source did not answer, part of it is not known',
	),
	meaning('unit', 'UNIT', 'what is at work: Check, Dump, Load or Sync'),
	meaning('sources', 'SRC', 'sources whose subtask runs or has finished, of all that the task has'),
	...measured,
];

const sources: readonly Meaning[] = [
	meaning('source', 'SOURCE', 'the upstream database, by its source ID'),
	meaning('worker', 'WORKER', 'the DM-worker that the source is bound to'),
	meaning('state', 'STATE', 'whether the source answers, and how its tasks fare'),
	meaning('tasks', 'TASKS', 'the tasks on it'),
	meaning('lag', 'LAG', 'the worst lag of its tasks'),
	meaning('rate', 'ROWS/S', 'rows replicated per second by all its tasks'),
	meaning('relay', 'RELAY', 'the stage of its relay log; off: tasks read the upstream directly'),
	meaning('behind', 'RELAY BEHIND', 'binlog from the relay log’s end to the upstream’s'),
	meaning('master', 'MASTER BINLOG', 'the upstream’s newest binlog position'),
	meaning('why', 'WHY', 'the worst finding in a few words'),
	meaning('age', 'AGE', 'how old its last answer is; nothing while it is fresh'),
];

const workers: readonly Meaning[] = [
	meaning('name', 'NAME', 'the name of the master or worker'),
	meaning('kind', 'KIND', 'master or worker'),
	meaning(
		'state',
		'STATE',
		'of a master: leader, alive or away; of a worker: bound, free, offline, or that its source does not answer',
	),
	meaning('source', 'SOURCE', 'the source that the worker serves'),
	meaning('subtasks', 'SUBTASKS', 'the subtasks that it runs for that source'),
	meaning('rate', 'ROWS/S', 'rows replicated per second by the worker'),
	meaning('errors', 'ERR', 'errors that DM reports of its subtasks and its relay'),
	meaning('silent', 'SILENT', 'for how long its source has not answered'),
	meaning('relay', 'RELAY', 'the stage of the relay log that the worker pulls'),
	meaning('address', 'ADDRESS', 'where the others reach it'),
	meaning('why', 'WHY', 'the worst finding in a few words'),
];

const locks: readonly Meaning[] = [
	meaning('lock', 'LOCK ID', 'DM’s ID of the lock: the task and the table downstream'),
	meaning('task', 'TASK', 'the task whose shards wait'),
	meaning(
		'mode',
		'MODE',
		'pessimistic: all wait for the last shard; optimistic: one shard’s DDL may conflict with the others’',
	),
	meaning('owner', 'OWNER', 'the source that executes the DDL; optimistic: the table whose DDL conflicts'),
	meaning('synced', 'SYNCED', 'shards that have come to the DDL, of all that must'),
	meaning('waiting', 'WAITING FOR', 'shards that have not come to it: what all others wait for'),
	meaning('age', 'SINCE', 'for how long the lock has been seen'),
];

const events: readonly Meaning[] = [
	meaning('time', 'TIME', 'when it happened, in your time zone'),
	meaning('subject', 'WHERE', 'the task, task/source, source, worker or master'),
	meaning('text', 'WHAT', 'what happened; DM’s own retries are counted in one line'),
];

const findings: readonly Meaning[] = [
	meaning(
		'severity',
		'SEVERITY',
		'critical: replication has stopped, or data differ; warning: somebody should look; notice: worth knowing',
	),
	meaning('finding', 'FINDING', 'what is wrong in a few words'),
	meaning('task', 'TASK', 'the task that it concerns'),
	meaning('source', 'SOURCE', 'the source that it concerns'),
	meaning('member', 'ON', 'the worker or master that it concerns'),
	meaning('since', 'SINCE', 'since when; ≥ it was already so when dm-top first looked'),
	meaning('what', 'WHAT', 'what is wrong, in one line'),
];

const validation: readonly Meaning[] = [
	meaning('id', 'ID', 'the number of the difference, for validation-resolve and validation-ignore'),
	meaning('state', 'STATE', 'new, ignored or resolved'),
	meaning('source', 'SOURCE', 'the source on which it was found'),
	meaning('from', 'TABLE', 'the table upstream'),
	meaning('type', 'DIFFERENCE', 'what differs'),
	meaning('time', 'TIME', 'when it was found'),
];

const schema: readonly Meaning[] = [meaning('name', 'TABLE', 'the database or table that DM knows of')];

/** The columns of each table, by the kind of its place. */
export const meanings: ReadonlyMap<Place['kind'], readonly Meaning[]> = new Map([
	['tasks', tasks],
	['task', [meaning('source', 'SOURCE', 'the upstream database, by its source ID'), ...ofSubtask]],
	['source', [meaning('task', 'TASK', 'the name of the task'), ...ofSubtask]],
	['sources', sources],
	['workers', workers],
	['locks', locks],
	['events', events],
	['findings', findings],
	['validation', validation],
	['schema', schema],
]);

/** What a column of a table means; '' for one that is not known. */
export const meaningOf = (table: Place['kind'], column: string): string => {
	const help = meanings.get(table)?.find(({id}) => id === column)?.help;
	return help === undefined ? '' : say(help);
};
