/** What comes one after the other: tasks made again, leaders that change, clocks that are set. */
import {expect, test} from 'vitest';
import {diagnose} from '../../source/findings/diagnose.js';
import {found} from '../findings/diagnosed.js';
import {Journaled} from '../findings/journal/journaled.js';
import {behind, bound, canceled, entryOf, errors, idle, syncing, type Json} from './watched.js';

const of = (...subtasks: readonly Json[]) => entryOf('mysql-01', 'w1', subtasks);
const loading = (rest: Json = {}): Json =>
	syncing(
		'orders',
		{},
		{unit: 'Load', sync: undefined, load: {finishedBytes: '0', totalBytes: '100', progress: '0 %'}, ...rest},
	);

test('a task that dumps or loads after Sync was created again: a pause and errors before are not its own', () => {
	const paused = {stage: 'Paused', result: canceled};
	const watched = new Journaled()
		.whole(of(syncing('orders')))
		.wait(5)
		.whole(of(syncing('orders', {}, paused)));
	watched.wait(3600).whole(of(loading(paused)));
	expect(found(watched)).toEqual(['paused-by-person orders mysql-01 w1']);
	expect(watched.events().at(-1)).toBe('orders/mysql-01: created again (Sync → Load)');
	expect(watched.subtask('orders', 'mysql-01')).toMatchObject({since: watched.now, isSinceSeen: false});

	const failed = {stage: 'Paused', result: errors(36_027)};
	const again = new Journaled()
		.whole(of(syncing('orders')))
		.wait(5)
		.whole(of(syncing('orders', {}, failed)));
	again.wait(60).whole(of(loading(failed)));
	expect(again.subtask('orders', 'mysql-01').setbacks?.times).toBe(1);
	expect(diagnose(again.view()).findings[0]).toMatchObject({since: again.now, isSinceAtLeast: true});
});

const lock = {
	id: 'orders-`shop`.`users`',
	task: 'orders',
	mode: 'pessimistic',
	owner: 'mysql-01',
	ddls: ['ALTER TABLE `users` ADD COLUMN `a` INT'],
	synced: ['mysql-01'],
	unsynced: ['mysql-02'],
};

test('a lock stays as old as it is while its list cannot be had, and is not over', () => {
	const both = () => [of(syncing('orders')), entryOf('mysql-02', 'w2', [syncing('orders')])];
	const watched = new Journaled()
		.whole(...both())
		.cluster({leader: 'm1'})
		.locks([])
		.look();
	watched.wait(5).locks([lock]).look();
	const began = watched.now;
	const before = found(watched);
	watched.wait(300).cluster({leader: 'm2'}).locks([], 'not the leader').look();
	expect(watched.told.filter(({finding}) => finding?.isOver)).toEqual([]);
	watched.wait(30).locks([lock]).look();
	expect(watched.view().locks).toMatchObject([{since: began, isSinceSeen: true}]);
	expect(found(watched)).toEqual(before);
	watched
		.wait(30)
		.locks([], 'not the leader')
		.wait(30)
		.locks([lock, {...lock, id: 'orders-`shop`.`more`'}]);
	expect(watched.view().locks.map(({since, isSinceSeen}) => [since, isSinceSeen])).toEqual([
		[began, true],
		[watched.now, false],
	]);
});

