import {describe, expect, it} from 'vitest';
import {parseStatusDocument} from '../../../source/dm/parse-status.js';
import type {Observation} from '../../../source/providers/provider.js';
import {textWidth} from '../../../source/terminal/width.js';
import {decodeMembers} from '../../../source/providers/dm-master/members.js';
import {queryStatus} from '../../dm/recorded.js';
import {entry, syncing} from '../../monitor/watched.js';
import {rowOf, selectedRow} from '../parts.js';
import {type Screen, keys, noon, recorded, showScreen, wholeAnswer} from '../screen.js';

const ddlLock = 'ddl-lock-and-sync-errors/v1alpha1-status.json';

const show = async (...parameters: Parameters<typeof showScreen>): Promise<Screen> =>
	showScreen(...parameters);

describe('the tasks', () => {
	it('are shown worst first, with dmctl’s status, their unit and their sources', async () => {
		const {text} = await show([wholeAnswer(ddlLock)]);
		const names = text()
			.split('\n')
			.slice(4, 8)
			.map(line => line.slice(3).split(/\s+/v, 1)[0]);
		expect(names).toEqual(['broken', 'orders', 'shard', 'bigload']);
		expect(rowOf(text(), 'broken')).toMatch(/✗ broken +Error +Sync +0\/2/v);
		expect(rowOf(text(), 'shard')).toMatch(/! shard +Running +Sync +2\/2/v);
		expect(rowOf(text(), 'bigload')).toMatch(/✓ bigload +Finished +Load +3\/3/v);
	});

	it('show a lag of 0 as unknown while a sharded DDL blocks', async () => {
		const {text} = await show([wholeAnswer(ddlLock)], {columns: 120, rows: 40});
		expect(rowOf(text(), 'shard')).toMatch(/2\/2 +\? /v);
	});

	it('are counted above the table', async () => {
		const {text} = await show([wholeAnswer(ddlLock)]);
		expect(text().split('\n', 2)[1]).toContain('4 tasks');
		expect(text().split('\n', 2)[1]).toContain('✗2 error  !1 waiting  ✓1 finished');
	});

	it.each([
		[80, 24],
		[120, 40],
		[200, 50],
		[60, 15],
		[500, 150],
	])('fill a terminal of %dx%d exactly', async (columns, rows) => {
		const {text, raw} = await show([wholeAnswer(ddlLock)], {columns, rows});
		expect(raw().split('\n')).toHaveLength(rows);
		for (const line of text().split('\n')) {
			expect(textWidth(line)).toBeLessThanOrEqual(columns);
		}
	});

	it('are replaced by a message in a terminal that is too small, and return when it grows', async () => {
		const {text, resize} = await show([wholeAnswer(ddlLock)], {columns: 20, rows: 5});
		expect(text()).toContain('dm-top needs 60x15');
		await resize(80, 24);
		expect(text()).toContain('broken');
	});
});

describe('navigating with the keyboard', () => {
	it('leads from a task to its sources and to all details of a subtask', async () => {
		const {text, press} = await show([wholeAnswer(ddlLock)], {columns: 120, rows: 50});
		await press(keys.down, keys.enter);
		expect(text().split('\n', 3)[2]).toContain('Tasks › orders');
		expect(rowOf(text(), 'mysql-replica-01')).toContain('Paused');
		await press(keys.enter);
		expect(text()).toContain('orders › mysql-replica-01');
		expect(text()).toMatch(/code +36067/v);
		expect(text()).toContain('what to do');
		await press('G');
		expect(text()).toContain('(mysql-bin.000001, 223136355)');
		await press(keys.esc, keys.esc);
		expect(selectedRow(text())).toContain('orders');
		await press(keys.esc);
		expect(selectedRow(text())).toContain('orders');
	});

	it('shows a blocked group with its target, its DDLs and who has not reached them', async () => {
		const {text, press} = await show([wholeAnswer(ddlLock)], {columns: 120, rows: 60});
		await press(keys.down, keys.down, keys.enter, keys.enter);
		expect(text()).toContain('Unresolved group `shard`.`t`');
		expect(text()).toContain('ALTER TABLE `shard`.`t` ADD COLUMN `c1` INT');
		expect(text()).toContain('position: (mysql-bin.000001, 223136243), gtid-set: 1-1-575');
	});

	it('keeps the selection on the task when the order changes', async () => {
		const {text, press, apply} = await show([wholeAnswer('syncing/v1alpha1-status.json')]);
		await press(keys.down);
		const before = selectedRow(text()).split(/\s+/v, 2)[1];
		await apply([wholeAnswer(ddlLock, noon + 2000)], noon + 2000);
		expect(selectedRow(text())).toContain(before ?? 'nothing');
	});

	it('scrolls if there is not enough space', async () => {
		const {text, press} = await show([wholeAnswer(ddlLock)], {columns: 80, rows: 15});
		await press(keys.enter, keys.enter);
		const top = text();
		await press('G');
		expect(text()).not.toBe(top);
		await press('g');
		expect(text()).toBe(top);
	});
});

