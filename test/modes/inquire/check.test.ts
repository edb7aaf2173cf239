/** What `dm-top check` tells a monitoring system. */
import {expect, it} from 'vitest';
import {queryStatus, readFixture, sourceAnswer, subtaskAnswer} from '../../dm/recorded.js';
import {level, checked} from './looked.js';

const failing = readFixture('dm-v7.5/ddl-lock-and-sync-errors/v1alpha1-status.json');

const well = queryStatus([
	sourceAnswer('mysql-01', [subtaskAnswer('orders', {stage: 'Running', unit: 'Sync', sync: level})]),
]);

it('says in one line that there is nothing to do, with numbers', async () => {
	expect(await checked(well)).toStrictEqual({
		code: 0,
		lines: ['DM OK: prod nothing to do in 1 task | tasks=1;;;0 critical=0;;;0 warning=0;;;0 lag_max=0s;;;0'],
	});
});

it('exits with 2 if something is critical, the worst first, with what to do', async () => {
	const {code, lines} = await checked(failing);
	expect(code).toBe(2);
	expect(lines[0]).toMatch(
		/^DM CRITICAL: prod \d critical(?:, \d warning)? - \S+ .*: .+ \| tasks=\d+;;;0 critical=\d/v,
	);
	expect(lines.length).toBeGreaterThan(2);
	const severities = lines.slice(1).map(line => line.split(' ', 1)[0]);
	expect(severities.indexOf('WARNING')).toBe(severities.lastIndexOf('CRITICAL') + 1);
	expect(lines.slice(1).every(line => /^(?:CRITICAL|WARNING) [\-a-z]+ \S.*: /v.test(line))).toBe(true);
});

it('counts only the requested kinds', async () => {
	const all = await checked(failing);
	const kind = all.lines[1]!.split(' ', 2)[1]!;
	const only = await checked(failing, {only: [kind]});
	expect(only.lines.slice(1)).toStrictEqual(
		all.lines.slice(1).filter(line => line.split(' ', 2)[1] === kind),
	);
	expect(await checked(well, {only: [kind]})).toMatchObject({code: 0});
});

it('counts only the requested tasks, and does not treat unknown ones as fine', async () => {
	const two = queryStatus([
		sourceAnswer('mysql-01', [
			subtaskAnswer('orders', {stage: 'Running', unit: 'Sync', sync: level}),
			subtaskAnswer('billing', {
				stage: 'Paused',
				unit: 'Sync',
				result: {
					isCanceled: false,
					errors: [{ErrCode: 10_006, Message: 'it is | full', RawCause: ''}],
					detail: null,
				},
			}),
		]),
	]);
	expect(await checked(two, {tasks: ['orders']})).toMatchObject({code: 0});
	expect(await checked(two, {tasks: ['billing']})).toMatchObject({code: 2});
	expect(await checked(two, {tasks: ['orders', 'users']})).toStrictEqual({
		code: 3,
		lines: ['DM UNKNOWN: prod no task “users” is known'],
	});
});

it('omits the lag if not every lag is known', async () => {
	const unknown = queryStatus([
		sourceAnswer('mysql-01', [subtaskAnswer('orders', {stage: 'Running', unit: 'Sync', sync: level})]),
		sourceAnswer('mysql-02', [
			subtaskAnswer('orders', {
				stage: 'Running',
				unit: 'Sync',
				sync: {...level, masterBinlog: '', synced: false, secondsBehindMaster: undefined},
			}),
		]),
	]);
	const {lines} = await checked(unknown);
	expect(lines[0]).toContain('| tasks=1;;;0');
	expect(lines[0]).not.toContain('lag_max');
});

const paused = {
	stage: 'Paused',
	unit: 'Sync',
	result: {isCanceled: false, errors: [{ErrCode: 36_067, Message: 'x', RawCause: ''}], detail: null},
};

it('omits the greatest lag also where only one of several tasks has none that is known', async () => {
	const unknown = {...level, masterBinlog: '', synced: false, secondsBehindMaster: undefined};
	const tasks = (sync: Record<string, unknown>) =>
		queryStatus([
			sourceAnswer('mysql-01', [
				subtaskAnswer('orders', {stage: 'Running', unit: 'Sync', sync: level}),
				subtaskAnswer('users', {stage: 'Running', unit: 'Sync', sync}),
			]),
		]);
	const [known, partly] = [await checked(tasks(level)), await checked(tasks(unknown))];
	expect(known.lines[0]).toContain('lag_max=0s');
	expect(partly.lines[0]).not.toContain('lag_max');
});

it('tells the findings of several tasks worst first, whichever task they are of', async () => {
	const late = {
		...level,
		masterBinlog: '(mysql-bin.000001, 9000000)',
		synced: false,
		secondsBehindMaster: '400',
	};
	const running = subtaskAnswer('orders', {stage: 'Running', unit: 'Sync', sync: late});
	const text = queryStatus([
		sourceAnswer('mysql-01', [subtaskAnswer('orders', paused), subtaskAnswer('users', paused)]),
		sourceAnswer('mysql-02', [running]),
	]);
	const {lines} = await checked(text, {tasks: ['orders', 'users']});
	expect(lines.slice(1).map(line => line.split(':', 1)[0])).toStrictEqual([
		'CRITICAL subtask-error orders mysql-01',
		'CRITICAL subtask-error users mysql-01',
		'WARNING lag-high orders mysql-02',
	]);
});

it('says of a list that it does not tell all', async () => {
	const list = JSON.stringify({
		result: true,
		msg: '',
		tasks: [{taskName: 'orders', taskStatus: 'Running', sources: ['mysql-01']}],
	});
	expect(await checked(list)).toMatchObject({
		code: 0,
		lines: [
			expect.stringMatching(
				/^DM OK: prod nothing to do in 1 task, as far as a list tells: it has no lag and no relay \| /v,
			),
		],
	});
});

it('finds nothing to do in a cluster without sources', async () => {
	expect(await checked(queryStatus([]))).toMatchObject({code: 0});
});

it('keeps error texts out of the numbers and on one line', async () => {
	const odd = queryStatus([
		sourceAnswer('mysql-01', [
			subtaskAnswer('a|b\nDM OK', {
				stage: 'Paused',
				unit: 'Sync',
				result: {
					isCanceled: false,
					errors: [{ErrCode: 10_006, Message: 'x | tasks=9\nOK', RawCause: ''}],
					detail: null,
				},
			}),
		]),
	]);
	const {code, lines} = await checked(odd);
	expect(code).toBe(2);
	expect(lines.map(line => line.split('|').length)).toStrictEqual([2, ...lines.slice(1).map(() => 1)]);
	expect(lines.slice(1).every(line => line.startsWith('CRITICAL ') || line.startsWith('WARNING '))).toBe(
		true,
	);
});
