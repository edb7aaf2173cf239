import {describe, expect, it} from 'vitest';
import {OperatingMaster} from '../../../servers/operating-master.js';
import {answerWith, hang} from '../../../servers/recorded-master.js';
import {quickProvider} from '../quick.js';
import {readersOf, signal} from './reading.js';

const question = {task: 'orders', sources: ['mysql-01', 'mysql-02'], database: 'shop', table: 't'} as const;

const answerOf = (...sources: ReadonlyArray<Readonly<Record<string, unknown>>>) =>
	answerWith(200, JSON.stringify({result: true, msg: '', sources}));

const entry = (message: string, isDone = true) => ({
	result: isDone,
	msg: message,
	source: 'mysql-01',
	worker: 'w1',
});

const create = 'CREATE TABLE `t` ( `id` int(11) NOT NULL, PRIMARY KEY (`id`)) ENGINE=InnoDB';

describe('the schemas that DM has for the tables of an upstream', () => {
	it.each([
		['databases', 4, {database: '', table: ''}, '["shop","test"]', ['shop', 'test']],
		['tables', 5, {database: 'shop', table: ''}, '["t"]', ['t']],
		['columns', 1, {database: 'shop', table: 't'}, create, create],
		[
			'targets',
			6,
			{database: '', table: ''},
			'[{"source_schema":"shop_1","source_table":"t_1","target_schema":"shop","target_table":"t"}]',
			[{sourceSchema: 'shop_1', sourceTable: 't_1', targetSchema: 'shop', targetTable: 't'}],
		],
		['databases', 4, {database: '', table: ''}, 'null', []],
	] as const)('are requested and read: %s', async (kind, op, place, said, value) => {
		await using master = await OperatingMaster.start();
		master.mischief = answerOf(entry(said));
		const schema = readersOf(quickProvider(master.address), 'schema');
		const {task, sources} = question;
		const asked = {
			databases: {task, sources},
			tables: {task, sources, database: 'shop'},
			columns: question,
			targets: {task, sources},
		};
		expect(await schema[kind](asked[kind] as typeof question, signal)).toStrictEqual([
			{source: 'mysql-01', worker: 'w1', value},
		]);
		expect(master.sent).toStrictEqual([
			{method: 'PUT', path: '/apis/v1alpha1/schema', body: {op, task, sources, ...place}},
		]);
	});

	it('hide the secrets in a statement, and in what is no answer', async () => {
		await using master = await OperatingMaster.start();
		const federated = (secret: string) =>
			`CREATE TABLE t (password TEXT) ENGINE=FEDERATED CONNECTION='mysql://dm:${secret}@db/shop/t'`;
		master.mischief = answerOf(entry(federated('hunter2')));
		const schema = readersOf(quickProvider(master.address), 'schema');
		expect(await schema.columns(question, signal)).toMatchObject([{value: federated('******')}]);
		expect(await schema.databases(question, signal)).toMatchObject([
			{problem: {what: `mysql-01 answered something else: ${federated('******')}`}},
		]);
	});

	it('are a problem for one source, in DM’s words, and a value for another', async () => {
		await using master = await OperatingMaster.start();
		const refusal =
			'[code=40056:class=dm-worker:scope=internal:level=high], Message: current stage is Running but not paused, invalid';
		master.mischief = answerOf({...entry(refusal, false), source: 'mysql-02'}, entry('["shop"]'));
		const schema = readersOf(quickProvider(master.address), 'schema');
		expect(await schema.databases(question, signal)).toStrictEqual([
			{source: 'mysql-02', worker: 'w1', problem: {what: refusal, fix: '', detail: '', isRefusal: true}},
			{source: 'mysql-01', worker: 'w1', value: ['shop']},
		]);
	});

	it.each([
		['tables', '', 'mysql-01 answered something else: nothing', 'DM has this since 5.3.'],
		['targets', '{}', 'mysql-01 answered something else: {}', 'DM has this since 6.0.'],
		['columns', ' ', 'mysql-01 answered something else:  ', 'DM has this since 2.0.'],
	] as const)('are a problem if a source answers something else: %s', async (kind, said, what, fix) => {
		await using master = await OperatingMaster.start();
		master.mischief = answerOf(entry(said));
		const schema = readersOf(quickProvider(master.address), 'schema');
		expect(await schema[kind](question, signal)).toStrictEqual([
			{source: 'mysql-01', worker: 'w1', problem: {what, fix, detail: ''}},
		]);
	});

	it('are a problem for all if DM refuses, or no source is named, or nobody answers in time', async () => {
		await using master = await OperatingMaster.start();
		master.mischief = answerWith(200, '{"result": false, "msg": "must specify at least one source"}');
		const schema = readersOf(quickProvider(master.address), 'schema');
		expect(await schema.tables(question, signal)).toMatchObject({what: 'must specify at least one source'});
		expect(await schema.tables({...question, sources: []}, signal)).toMatchObject({
			what: expect.stringContaining('name of a source') as string,
		});
		expect(master.sent).toHaveLength(1);
		await using other = await OperatingMaster.start();
		master.mischief = hang;
		const provider = quickProvider(`${master.address},${other.address}`, {fullDeadline: 200});
		expect(await readersOf(provider, 'schema').columns(question, signal)).toMatchObject({
			what: `${master.address} did not answer within 200 ms`,
		});
		// The worker that hangs would keep the next master waiting as well.
		expect(other.sent).toStrictEqual([]);
	});
});