describe('a filter', () => {
	it('applies as it is typed, is kept by Enter and cleared by Esc', async () => {
		const {text, press} = await show([wholeAnswer(ddlLock)]);
		await press('/', 'b', 'r', 'o');
		expect(rowOf(text(), 'broken')).not.toBe('');
		expect(rowOf(text(), 'bigload')).toBe('');
		await press(keys.enter);
		expect(text()).toContain('filter bro');
		await press(keys.enter);
		expect(text()).toContain('Tasks › broken');
		await press(keys.esc, keys.esc);
		expect(rowOf(text(), 'bigload')).not.toBe('');
	});

	it('that matches nothing says so', async () => {
		const {text, press} = await show([wholeAnswer(ddlLock)]);
		await press('/', 'x', 'y', 'z');
		expect(text()).toContain('None of the 4 rows match the filter');
	});
});

describe('sorting and filtering', () => {
	it('sorts by any column and shows which', async () => {
		const {text, press} = await show([wholeAnswer(ddlLock)]);
		await press('s', keys.right, keys.enter);
		const names = text()
			.split('\n')
			.slice(4, 8)
			.map(line => line.slice(3).split(/\s+/v, 1)[0]);
		expect(names).toEqual(['bigload', 'broken', 'orders', 'shard']);
		expect(text()).toContain('sort TASK↑');
	});

	it('shows only problems, and then all again', async () => {
		const {text, press} = await show([wholeAnswer(ddlLock)]);
		await press('e');
		expect(rowOf(text(), 'bigload')).toBe('');
		expect(text()).toContain('problems only');
		await press('e');
		expect(rowOf(text(), 'bigload')).not.toBe('');
	});
});

describe('a frozen screen', () => {
	it('stays as it is while monitoring continues, and is up to date when it is unfrozen', async () => {
		const {text, press, apply} = await show([wholeAnswer('syncing/v1alpha1-status.json')]);
		await press('p');
		await apply([wholeAnswer(ddlLock, noon + 2000)], noon + 2000);
		expect(text()).toContain('frozen');
		expect(rowOf(text(), 'broken')).not.toContain('Error');
		await press('p');
		expect(rowOf(text(), 'broken')).toContain('Error');
	});
});

describe('text from a server', () => {
	it('never reaches the terminal as a control sequence', async () => {
		const hostile = 'evil\u{1B}]0;owned\u{7}\u{1B}[2J\u{202E}task';
		const observation = wholeAnswer(ddlLock);
		const {text, raw, press} = await show([
			observation.kind === 'status'
				? {
						...observation,
						status: {
							...observation.status,
							sources: observation.status.sources.map(source => ({
								...source,
								subtasks: source.subtasks.map(subtask =>
									subtask.task === 'broken' ? {...subtask, task: hostile} : subtask,
								),
							})),
						},
					}
				: observation,
		]);
		expect(text()).toContain('evil␛]0;owned␇');
		await press(keys.enter, keys.enter);
		for (const sequence of ['\u{1B}]', '\u{1B}[2J', '\u{7}', '\u{202E}']) {
			expect(raw()).not.toContain(sequence);
		}
	});
});

