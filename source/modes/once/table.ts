/**
 * What `--once` prints for a person: a line of totals, then one line per task and per finding.
 */
import {say} from '../../language/say.js';
import {noOverlay} from '../../operations/following/telling/flashes.js';
import {fitLine, lineText, span} from '../../components/line.js';
import {formatPercent} from '../../components/quantity.js';
import {type Column, layoutColumns} from '../../components/table/layout.js';
import {tableRow, tableTitles} from '../../components/table/table.js';
import {asciiSymbols, inAscii, unicodeSymbols} from '../../components/symbols.js';
import type {Finding} from '../../findings/finding.js';
import type {TaskView} from '../../monitor/view.js';
import {lastKnownMark} from '../../screens/cells/cells.js';
import {placeText, sinceText} from '../../screens/cells/finding-lines.js';
import type {Drawing} from '../../screens/drawing.js';
import {tasksList} from '../../screens/lists/tasks.js';
import {noPast} from '../../screens/plots/no-past.js';
import {problemText} from '../../providers/problem-text.js';
import {sanitize} from '../../terminal/sanitize.js';
import {totalsLine} from '../plain/lines.js';
import type {Observed} from './observe-once.js';

/** How `--once` writes: the signs, the width in columns, and the cluster's name. */
export type PrintOptions = {
	readonly ascii: boolean;
	/** The columns of the terminal, or the width for a file. */
	readonly width: number;
	readonly title: string;
};

/** Columns that need a second answer: a single one leaves them out. */
const needTime = new Set(['slope', 'trend', 'rate', 'eta', 'age']);

const progressColumn = (): Column<TaskView> => ({
	id: 'progress',
	title: say('PROGRESS'),
	align: 'right',
	min: 8,
	priority: 89,
	draw: ({progress, incomplete}) =>
		progress === undefined ? [span('-')] : [span(formatPercent(progress)), ...lastKnownMark(incomplete)],
});

/** The columns of the table of tasks that one answer can fill. */
const columnsFor = (columns: ReadonlyArray<Column<TaskView>>, tasks: readonly TaskView[]) => {
	const hasProgress = tasks.some(({progress}) => progress !== undefined);
	return columns.flatMap(column =>
		needTime.has(column.id) ? (column.id === 'trend' && hasProgress ? [progressColumn()] : []) : [column],
	);
};

/** A finding in one line: "critical subtask-error orders › mysql-01: A DDL cannot be parsed (36067), since 12:00:05. Do: …". */
const findingText = (finding: Finding, lookedAt: number, now: number): string => {
	const {severity, kind, what, fix, error} = finding;
	const place = placeText(finding);
	const code = error?.code;
	const whole =
		code === undefined || what.includes(String(code)) ? what : say('{what} ({code})', {what, code});
	// A single answer does not show when something began.
	const since = finding.since === undefined || finding.since >= lookedAt ? '' : sinceText(finding, now);
	const told = say('{name}: {text}', {
		name: [severity, kind, place].filter(word => word !== '').join(' '),
		text: [whole, since].filter(part => part !== '').join(say(', ')),
	});
	const [step] = fix;
	return sanitize(step === undefined ? told : problemText({what: told, fix: say('Do: {step}', {step})}));
};

/** How many findings that say the same about different places are listed; the others are counted. */
const mostAlike = 100;

/** Findings that begin and continue alike are one cause: with 100,000 sources they are megabytes of one sentence. */
const findingLines = (findings: readonly Finding[], lookedAt: number, now: number): string[] => {
	const counts = new Map<string, number>();
	const lines: string[] = [];
	for (const finding of findings) {
		const alike = `${finding.kind}: ${finding.what}`;
		const count = (counts.get(alike) ?? 0) + 1;
		counts.set(alike, count);
		if (count <= mostAlike) {
			lines.push(findingText(finding, lookedAt, now));
		}
	}

	for (const [alike, count] of counts) {
		if (count > mostAlike) {
			lines.push(
				sanitize(
					say('{count} more like this (--json lists all): {text}', {count: count - mostAlike, text: alike}),
				),
			);
		}
	}

	return lines;
};

/** A note for those who give a list. */
const noDetails = (): string =>
	say('A list of tasks has no details: give the answer to query-status TASK for lag, progress and errors.');

/** One line of totals, one per task, worst first, one per finding, and one for each part that could not be read. */
export const printTable = ({cluster}: Observed, {ascii, width, title}: PrintOptions): string => {
	const symbols = ascii ? asciiSymbols : unicodeSymbols;
	const drawing: Drawing = {
		cluster,
		symbols,
		lagsOf: () => new Float64Array(),
		plotSpan: 600_000,
		pastOf: noPast,
		overlayOf: noOverlay,
		canOperate: false,
		inquiries: new Map(),
	};
	const list = tasksList(drawing);
	const layout = layoutColumns(columnsFor(list.columns, cluster.tasks), width);
	const {diagnosis} = cluster;
	const rows = cluster.tasks.map(task => tableRow(layout, task));
	const text = [
		totalsLine(cluster, title),
		...(rows.length === 0
			? [sanitize(list.empty)]
			: [tableTitles(layout, symbols), ...rows].map(line => lineText(fitLine(line, width)).trimEnd())),
		...findingLines(diagnosis.findings, cluster.at, cluster.now),
		...(cluster.form === 'dmctl-list' ? [noDetails()] : []),
		...cluster.notes.map(({text}) => sanitize(text)),
		'',
	].join('\n');
	return ascii ? inAscii(text) : text;
};
