/** The table of clusters: what it tells of the one under the cursor, and its keys. */
import {afterEach, expect, test} from 'vitest';
import {createTheme} from '../../../../source/components/theme/theme.js';
import {ThemeProvider} from '../../../../source/components/theme/use-theme.js';
import {DeskView} from '../../../../source/screens/app/clusters/desk-view.js';
import {keys, openWalk} from '../../../language/walker.js';
import {makeApp, wholeAnswer} from '../../screen.js';
import {openInk} from '../../steer.js';

let walker: Awaited<ReturnType<typeof openWalk>> | undefined;

const show = async (scenario: string, columns: number, rows: number) => {
	walker = await openWalk({scenario, columns, rows, isDesk: true});
	return walker;
};

afterEach(async () => {
	await walker?.close();
	walker = undefined;
});

test('the totals, findings and events of a cluster are below the table', async () => {
	const {lines} = await show('bad-ddl', 120, 40);
	const text = lines().join('\n');
	expect(text).toMatch(/─ bad-ddl ─/v);
	expect(text).toMatch(/3 tasks {2}✗1 error {2}●2 running/v);
	expect(text).toMatch(/FINDING +TASK +SOURCE/v);
	expect(text).toMatch(
		/✗ critical A DDL cannot be parsed: syntax not supported by TiDB +places +mysql-geo +worker-3/v,
	);
	expect(text).toMatch(/What happened\n.* ✗ places\/mysql-geo {2}A DDL cannot/v);
});

test('on a low screen the table is all there is, and nothing is wider than the screen', async () => {
	const {lines, resize} = await show('shop', 80, 15);
	expect(lines().join('\n')).toMatch(/and \d more findings/v);
	for (const [columns, rows] of [
		[60, 15],
		[20, 5],
		[1, 1],
		[200, 50],
	] as const) {
		await resize(columns, rows);
		expect(lines().length).toBeLessThanOrEqual(rows);
		expect(lines().filter(line => line.length > columns)).toEqual([]);
	}
});

test('function keys are keys there, too', async () => {
	const {lines, press} = await show('calm', 80, 24);
	await press('\u{1B}[15~');
	expect(lines().at(-1)).toBe(' no key F5; ? lists them');
	await press('\u{1B}OP');
	expect(lines().join('\n')).toContain('Home');
	await press(keys.down);
	expect(lines().at(-1)).toContain('↵ open');
});

/** The table of clusters with these titles on a terminal of so many rows, and a mouse; `shown`: those that were opened. */
const withMouse = async (titles: readonly string[], rows: number) => {
	const answer = [wholeAnswer('ddl-lock-and-sync-errors/v1alpha1-status.json')];
	const apps = titles.map(title => ({title, ...makeApp(answer, {title})}));
	const shown: string[] = [];
	const state = {open: apps.map(({title, props}) => ({name: title, props})), shown: undefined};
	const desk = {
		subscribe: () => () => undefined,
		current: () => state,
		names: [],
		show(name: string) {
			shown.push(name);
		},
		showAll: () => undefined,
	};
	const {draw, settle, lines} = openInk(80, rows);
	await draw(
		<ThemeProvider value={createTheme({ascii: false, colors: 1})}>
			<DeskView desk={desk} />
		</ThemeProvider>,
	);
	const point = async (kind: 'press' | 'wheel-up' | 'wheel-down', row: number) => {
		apps[0]!.point({kind, row, column: 8});
		await settle();
		return lines().find(line => line.startsWith('▸'));
	};

	return {point, shown, lines};
};

test('a click selects a cluster, a double click opens it, the wheel goes through them', async () => {
	const {point, shown} = await withMouse(['one', 'two', 'three'], 24);
	expect(await point('press', 3)).toContain('two');
	expect(await point('wheel-down', 3)).toContain('three');
	expect(await point('wheel-down', 3)).toContain('three');
	expect(await point('wheel-up', 9)).toContain('two');
	expect(await point('press', 0)).toContain('two');
	expect(await point('press', 12)).toContain('two');
	expect(shown).toEqual([]);
	await point('press', 4);
	expect(await point('press', 4)).toContain('three');
	expect(shown).toEqual(['three']);
});