describe('help', () => {
	it('lists the keys from the table that binds them', async () => {
		const {text, press} = await show([wholeAnswer(ddlLock)], {columns: 100, rows: 60});
		await press('3', '?');
		expect(text()).toContain('Keys here');
		expect(text()).toMatch(/p +freeze or unfreeze the screen/v);
		await press(keys.esc);
		expect(text()).toContain('Workers');
	});
});

describe('the ASCII theme', () => {
	it('draws only ASCII', async () => {
		const {text, press} = await show([wholeAnswer(ddlLock)], {columns: 120, rows: 40, ascii: true});
		const isAscii = (drawn: string) => /^[\n\u{20}-\u{7E}]*$/v.test(drawn);
		expect(isAscii(text())).toBe(true);
		await press('/', 'b');
		expect(isAscii(text())).toBe(true);
		await press(keys.esc, '?');
		expect(isAscii(text())).toBe(true);
		await press('6');
		expect(isAscii(text())).toBe(true);
		await press('5');
		expect(isAscii(text())).toBe(true);
		await press('1', keys.enter, keys.enter);
		expect(isAscii(text())).toBe(true);
	});
});

describe('the provider', () => {
	it('learns which sources are on screen', async () => {
		const {press, focused} = await show([wholeAnswer(ddlLock)]);
		await press(keys.down, keys.down, keys.enter);
		await expect.poll(focused).toEqual(['mysql-replica-01', 'mysql-replica-02']);
	});
});

describe('a narrow screen', () => {
	const first = (text: string) => text.split('\n', 3);

	it('shows the leader beside a long name, and every view', async () => {
		const members = {
			kind: 'cluster' as const,
			at: noon,
			...decodeMembers(recorded('syncing/v1alpha1-members.json')),
		};
		const {text, press, resize} = await show([wholeAnswer(ddlLock), members], {
			columns: 76,
			rows: 15,
			title: 'production-replication-of-the-eastern-region',
		});
		expect(first(text())[0]).toMatch(/^ production-r…stern-region │ leader m1 /v);
		await resize(60, 15);
		expect(first(text())[2]).toMatch(/^ 1 Tasks 2 Sou 3 Wor 4 Loc 5 Eve 6 Fin\(4\) +1-4 of 4$/v);
		await press('3');
		expect(first(text())[2]).toMatch(/^ 1 Tas 2 Sou 3 Workers 4 Loc 5 Eve 6 Fin\(4\) /v);
	});
});

describe('a refresh', () => {
	const answer = (at: number, rows: string): Observation => ({
		kind: 'status',
		at,
		status: parseStatusDocument(
			queryStatus([entry('s1', [syncing('orders', {totalRows: rows, totalEvents: rows})])]),
		),
	});
	const message = ({text}: Screen) => text().split('\n').at(-1)!.trim();

	it('is confirmed by its answer, also where that changes nothing on the screen', async () => {
		const screen = await show([answer(noon, '10'), answer(noon + 1000, '10')]);
		await screen.press('r');
		expect(message(screen)).toBe('Asking again…');
		await screen.apply([answer(noon + 2000, '10')], noon + 2000);
		expect(message(screen)).toBe('Answered at 12:00:02: nothing has changed.');
		await screen.apply([answer(noon + 3000, '900')], noon + 3000);
		expect(message(screen)).toBe('Answered at 12:00:02: nothing has changed.');
		await screen.press('r');
		await screen.apply([answer(noon + 4000, '9900')], noon + 4000);
		expect(message(screen)).toBe('Answered at 12:00:04.');
	});

	it('is forgotten at the next key', async () => {
		const screen = await show([answer(noon, '0')]);
		await screen.press('r', keys.down);
		await screen.apply([answer(noon + 2000, '20')], noon + 2000);
		expect(message(screen)).toContain('quit');
	});
});
