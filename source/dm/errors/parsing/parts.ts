/** An error of DM taken apart: where in the binlog, which table, which statement, on which side. */
import {parseLocation, positionText} from '../../positions/binlog.js';
import type {ProcessError} from '../../status.js';
import {say} from '../../../language/say.js';

/** The parts of an error; '' where one is missing. */
export type ErrorParts = {
	/** The binlog file as DM writes it: `mysql-bin.000003`, with a relay log's suffix `mysql-bin|000001.000003`. */
	readonly file: string;
	/** Where the event begins, as `binlog skip -b` takes it: `mysql-bin.000003:4`. */
	readonly position: string;
	/** Where the event ends, in the same form. */
	readonly end: string;
	readonly gtidSet: string;
	readonly schema: string;
	readonly table: string;
	/** The downstream table that it is routed to: "`b`.`t`"; '' when it keeps its name. */
	readonly target: string;
	/** The statement as the upstream ran it, else the one that failed. */
	readonly statement: string;
	/** Which database it concerns; undefined when unknown. */
	readonly side: 'upstream' | 'downstream' | undefined;
	/** The address of a connection, such as "10.0.1.5:3306". */
	readonly address: string;
	/** The message without place and statement. */
	readonly said: string;
};

/** The rest of a message after its position in the binlog (syncer.go handleEventError). */
type Split = {
	readonly start: string;
	readonly end: string;
	readonly sql: string;
	readonly rest: string;
};

/** The text before and after `mark`; undefined when it does not occur. */
const cutAt = (text: string, mark: string): readonly [string, string] | undefined => {
	const index = text.indexOf(mark);
	return index === -1 ? undefined : [text.slice(0, index), text.slice(index + mark.length)];
};

/** A binlog position at the beginning of a message, as the relay writes it. */
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

/** Where DM appends a statement to its own words. */
const beforeStatement =
	/^(?<said>execute statement failed|query statement failed|parse DDL|cannot track DDL|ddl)(?:: | )(?<sql>.+)$/sv;

/** The reason that older versions write after the statement. */
const reasonBehind = /: (?=Error \d{4,5}\b|ERROR \d{4,5}\b)/v;

const onlyTransaction = /^(?:begin|commit|rollback);?$/iv;

/** DM's own words, and the statement that follows them. */
const takeStatement = (rest: string, rawCause: string): {readonly said: string; readonly sql: string} => {
	const {said = rest, sql = ''} = beforeStatement.exec(rest)?.groups ?? {};
	if (sql === '' || (said === 'ddl' && !/^[A-Z]/v.test(sql))) {
		return {said: rest, sql: ''};
	}

	const reason = rawCause === '' ? reasonBehind.exec(sql) : undefined;
	const statement = reason ? sql.slice(0, reason.index) : sql;
	const behind = reason ? `: ${sql.slice(reason.index + reason[0].length)}` : '';
	return {
		said: `${said}${behind}`,
		sql: onlyTransaction.test(statement.trim()) ? '' : statement.trim(),
	};
};

