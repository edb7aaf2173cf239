/** DM's errors for a person: what, where, why, and what to do; and whether DM goes on by itself. */
import {parseLocation, positionText} from './binlog.js';
import {remediesByCode, remediesByMysqlError, type Remedy} from './remedies.js';
import type {ProcessError, ProcessResult} from './status.js';

export {parseErrorList, parseErrorText} from './error-text.js';

/** Each is one or more lines of plain text, '' when there is nothing to say. */
export type ErrorExplanation = {
	/** What happened: "A DDL cannot be parsed". */
	readonly what: string;
	/** Binlog position, table, DDL. */
	readonly where: string;
	/** The reason as the parser, the database or the importer gave it. */
	readonly why: string;
	/** What to do about it. */
	readonly fix: string;
};

/** Where in the binlog an error stands, and what is left of its message (syncer.go handleEventError). */
type Split = {
	readonly start: string;
	readonly end: string;
	readonly sql: string;
	readonly rest: string;
};

/** `text` up to `mark`, and what follows it; undefined when it is not there. */
const cutAt = (text: string, mark: string): readonly [string, string] | undefined => {
	const index = text.indexOf(mark);
	return index === -1 ? undefined : [text.slice(0, index), text.slice(index + mark.length)];
};

/** A place in the binlog that leads a message, as the relay writes it. */
const leadingPlace =
	/^(?<place>position: \([^\(\)]{1,255}, \d{1,20}\)(?:, gtid-set: [^ ]{0,4000})?): (?<rest>.+)$/sv;

const splitMessage = (message: string): Split => {
	const prefix = 'startLocation: [';
	const from = message.startsWith(prefix)
		? cutAt(message.slice(prefix.length), '], endLocation: [')
		: undefined;
	const to = from && cutAt(from[1], ']');
	if (!from || !to) {
		const {place = '', rest = message} = leadingPlace.exec(message)?.groups ?? {};
		return {start: place, end: place, sql: '', rest};
	}

	const [start] = from;
	const [end, tail] = to;
	const query = ', origin SQL: [';
	const sql = tail.startsWith(query) ? cutAt(tail.slice(query.length), ']: ') : undefined;
	return sql
		? {start, end, sql: sql[0], rest: sql[1]}
		: {start, end, sql: '', rest: tail.replace(/^:\s*/v, '')};
};

const placeText = (start: string, end: string): string => {
	const from = parseLocation(start);
	if (from === undefined) {
		return start === '' ? '' : `binlog ${start}`;
	}

	const to = parseLocation(end) ?? from;
	const isSameFile = to.position.name === from.position.name;
	const until = isSameFile ? String(to.position.position) : positionText(to.position);
	const gtidSet = to.gtidSet === '' ? from.gtidSet : to.gtidSet;
	return [
		`binlog ${positionText(from.position)}`,
		isSameFile && to.position.position === from.position.position ? '' : ` to ${until}`,
		gtidSet === '' ? '' : `, GTID set ${gtidSet}`,
	].join('');
};

/** The first text that is not empty, '' when all are. */
const firstText = (...texts: ReadonlyArray<string | undefined>): string =>
	texts.find(text => text !== undefined && text !== '') ?? '';

const quotedTable = /`[^`]{1,64}`\.`[^`]{0,64}`/v;

const plainTable = /\btable '(?<name>[^']{1,130})'/iv;

/** The tables that a message names: "`a`.`t` → `b`.`t`" when a route leads from one to another. */
const tableText = (text: string): string => {
	const find = (mark: string): string | undefined => {
		const rest = cutAt(text, mark)?.[1].slice(0, 200);
		return rest === undefined ? undefined : quotedTable.exec(rest)?.[0];
	};

	const source = find('sourceTable: ');
	const target = find('targetTable: ');
	if (source !== undefined && target !== undefined && source !== target) {
		return `table ${source} → ${target}`;
	}

	const table = source ?? target ?? find('table: ') ?? find('table ');
	if (table === undefined) {
		const name = plainTable.exec(text)?.groups?.['name'];
		return name === undefined ? '' : `table ${name}`;
	}

	// Lightning names a schema as a table without a name.
	return table.endsWith('.``') ? `schema ${table.slice(0, -3)}` : `table ${table}`;
};

const mysqlNumber = /\berror (?<number>\d{4})\b/iv;

