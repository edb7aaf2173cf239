/**
 * How tables use their space, for every shipped scenario and width: no text is cut while another column has more than it
 * needs, and what tells things apart is never cut.
 */
import {describe, expect, it} from 'vitest';
import {type Line, lineText, lineWidth} from '../../../../source/components/line.js';
import {type Column, gap, layoutColumns, columnTitle} from '../../../../source/components/table/layout.js';
import type {DiagnosedView} from '../../../../source/findings/diagnosis.js';
import {eventsList} from '../../../../source/screens/lists/events.js';
import {findingsList} from '../../../../source/screens/lists/findings.js';
import type {ListScreen} from '../../../../source/screens/lists/binding/list-screen.js';
import {locksList} from '../../../../source/screens/lists/locks.js';
import {sourcesList} from '../../../../source/screens/lists/sources.js';
import {sourceList, taskList} from '../../../../source/screens/lists/subtasks.js';
import {tasksList} from '../../../../source/screens/lists/tasks.js';
import {workersList} from '../../../../source/screens/lists/workers.js';
import {shippedScenarios} from '../../../../source/simulator/scenarios/shipped.js';
import {textWidth} from '../../../../source/terminal/width.js';
import {watchScenario} from '../../../findings/simulated.js';
import {drawingOf} from '../../drawing.js';

/** As much as anything needs. */
const ample = 1000;

/** Columns behind the signs of a row, on terminals of 60 to 500. */
const widths = [57, 64, 77, 90, 97, 117, 137, 157, 177, 197, 257, 297, 497];

/** Every table of a cluster, with the types of its rows forgotten by `check`. */
const eachTable = (
	cluster: DiagnosedView,
	check: <Row>(name: string, table: ListScreen<Row>) => void,
): void => {
	const drawing = drawingOf(cluster);
	check('tasks', tasksList(drawing));
	check('sources', sourcesList(drawing));
	check('workers', workersList(drawing));
	check('locks', locksList(drawing));
	check('events', eventsList(drawing));
	check('findings', findingsList(drawing));
	for (const task of cluster.tasks.slice(0, 12)) {
		check(`task ${task.name}`, taskList(task, task.name, drawing));
	}

	for (const source of cluster.sources.slice(0, 12)) {
		check(`source ${source.source}`, sourceList(source, source.source, drawing));
	}
};

/** Of numbers that change all the time the width stays; a plot takes what is left. */
const isElastic = <Row>({align, id}: Column<Row>): boolean => align === 'right' || id === 'trend';

const isCut = (drawn: Line, whole: Line): boolean => lineText(drawn).trimEnd() !== lineText(whole).trimEnd();

const wholes = new WeakMap<Record<string, unknown>, Map<unknown, Line>>();

/** What a column shows of a row where there is space for all of it: the same at every width. */
const wholeOf = <Row>(column: Column<Row>, row: Row): Line => {
	const known = wholes.get(column) ?? new Map<unknown, Line>();
	wholes.set(column, known);
	const line = known.get(row) ?? column.draw(row, ample);
	known.set(row, line);
	return line;
};

/** What goes against the rules in a table at a width. */
const faultsOf = <Row>({columns, rows}: ListScreen<Row>, width: number): string[] => {
	const placed = layoutColumns(columns, width);
	const used = placed.reduce((sum, column) => sum + column.width + gap, -gap);
	const shown = rows.slice(0, 60);
	let slack = width - used;
	const lacking: Array<readonly [text: string, lack: number]> = [];
	for (const {column, width: room} of placed) {
		if (isElastic(column)) {
			continue;
		}

		// What no row of the table needs, beyond the title.
		const needed = Math.max(
			textWidth(columnTitle(column, room)),
			...rows.slice(0, 2000).map(row => lineWidth(wholeOf(column, row))),
		);
		slack += Math.max(0, room - needed);
		for (const row of shown) {
			const [drawn, whole] = [column.draw(row, room), wholeOf(column, row)];
			const text = `${column.id}: “${lineText(whole)}” is “${lineText(drawn)}”`;
			const lack = column.isAllOrNothing === true ? needed - room : 1;
			lacking.push(...(isCut(drawn, whole) ? [[text, lack] as const] : []));
		}
	}

	return [
		...(used > width ? [`takes ${used} of ${width}`] : []),
		...lacking
			.filter(([, lack]) => lack <= slack)
			.slice(0, 1)
			.map(([text]) => `${slack} columns are empty; ${text}`),
	];
};

