/**
 * The preview of the selected lock: its names, what it waits for, and what to do.
 */
import {type Line, span} from '../../../components/line.js';
import {wrapLine} from '../../../components/wrap.js';
import type {Symbols} from '../../../components/symbols.js';
import type {DiagnosedView} from '../../../findings/diagnosis.js';
import type {LockView} from '../../../monitor/lock-view.js';
import {findingsLines, sinceText} from '../../cells/finding-lines.js';
import {healthSign} from '../../cells/health.js';
import type {Drawing} from '../../drawing.js';
import {namesText} from '../../../language/sentences.js';
import {say} from '../../../language/say.js';
import type {Phrase} from '../../../language/text.js';
import {padTo, textWidth} from '../../../terminal/width.js';
import {greatest} from '../../../dm/values/extremes.js';

/** Where the labels end. */
const labelWidth = 8;

const labelled = (label: Phrase, ...rest: Line): Line => [
	span(padTo(say(label), labelWidth), 'dim'),
	...rest,
];

/** The source of `mysql-01-`shop_1`.`users``, as DM names the tables of an optimistic lock, and the table. */
const splitName = (name: string): {readonly source: string; readonly table: string} => {
	const parts = /^(?<source>.+?)-(?<table>`.+)$/v.exec(name)?.groups;
	return {source: parts?.['source'] ?? name, table: parts?.['table'] ?? ''};
};

/** The sources in `names`, each with its tables. */
const bySource = (names: readonly string[]): ReadonlyMap<string, readonly string[]> => {
	const parts = names.map(name => splitName(name));
	return new Map(
		Map.groupBy(parts, ({source}) => source)
			.entries()
			.map(([source, tables]) => [source, tables.map(({table}) => table).filter(table => table !== '')]),
	);
};

const tablesText = (tables: readonly string[]): string =>
	tables.length === 0 ? '' : say(': {reason}', {reason: namesText(tables)});

/** A line for each source: those that are waited for first. */
const sourceLines = (lock: LockView, symbols: Symbols): readonly Line[] => {
	const {mode, owner, synced, waiting, unsyncedTables} = lock;
	const has = mode === 'optimistic' ? say('has run it') : say('has reached it and waits');
	const hasNot =
		mode === 'optimistic' ? say('has not run it') : say('the others wait for it: it has not reached the DDL');
	const unsynced = bySource(unsyncedTables);
	const names = [...bySource(waiting).keys(), ...bySource(synced).keys()];
	const width =
		greatest(
			names.map(name => textWidth(name)),
			0,
		) + 2;
	const ownerText = (source: string) =>
		source === splitName(owner).source && mode !== 'optimistic'
			? say('; as the owner it runs the DDL downstream')
			: '';
	return [
		...bySource(waiting)
			.entries()
			.map(([source, tables]): Line => [
				...healthSign('blocked', symbols),
				span(` ${padTo(source, width)}`, 'strong'),
				span(hasNot + tablesText(tables.length > 0 ? tables : (unsynced.get(source) ?? [])), 'warn'),
				span(ownerText(source), 'dim'),
			]),
		...bySource(synced)
			.entries()
			.map(([source, tables]): Line => [
				...healthSign('finished', symbols),
				span(` ${padTo(source, width)}`, 'strong'),
				span(has + tablesText(tables)),
				span(ownerText(source), 'dim'),
			]),
	];
};

const noteOf = ({areLocksListed, lockProblem}: DiagnosedView, {isListed}: LockView): Line => {
	if (areLocksListed) {
		return [
			span(
				isListed === true
					? say('dm-master lists it')
					: say('the status of the subtasks shows it; dm-master does not list it'),
				'dim',
			),
		];
	}

	return [
		span(say('the status of the subtasks shows it'), 'dim'),
		...(lockProblem
			? [span(`${say('; dm-master’s own list:')} `, 'dim'), span(lockProblem.what, 'warn')]
			: []),
	];
};

/** The findings about the lock's task. */
const findingsOf = ({cluster}: Drawing, {task}: LockView) =>
	cluster.diagnosis.ofTask(task).filter(({kind}) => kind.startsWith('ddl-'));

/** The title of a lock above its preview: every name with its label. */
export const lockCaption = ({id, task, table}: LockView): string =>
	table === ''
		? say('DDL lock of task {task}, {id}', {task, id})
		: say('DDL lock of task {task} on table {table}', {task, table});

/** At most `height` lines of `width` columns. */
export const lockPreview = (
	lock: LockView,
	width: number,
	height: number,
	drawing: Drawing,
): readonly Line[] => {
	const {now} = drawing.cluster;
	const {id, mode, ddls, owner, conflict, since, isSinceSeen} = lock;
	const findings = findingsOf(drawing, lock);
	const sources = sourceLines(lock, drawing.symbols);
	const isTold = findings.some(({why}) => why.some(line => line.startsWith('DDL')));
	return [
		...findingsLines(findings, drawing, {task: lock.task}, {width, most: height - sources.length - 3}),
		...(isTold ? [] : ddls.map(ddl => labelled('DDL', span(ddl, 'warn')))),
		...sources,
		...(mode === 'optimistic' && owner !== ''
			? [
					labelled(
						'differs',
						span(say('{owner} holds the DDL that conflicts with the others', {owner}), 'warn'),
					),
				]
			: []),
		...(conflict === '' ? [] : [labelled('DM', span(conflict, 'warn'))]),
		labelled(
			'lock ID',
			span(id),
			span(
				`   ${mode}${say(', ')}${sinceText({since, isSinceAtLeast: !isSinceSeen}, now)}${say('; ')}`,
				'dim',
			),
			...noteOf(drawing.cluster, lock),
		),
	]
		.flatMap(line => wrapLine(line, width, labelWidth))
		.slice(0, height);
};
