/** The contents of the columns of each table, how it is sorted by them, and how a filter names them. */
import {describe, expect, test} from 'vitest';
import {lineText} from '../../../../source/components/line.js';
import {unicodeSymbols} from '../../../../source/components/symbols.js';
import type {Column} from '../../../../source/components/table/layout.js';
import {parseFilter} from '../../../../source/screens/filtering/parse.js';
import {
	fieldsOf,
	nameOfColumn,
	searchedOf,
	textOfCell,
} from '../../../../source/screens/lists/binding/fields.js';
import {bindList, chooseRows} from '../../../../source/screens/lists/binding/list.js';
import {eventsList} from '../../../../source/screens/lists/events.js';
import {findingsList} from '../../../../source/screens/lists/findings.js';
import type {ListScreen} from '../../../../source/screens/lists/binding/list-screen.js';
import {locksList} from '../../../../source/screens/lists/locks.js';
import {sourcesList} from '../../../../source/screens/lists/sources.js';
import {taskList} from '../../../../source/screens/lists/subtasks.js';
import {tasksList} from '../../../../source/screens/lists/tasks.js';
import {workersList} from '../../../../source/screens/lists/workers.js';
import {simulatedAt} from '../../drawing.js';

const scenarios = ['shop', 'hung-worker', 'shard-lock'] as const;

type AnyScreen = ListScreen<unknown>;

/** Every table of a scenario, made when a test wants it: mutants are matched to the tests that run them. */
const tablesOf = (scenario: string): ReadonlyArray<readonly [string, AnyScreen]> => {
	const drawing = simulatedAt(scenario, 60);
	const {tasks} = drawing.cluster;
	const screens: ReadonlyArray<readonly [string, unknown]> = [
		['tasks', tasksList(drawing)],
		['sources', sourcesList(drawing)],
		['workers', workersList(drawing)],
		['locks', locksList(drawing)],
		['events', eventsList(drawing)],
		['findings', findingsList(drawing)],
		...tasks.map(task => [`task ${task.name}`, taskList(task, task.name, drawing)] as const),
	];
	return screens.map(([name, screen]) => [name, screen as AnyScreen]);
};

/** The table as it is drawn on a wide screen. */
const drawn = (screen: AnyScreen, width = 190): readonly string[] => {
	const list = bindList(
		screen,
		chooseRows(
			screen,
			{problems: false, sort: undefined, onlyMarked: false, marked: new Set()},
			parseFilter(''),
		),
		{
			sort: undefined,
			filter: parseFilter(''),
			choice: undefined,
			symbols: unicodeSymbols,
			plotsAt: () => undefined,
		},
	);
	return [
		lineText(list.titles(width)).trimEnd(),
		...list.ids.map((_, index) => {
			const {line, sign} = list.row(index, width);
			return `${lineText(sign)} ${lineText(line)}`.trimEnd();
		}),
	];
};

test.each<[string, readonly string[]]>([
	['hung-worker', ['tasks', 'sources', 'workers', 'findings', 'task ledger']],
	['shard-lock', ['locks']],
	['shop', ['tasks']],
])('tables of %s as they are read', (scenario, names) => {
	const shown = tablesOf(scenario).filter(([name]) => names.includes(name));
	expect(Object.fromEntries(shown.map(([name, screen]) => [name, drawn(screen)]))).toMatchSnapshot();
});

/** What is not plain in the cells of a table: "column: text (style)", each once. */
const stylesOf = ({rows, columns, sign}: AnyScreen): readonly string[] => {
	const cells = rows.flatMap(row => [
		...sign(row).map(piece => ['sign', piece] as const),
		...columns.flatMap(column => column.draw(row, 30).map(piece => [column.id, piece] as const)),
	]);
	return [
		...new Set(
			cells
				.filter(([, {style = 'plain'}]) => style !== 'plain')
				.map(([id, {text, style}]) => `${id}: ${text.trim()} (${String(style)})`),
		),
	];
};