/** From sync-unit on, DM's own code says more than the database's number; before, it only says who asked it. */
const hasOwnReason = (code: number): boolean => code >= 36_000;

/** Best first. */
const findRemedies = ({code, message, rawCause}: ProcessError): readonly Remedy[] => {
	const number = mysqlNumber.exec(rawCause === '' ? message : rawCause)?.groups?.['number'];
	const found = [remediesByMysqlError.get(Number(number)), remediesByCode.get(code ?? 0)];
	return (hasOwnReason(code ?? 0) ? found.toReversed() : found).filter(remedy => remedy !== undefined);
};

/** `rest` without what `where` says already. */
const detail = (rest: string, sql: string): string => {
	const isRepeated = sql !== '' && rest.endsWith(sql);
	const short = isRepeated ? rest.slice(0, -sql.length).replace(/:\s*$/v, '') : rest;
	return short.replace(/, sourceTable: .{1,200}, targetTable: `[^`]{1,64}`\.`[^`]{0,64}`/v, '').trim();
};

/** One error of a unit in human words. Nothing is lost for the one who reads on: `error` still has the whole text. */
export const explainError = (error: ProcessError): ErrorExplanation => {
	const {start, end, sql, rest} = splitMessage(error.message);
	const remedies = findRemedies(error);
	const said = detail(rest, sql);
	const cause = error.rawCause.trim();
	const what = firstText(remedies[0]?.what, said, cause, error.type, 'DM gives no reason');
	const reason = cause === '' || cause === said ? said : [said, cause].filter(text => text !== '').join(': ');
	return {
		what,
		where: [placeText(start, end), tableText(`${rest}\n${cause}`), sql === '' ? '' : `DDL ${sql}`]
			.filter(part => part !== '')
			.join(', '),
		why: reason === what ? '' : reason,
		fix: firstText(error.workaround.trim(), ...remedies.map(({fix}) => fix)),
	};
};

/** Errors after which DM leaves a subtask paused (dm/unit/unit.go IsResumableError). */
const unresumable = new Set([11_129, 32_001, 32_004, 34_019, 34_020, 34_021, 36_008, 36_027]);

/** The same for the relay (IsResumableRelayError). */
const unresumableRelay = new Set([30_001, 30_002, 30_004, 30_005, 30_008]);

/** Reasons after which DM leaves a subtask paused, in lower case (dm/pkg/retry/errors.go). */
const unresumableCauses = [
	"can't drop column with index",
	'with tidb_enable_change_multi_schema is disable',
	'unsupported add column',
	'unsupported modify column',
	'unsupported modify charset',
	'unsupported modify collate',
	'unsupported drop integer primary key',
	'unsupported collation',
	'invalid default value for',
	'unsupported drop primary key',
	'error 1059',
	'error 1117',
	'error 1069',
	'error 1062',
	'error 1406',
	'error 1366',
	'error 8025',
	'could not find first log file name in binary log index file',
	'the slave is connecting using change master to master_auto_position = 1, but the master has purged binary logs containing gtids that the slave requires',
];

/** What of a relay log that cannot be parsed is beyond repair. */
const unresumableRelayLog = ['binlog checksum mismatch, data may be corrupted', 'get event err eof'];

/** Whether DM's task checker resumes a subtask after this error (dm/unit/unit.go, dm/worker/task_checker.go). */
export const isResumable = ({
	code,
	message,
	rawCause,
}: Pick<ProcessError, 'code' | 'message' | 'rawCause'>): boolean => {
	const cause = rawCause.toLowerCase();
	const text = message.toLowerCase();
	return (
		!unresumable.has(code ?? 0) &&
		unresumableCauses.every(part => !cause.includes(part)) &&
		!(code === 11_038 && unresumableRelayLog.some(part => text.includes(part)))
	);
};

/**
 * Whether DM tries again by itself, after 5 s and then ever more slowly up to 5 min, when a subtask is Paused with this
 * result (or the relay, with `unit` 'relay'). It does not when a person paused it, nor after an error that it takes for
 * lasting. Newer versions retry a few imports (34019) that 7.5 gives up; those count as given up here.
 */
export const autoResumable = (
	result: ProcessResult | undefined,
	unit: 'subtask' | 'relay' = 'subtask',
): boolean =>
	result !== undefined &&
	!result.isCanceled &&
	result.errors.every(error =>
		unit === 'relay' ? !unresumableRelay.has(error.code ?? 0) : isResumable(error),
	);
