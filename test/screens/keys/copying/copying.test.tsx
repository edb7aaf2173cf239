import {describe, expect, it} from 'vitest';
import {parseStatusDocument} from '../../../../source/dm/parse-status.js';
import {processError} from '../../../dm/subtasks.js';
import {entry, syncing} from '../../../monitor/watched.js';
import {footerOf} from '../../parts.js';
import {type Screen, type ShowOptions, keys, noon, showScreen, wholeAnswer} from '../../screen.js';

const show = async (options: ShowOptions = {}): Promise<Screen> =>
	showScreen([wholeAnswer('ddl-lock-and-sync-errors/v1alpha1-status.json')], {
		columns: 120,
		rows: 40,
		...options,
	});

describe('copying', () => {
	it('offers the command that fixes the problem first, even if dm-top itself may not operate', async () => {
		const {text, press, copied} = await show({readOnly: true});
		await press(keys.down, 'y');
		expect(text()).toContain('Copy of orders');
		await press(keys.enter);
		// It adds a column: skipped, later rows would no longer match the table.
		expect(copied).toEqual([
			"dmctl --master-addr 10.0.1.11:8261 binlog replace orders -s mysql-replica-01 -b mysql-bin.000001:223136397 'alter table bad.t add column g point not null default (point(1,1));'",
		]);
		expect(text().split('\n').slice(-2)).toEqual([
			expect.stringContaining(
				' copied dmctl --master-addr 10.0.1.11:8261 binlog replace orders -s mysql-replica-01',
			),
			expect.stringContaining(" 'alter table bad.t add column g point not null default (point(1,1));'"),
		]);
	});

	it('calls the command what it does, since an error comes back after a mere resume', async () => {
		const {text, press} = await show();
		await press(keys.down, 'y');
		expect(text()).toContain('dmctl command: Replace, with the DDL to be edited');
		const screen = await showScreen([wholeAnswer('live-2/v1alpha1-100-errors.json')], {
			columns: 120,
			rows: 40,
		});
		await screen.press('y');
		expect(screen.text()).toContain('dmctl command: Resume ');
		expect(screen.text()).not.toContain('that fixes it');
	});

	it('copies the command for the row under the cursor, whatever is marked', async () => {
		const {press, copied} = await show();
		await press(' ', 'y', keys.enter);
		expect(copied[0]).toContain('binlog replace orders ');
		await press('Y');
		expect(copied[1]).toContain('binlog replace orders ');
		expect(copied[1]).not.toContain('binlog replace broken ');
	});

	it('selects an entry by its letter', async () => {
		const {text, press, copied} = await show();
		await press(keys.down, 'y', 'p');
		expect(copied).toEqual(['mysql-bin.000001:223136397']);
		expect(footerOf(text())).toBe(' copied mysql-bin.000001:223136397');
		await press('y', 't', 'y', 'z');
		expect(copied.at(-1)).toBe('orders');
		expect(text()).toContain('Copy of orders');
		expect(footerOf(text())).toBe(' no entry z; Esc leaves');
		await press(keys.esc);
		expect(text()).not.toContain('Copy of orders');
		expect(copied).toHaveLength(2);
	});

	it('says which setting tmux needs', async () => {
		const {text, press} = await show({
			clipboard: {kind: 'maybe', why: 'tmux needs: set -g set-clipboard on'},
		});
		await press('y', 't');
		expect(footerOf(text())).toBe(' copied broken   if it is not there: tmux needs: set -g set-clipboard on');
	});

	it('shows the text for selecting it if the terminal has no clipboard', async () => {
		const {text, press} = await show({clipboard: {kind: 'no', why: 'this terminal has no clipboard'}});
		await press(keys.down, 'y', 'p');
		expect(text()).toContain('mysql-bin.000001:223136397');
		expect(footerOf(text())).toBe(
			' this terminal has no clipboard: select the text with the mouse; q goes back.',
		);
		await press('q');
		expect(text()).toContain('Tasks');
	});

	it('copies a page as it is shown', async () => {
		const {press, copied} = await show();
		await press('?', '?', 'y');
		expect(copied).toHaveLength(1);
		expect(copied[0]).toContain('Keys here');
	});

	it('writes a complete ticket', async () => {
		const {text, press, copied} = await show();
		await press(keys.down, keys.enter, 'Y');
		const ticket = copied[0] ?? '';
		expect(footerOf(text())).toMatch(/ copied a ticket about orders on mysql-replica-01, \d+ lines/v);
		expect(ticket).toMatch(/^# orders on mysql-replica-01: /v);
		expect(ticket).toContain('Cluster prod-dm');
		expect(ticket).toContain('by dm-top 0.1.0');
		expect(ticket).toContain('Seen since 2026-11-23 12:00:00 UTC, maybe longer.');
		expect(ticket).toContain('mysql-bin.000001:223136397');
		expect(ticket).toContain('36067');
		expect(ticket).toContain('\n```sh\ndmctl --master-addr 10.0.1.11:8261 binlog replace orders');
		expect(ticket).toContain('| source | worker | stage |');
	});
});

/** The screen of two sources of a task that are paused in Sync by these errors. */
const showErrors = async (...errors: ReadonlyArray<ReturnType<typeof processError>>): Promise<Screen> => {
	const sources = errors.map((error, index) =>
		entry(`s${index + 1}`, [
			{
				...syncing('orders'),
				stage: 'Paused',
				result: {
					isCanceled: false,
					detail: null,
					errors: [
						{
							ErrCode: error.code,
							ErrClass: error.class,
							ErrScope: error.scope,
							ErrLevel: error.level,
							Message: error.message,
							RawCause: error.rawCause,
							Workaround: error.workaround,
						},
					],
				},
			},
		]),
	);
	const screen = await showScreen(
		[
			{
				kind: 'status',
				at: noon,
				status: parseStatusDocument(JSON.stringify({result: true, msg: '', sources})),
			},
		],
		{columns: 120, rows: 40},
	);
	return screen;
};

const at = (offset: number, sql = ''): string =>
	`startLocation: [position: (mysql-bin.000141, ${offset}), gtid-set: ], endLocation: [position: (mysql-bin.000141, ${offset + 50}), gtid-set: ]${sql === '' ? '' : `, origin SQL: [${sql}]`}: `;

describe('the command against a DDL', () => {
	const unparsable = (offset: number, sql = '') =>
		processError({
			code: 36_067,
			class: 'sync-unit',
			message: `${at(offset, sql)}parse DDL: syntax error`,
		});

	it('is a replacement to be written where the DDL is not known: to skip it is what the advice warns of', async () => {
		const {press, copied, text} = await showErrors(unparsable(17_491));
		await press('y');
		expect(text()).toContain('dmctl command: Replace, with the DDL to be written');
		await press(keys.enter);
		expect(copied).toEqual([
			"dmctl --master-addr 10.0.1.11:8261 binlog replace orders -s s1 -b mysql-bin.000141:17491 '<the DDL>;'",
		]);
		await press('Y');
		expect(copied[1]).toContain("binlog replace orders -s s1 -b mysql-bin.000141:17491 '<the DDL>;'");
		expect(copied[1]).not.toContain('binlog skip orders -s s1 -b');
	});

	it('has the DDL of each source, not that of the first for all', async () => {
		const {press, copied} = await showErrors(
			unparsable(100, 'ALTER TABLE `a`.`t` ADD c POINT'),
			unparsable(200, 'ALTER TABLE `a`.`u` ADD d POINT'),
		);
		await press('y', keys.enter);
		expect(copied[0]!.split('\n')).toEqual([
			"dmctl --master-addr 10.0.1.11:8261 binlog replace orders -s s1 -b mysql-bin.000141:100 'ALTER TABLE `a`.`t` ADD c POINT;'",
			"dmctl --master-addr 10.0.1.11:8261 binlog replace orders -s s2 -b mysql-bin.000141:200 'ALTER TABLE `a`.`u` ADD d POINT;'",
		]);
	});

	it('never has the stars of a hidden value as its DDL', async () => {
		const {press, copied} = await showErrors(unparsable(100, "CREATE USER 'x'@'%' IDENTIFIED BY 'secret'"));
		await press('y', keys.enter);
		expect(copied[0]).toMatch(/binlog replace .*'<the DDL>;'$/v);
	});

	it('is none that the advice warns of, where there is no other', async () => {
		const {press, copied} = await showErrors(
			processError({
				code: 36_046,
				message: `${at(100, 'RENAME TABLE `a`.`_t_gho` TO `a`.`t`')}online ddls on ghost table`,
			}),
		);
		await press('y', keys.enter);
		expect(copied[0]).not.toContain('binlog skip');
	});

	it('resumes after an error that nobody knows, since its cause is to be fixed first', async () => {
		const {press, copied} = await showErrors(
			processError({message: `${at(100, 'ALTER TABLE `a`.`t` ADD c INT')}the moon is down`}),
		);
		await press('y', keys.enter);
		expect(copied[0]).toBe('dmctl --master-addr 10.0.1.11:8261 resume-task orders');
	});
});