const quotedTable = /`(?<schema>[^`]{1,64})`\.`(?<table>[^`]{0,64})`/v;

/** Each finds the name of a table: in quotes, in DM's and Lightning's words, in a statement. */
const plainTables: readonly RegExp[] = [
	/\btable '(?<schema>[^'.]{1,64})\.(?<table>[^']{1,64})'/iv,
	/\btable (?<schema>[\w$]{1,64})\.(?<table>[\w$]{1,64})\b/iv,
	/\b(?:table|into|update|from) `?(?<schema>[\w$]{1,64})`?\.`?(?<table>[\w$]{1,64})`?/iv,
	/\bfor key '(?<table>[^'.]{1,64})\.[^'.]{1,64}'/iv,
];

type Table = {readonly schema: string; readonly table: string};

const tableAfter = (text: string, mark: string): Table | undefined => {
	const rest = cutAt(text, mark)?.[1].slice(0, 200);
	const found = rest === undefined ? undefined : quotedTable.exec(rest)?.groups;
	return found && {schema: found['schema'] ?? '', table: found['table'] ?? ''};
};

const quote = ({schema, table}: Table): string =>
	[schema, table]
		.filter(name => name !== '')
		.map(name => `\`${name}\``)
		.join('.');

/** The table that the text names, and where it is routed. */
const findTable = (text: string, statement: string): Table & {readonly target: string} => {
	const source = tableAfter(text, 'sourceTable: ');
	const target = tableAfter(text, 'targetTable: ');
	if (source && target) {
		return {...source, target: quote(source) === quote(target) ? '' : quote(target)};
	}

	const named = source ?? target ?? tableAfter(text, 'table: ') ?? tableAfter(text, 'table ');
	if (named) {
		return {...named, target: ''};
	}

	const groups =
		plainTables.map(pattern => pattern.exec(text)?.groups).find(found => found !== undefined) ??
		plainTables.map(pattern => pattern.exec(statement)?.groups).find(found => found !== undefined);
	return {schema: groups?.['schema'] ?? '', table: groups?.['table'] ?? '', target: ''};
};

const address =
	/\b(?:dial tcp|lookup|connect to|dialing dial tcp) (?<address>[\w\-.]{1,253}(?::\d{1,5})?|\[[\d.:a-f]{2,45}\]:\d{1,5})/iv;

const upstreamWords = /\berror 1236\b|\bmaster status\b|\bbinlog event\b|\bflush tables with read lock\b/iv;

const downstreamWords = /\badmin show ddl jobs\b|\bdownstream\b|\blightning\b|\btikv\b|\bpd server\b/iv;

/** Files of the worker: on neither side. */
const ownFiles =
	/\bno space left on device\b|\bdisk quota exceeded\b|\bread-only file system\b|\bno such file or directory\b|: permission denied\b|\binput\/output error\b|\btoo many open files\b/iv;

/** Which database an error is about; DM's scope is often "not-set" or "internal": then the code and the text decide. */
export const findSide = (
	{code = 0, scope}: Pick<ProcessError, 'code' | 'scope'>,
	text: string,
): ErrorParts['side'] => {
	if (scope === 'upstream' || scope === 'downstream') {
		return scope;
	}

	if (ownFiles.test(text)) {
		return undefined;
	}

	if (upstreamWords.test(text) || (code >= 30_000 && code < 34_000) || code === 36_069) {
		return 'upstream';
	}

	// Statements are executed in the downstream alone: nothing is written to the upstream.
	return downstreamWords.test(text) || code === 10_006 || code === 10_007 || (code >= 34_000 && code < 36_000)
		? 'downstream'
		: undefined;
};

const placeIn = (text: string) => {
	const found = parseLocation(text);
	if (found === undefined) {
		return {file: '', position: '', gtidSet: ''};
	}

	const {position, gtidSet} = found;
	const file =
		position.relaySuffix === undefined
			? position.name
			: `${position.base}|${position.relaySuffix}${position.name.slice(position.base.length)}`;
	return {file, position: `${file}:${position.position}`, gtidSet};
};

/** Only so much of a text is searched, UTF-16 units. */
const searched = 8000;

/** The beginning of several lines; they may be very long. */
const joinBeginnings = (...lines: readonly string[]): string =>
	lines
		.map(line => line.slice(0, searched))
		.join('\n')
		.slice(0, searched);

const takeTextsApart = (error: ProcessError): ErrorParts => {
	const {message, rawCause} = error;
	const {start, end, sql, rest} = splitMessage(message);
	const taken = takeStatement(rest, rawCause);
	const statement = sql === '' ? taken.sql : sql;
	const routed = taken.said
		.replace(/, sourceTable: .{1,200}, targetTable: `[^`]{1,64}`\.`[^`]{0,64}`/v, '')
		.trim();
	const text = joinBeginnings(rest, rawCause);
	const from = placeIn(start);
	const to = placeIn(end);
	return {
		file: from.file,
		position: from.position,
		end: to.position,
		gtidSet: to.gtidSet === '' ? from.gtidSet : to.gtidSet,
		...findTable(text, statement.slice(0, searched)),
		statement,
		side: findSide(error, joinBeginnings(taken.said, taken.sql, rawCause)),
		address: address.exec(text)?.groups?.['address'] ?? '',
		said: routed,
	};
};

/** The parts of errors seen before: the same errors come with every answer. */
const kept = new WeakMap<ProcessError, ErrorParts>();

/** Takes an error apart; it never throws, whatever the text. */
export const takeApart = (error: ProcessError): ErrorParts => {
	const parts = kept.get(error) ?? takeTextsApart(error);
	kept.set(error, parts);
	return parts;
};

/** Where an error is in the binlog: "binlog mysql-bin.000001:4 to 90, GTID set 1-1-577"; '' when it does not say. */
export const binlogText = ({message}: Pick<ProcessError, 'message'>): string => {
	const {start, end} = splitMessage(message);
	const from = parseLocation(start);
	if (from === undefined) {
		return start === '' ? '' : say('binlog {from}', {from: start});
	}

	const to = parseLocation(end) ?? from;
	const isSameFile = to.position.name === from.position.name;
	const until = isSameFile ? String(to.position.position) : positionText(to.position);
	const gtidSet = to.gtidSet === '' ? from.gtidSet : to.gtidSet;
	const first = positionText(from.position);
	const isOnePlace = isSameFile && to.position.position === from.position.position;
	const place = isOnePlace
		? say('binlog {from}', {from: first})
		: say('binlog {from} to {to}', {from: first, to: until});
	return gtidSet === '' ? place : `${place}${say(', ')}${say('GTID set {set}', {set: gtidSet})}`;
};

/** "table `a`.`t` → `b`.`t`", "schema `a`"; '' when no table is named. */
export const tableText = ({
	schema,
	table,
	target,
}: Pick<ErrorParts, 'schema' | 'table' | 'target'>): string => {
	if (schema === '' && table === '') {
		return '';
	}

	const name = quote({schema, table});
	// For a schema, Lightning names a table without a name.
	return table === ''
		? say('schema {name}', {name})
		: say('table {name}', {name: target === '' ? name : `${name} → ${target}`});
};

/** Whether a statement changes schemas: rows are changed by others. */
export const isDdl = (sql: string): boolean => /^\s*(?:alter|create|drop|rename|truncate)\b/iv.test(sql);