test('a clock that is set back leaves nothing in the future', () => {
	const paused = {stage: 'Paused', result: canceled};
	const serving = [bound('w1', 'mysql-01'), bound('w2', 'mysql-02')];
	const looks = (rows: string) => [
		of(
			behind('orders', {secondsBehindMaster: '900', totalRows: rows}),
			behind('users', {secondsBehindMaster: '5'}, paused),
		),
		entryOf('mysql-03', 'w3', []),
	];
	const watched = new Journaled()
		.whole(of(syncing('orders'), syncing('users')), entryOf('mysql-02', 'w2', [syncing('bill')]))
		.cluster({leader: 'm1', workers: [...serving, idle('w9', 'free')]})
		.wait(5)
		.cluster({workers: [...serving, idle('w9', 'offline')]})
		.locks([lock])
		.wait(5)
		.whole(...looks('10'));
	watched
		.wait(5)
		.wait(-3600)
		.whole(...looks('20'))
		.cluster({workers: [...serving, idle('w9', 'offline')]});
	const {diagnosis, locks, events, memberSinces, tasks, sources, now} = watched.view();
	expect(diagnosis.findings.map(({kind}) => kind)).toEqual(
		expect.arrayContaining(['worker-offline', 'paused-by-person', 'lag-high', 'source-vanished']),
	);
	expect(diagnosis.findings.filter(({since = 0}) => since > now)).toEqual([]);
	for (const kind of ['worker-offline', 'paused-by-person']) {
		expect(diagnosis.findings.find(finding => finding.kind === kind)).toMatchObject({
			since: now,
			isSinceAtLeast: true,
		});
	}

	const times = [
		...locks.map(({since}) => since),
		...events.map(({at}) => at),
		...memberSinces.values().map(({at}) => at),
		...tasks.flatMap(({subtasks}) => subtasks.flatMap(({since, at}) => [since, at])),
		...sources.flatMap(({at, condition}) => [at, condition.kind === 'fresh' ? 0 : condition.since]),
	];
	expect(Math.max(...times)).toBeLessThanOrEqual(now);
	watched.wait(10).whole(...looks('120'));
	expect(watched.subtask('orders', 'mysql-01').rowsPerSecond).toBe(10);
	expect(watched.subtask('users', 'mysql-01').lag).toMatchObject({kind: 'at-least', seconds: 15});
});

test('a source that is always behind the others sets no clock back, one that falls behind itself does', () => {
	const first = of(syncing('orders'));
	const second = entryOf('mysql-02', 'w2', [syncing('orders')]);
	const watched = new Journaled().whole(first).wait(100).part(first);
	const now = () => watched.subtask('orders', 'mysql-01').at;
	watched.wait(-90).part(second);
	const before = now();
	watched.wait(5).part(second);
	expect(now()).toBe(before);
	expect(watched.known.newest).toBe(before);
	watched.wait(90).part(first).wait(-90).part(second);
	expect(now()).toBe(before + 5000);
	watched.wait(-3600).part(second);
	expect(now()).toBe(watched.now);
	expect(watched.known.newest).toBe(watched.now);
});

test.for([36_067, 10_001])(
	'a clock that is set back leaves nothing of the journal in the future: error %i',
	code => {
		const failed = of(syncing('orders', {}, {stage: 'Paused', result: errors(code)}));
		const well = of(syncing('orders'));
		const isOver = (watched: Journaled) => watched.told[0]?.finding?.isOver;
		const watched = new Journaled().whole(well).wait(10).whole(failed);
		watched.wait(-3600).whole(failed);
		expect(watched.told.map(({at}) => at)).toEqual([watched.now]);
		watched.wait(5).whole(well).wait(61).whole(well);
		expect(watched.told[0]?.text).toMatch(/^over after 5s or more: /v);

		const gone = new Journaled().whole(well).wait(10).whole(failed).wait(5).whole(well);
		gone.wait(-3600).whole(well).wait(61).whole(well);
		expect(isOver(gone)).toBe(true);
		expect(Math.max(...gone.told.map(({at}) => at))).toBeLessThanOrEqual(gone.now);
	},
);

test('a task that is created again within a look has not recovered', () => {
	const watched = new Journaled().whole(of(syncing('orders'))).wait(5);
	watched.whole(of(syncing('orders', {}, {stage: 'Paused', result: errors(36_067)}))).wait(5);
	watched.whole(of(loading()));
	expect(watched.subtask('orders', 'mysql-01')).toMatchObject({since: watched.now, isSinceSeen: true});
	watched.wait(65).whole(of(loading()));
	expect(watched.told.filter(({finding}) => finding?.isOver)).toEqual([]);
});