test('a click below the last row on screen opens no hidden one', async () => {
	const {point, shown, lines} = await withMouse(['one', 'two', 'three', 'four', 'five'], 5);
	expect(lines().join('\n')).toContain('two');
	expect(lines().join('\n')).not.toContain('three');
	expect(await point('press', 4)).toContain('one');
	expect(await point('press', 4)).toContain('one');
	expect(shown).toEqual([]);
	expect(await point('press', 3)).toContain('two');
});

/** Three clusters, of which only the second has an error; in their order on the screen. */
const openThree = async () => {
	const answers = [
		'syncing/v1alpha1-status.json',
		'ddl-lock-and-sync-errors/v1alpha1-status.json',
		'loading/v1alpha1-status.json',
	];
	const apps = ['alpha', 'beta', 'gamma'].map((title, index) => ({
		title,
		...makeApp([wholeAnswer(answers[index]!)], {title}),
	}));
	const opened: string[] = [];
	const state = {open: apps.map(({title, props}) => ({name: title, props})), shown: undefined};
	const ink = openInk(120, 24);
	await ink.draw(
		<ThemeProvider value={createTheme({ascii: false, colors: 1})}>
			<DeskView
				desk={{
					subscribe: () => () => undefined,
					current: () => state,
					names: [],
					show(name: string) {
						opened.push(name);
					},
					showAll: () => undefined,
				}}
			/>
		</ThemeProvider>,
	);
	const names = (): string =>
		ink
			.lines()
			.flatMap(line => /^(?:▸| )\S (?<name>alpha|beta|gamma) /v.exec(line)?.groups?.['name'] ?? [])
			.join(' ');
	return {...ink, names, opened};
};

test('the table is filtered as every other table', async () => {
	const {names, press, lines, opened} = await openThree();
	expect(names().split(' ').toSorted()).toEqual(['alpha', 'beta', 'gamma']);
	await press('/');
	for (const letter of 'gam') {
		await press(letter);
	}

	expect(names()).toBe('gamma');
	expect(lines().at(-1)).toContain('/gam');
	expect(lines()[0]).toMatch(/filter gam {2}2 hidden {2}1-1 of 1/v);
	await press('\r');
	await press('\r');
	expect(opened).toEqual(['gamma']);
	await press('/');
	for (const text of ['\u{15}', 'x', 'x']) {
		await press(text);
	}

	expect(names()).toBe('');
	expect(lines().join('\n')).toContain('None of the 3 rows match the filter. Esc clears it.');
	await press('\r');
	await press('\r');
	expect(opened).toEqual(['gamma']);
	await press('\u{1B}');
	expect(names().split(' ')).toHaveLength(3);
});

test('the table is sorted and narrowed by the keys of every other table, and the cursor follows its row', async () => {
	const {names, press, lines} = await openThree();
	const first = names();
	expect(first.startsWith('beta')).toBe(true);
	await press('s');
	expect(lines().at(-1)).toContain('Sort by');
	await press('\u{1B}[C');
	await press('\r');
	expect(names()).toBe('alpha beta gamma');
	expect(lines()[0]).toContain('sort CLUSTER');
	expect(lines().find(line => line.startsWith('▸'))).toContain('beta');
	await press('S');
	expect(names()).toBe('gamma beta alpha');
	await press('>');
	expect(lines()[0]).toContain('sort RUNNING');
	await press('e');
	expect(names()).toBe('beta');
	expect(lines()[0]).toContain('problems only');
	await press('\u{1B}');
	expect(names().split(' ')).toHaveLength(3);
	await press('\u{1B}');
	expect(names()).toBe(first);
});