test.each(['hung-worker', 'relay-trouble', 'bad-ddl'])('what stands out in the tables of %s', scenario => {
	const shown = tablesOf(scenario).map(([name, screen]) => [name, stylesOf(screen)] as const);
	expect(Object.fromEntries(shown)).toMatchSnapshot();
});

const namesOf = (column: Column<unknown>): readonly string[] => [
	column.id.toLowerCase(),
	nameOfColumn(column).toLowerCase(),
];

const sorted = (screen: AnyScreen, column: Column<unknown>, descending: boolean): readonly unknown[] =>
	chooseRows(
		screen,
		{problems: false, onlyMarked: false, marked: new Set(), sort: {column: column.id, descending}},
		parseFilter(''),
	);

describe.each(scenarios)('every table of %s', scenario => {
	const each = (check: (screen: AnyScreen) => void) => () => {
		for (const [, screen] of tablesOf(scenario)) {
			check(screen);
		}
	};

	test(
		'is sorted by the number that a column shows',
		each(screen => {
			for (const column of screen.columns) {
				const {value, compare} = column;
				if (!value || !compare) {
					continue;
				}

				const numbers = sorted(screen, column, false)
					.map(row => value(row))
					.filter(number => number !== undefined && Number.isFinite(number));
				expect(numbers, column.id).toEqual(numbers.toSorted((left, right) => Number(left) - Number(right)));
			}
		}),
	);

	test(
		'has one order by each column, and exactly the opposite in reverse',
		each(screen => {
			const {rows, columns} = screen;
			for (const column of columns) {
				const {compare} = column;
				if (!compare) {
					continue;
				}

				for (const left of rows) {
					for (const right of rows) {
						// Two that are not known are equal.
						const signs = [compare(left, right), compare(right, left)].map(sign => Math.sign(sign || 0));
						expect(signs[0]! + signs[1]!, column.id).toBe(0);
					}
				}

				const [up, down] = [sorted(screen, column, false), sorted(screen, column, true)];
				for (let index = 1; index < rows.length; index++) {
					expect(compare(up[index - 1], up[index]) || 0, column.id).toBeLessThanOrEqual(0);
					expect(compare(down[index - 1], down[index]) || 0, column.id).toBeGreaterThanOrEqual(0);
				}
			}
		}),
	);

	test(
		'begins with the greatest if a column has right-aligned numbers',
		each(screen => {
			const {columns} = screen;
			for (const {id, value, compare, align, descending} of columns) {
				if (value && compare) {
					expect([align, descending], id).toEqual(['right', true]);
				}
			}
		}),
	);

	test(
		'is filtered by what a column shows, named by its ID, its title or the first word of the title',
		each(screen => {
			const {rows, columns} = screen;
			const fields = fieldsOf(screen);
			const searched = searchedOf(screen);
			for (const column of columns) {
				const id = column.id.toLowerCase();
				const title = nameOfColumn(column).toLowerCase();
				expect([fields.has(id), fields.has(title), fields.has(title.split(/[ \/]/v, 1)[0]!)], id).toEqual([
					true,
					true,
					true,
				]);
				// TREND is also the ID of the column beside it: what a person reads comes first.
				const isShadowed = columns.find(one => namesOf(one).includes(id)) !== column;
				expect(rows.map(row => textOfCell(column, row))).toEqual(
					rows.map(row => textOfCell(column, row).trim()),
				);
				if (isShadowed || screen.fields?.has(id)) {
					continue;
				}

				expect(fields.get(id), id).toBe(column.value ? 'number' : 'text');
				expect(
					rows.map(row => [searched.field(row, id), searched.number(row, id)]),
					id,
				).toEqual(rows.map(row => [textOfCell(column, row), column.value?.(row)]));
			}

			expect(fields.has('nothing')).toBe(false);
			expect(rows.map(row => searched.field(row, 'nothing')).join('')).toBe('');
		}),
	);
});