/** What must be whole wherever it is shown. */
const wholeColumns = new Set([
	'state',
	'sources',
	'behind',
	'lag',
	'rate',
	'errors',
	'unit',
	'tasks',
	'synced',
]);

const positionPattern = /(?<place>\d{6}:\d+)$/v;

const cutsOf = <Row>({columns, rows}: ListScreen<Row>, width: number): string[] =>
	layoutColumns(columns, width).flatMap(({column, width: room}) =>
		rows.slice(0, 60).flatMap(row => {
			const [drawn, whole] = [lineText(column.draw(row, room)), lineText(wholeOf(column, row))];
			const place = positionPattern.exec(whole)?.groups?.['place'] ?? '';
			const isWhole = wholeColumns.has(column.id) ? drawn === whole : true;
			return isWhole && drawn.endsWith(place) && textWidth(drawn) <= room
				? []
				: [`${column.id} of ${room}: “${whole}” is “${drawn}”`];
		}),
	);

/** What is wrong in any table at any width, each with where it stands. */
const atEachWidth = (
	moments: readonly DiagnosedView[],
	wrongIn: <Row>(list: ListScreen<Row>, width: number) => readonly string[],
): readonly string[] => {
	const wrong: string[] = [];
	for (const cluster of moments) {
		eachTable(cluster, (table, list) => {
			for (const width of widths) {
				wrong.push(...wrongIn(list, width).map(what => `${table} at ${width}: ${what}`));
			}
		});
	}

	return wrong;
};

/** Nearly a third. */
const shareOfReasons = 0.32;

/** Reasons that are cut though they have less than that of the table. */
const shortReasons = <Row>({columns, rows}: ListScreen<Row>, width: number): readonly string[] => {
	const placed = layoutColumns(columns, width).find(({column: {id}}) => id === 'why');
	return placed === undefined || placed.width >= Math.floor(width * shareOfReasons)
		? []
		: rows.flatMap(row => {
				const [drawn, whole] = [placed.column.draw(row, placed.width), wholeOf(placed.column, row)];
				return isCut(drawn, whole) ? [`“${lineText(whole)}” in ${placed.width}`] : [];
			});
};

describe.for(Object.keys(shippedScenarios))('%s', name => {
	const moments = watchScenario(name, {seconds: 120, every: 60})
		.drop(1)
		.map(({cluster}) => cluster)
		.toArray();

	it('no text is truncated while cells next to it are empty', () => {
		expect(atEachWidth(moments, faultsOf)).toEqual([]);
	});

	it('reasons have nearly a third of the table, or all that they need', () => {
		expect(atEachWidth(moments, shortReasons)).toEqual([]);
	});

	it('states, counts and positions are never truncated', () => {
		expect(atEachWidth(moments, cutsOf)).toEqual([]);
	});
});

describe('the tasks of a shop', () => {
	const {cluster} = [...watchScenario('shop', {seconds: 60, every: 60})].at(-1)!;
	const idsAt = (width: number) =>
		layoutColumns(tasksList(drawingOf(cluster)).columns, width).map(({column}) => column.id);

	it('keep state, lag and reason at 60 columns, and errors at 80', () => {
		expect(idsAt(57)).toEqual(['task', 'state', 'sources', 'lag', 'why']);
		expect(idsAt(77)).toEqual(['task', 'state', 'unit', 'sources', 'lag', 'rate', 'errors', 'why']);
	});

	it('have at 120 every column except the history of the lag and the distance, which plots show', () => {
		expect(idsAt(117)).toEqual([
			'task',
			'state',
			'unit',
			'sources',
			'lag',
			'slope',
			'rate',
			'eta',
			'errors',
			'why',
		]);
	});

	it('and on the page of a task at 200 also validation', () => {
		const task = cluster.tasks.find(({subtasks}) => subtasks.length > 1)!;
		const ids = layoutColumns(taskList(task, task.name, drawingOf(cluster)).columns, 197).map(
			({column}) => column.id,
		);
		expect(ids).toEqual(taskList(task, task.name, drawingOf(cluster)).columns.map(({id}) => id));
		expect(ids).toContain('validation');
	});
});
