import {describe, expect, it} from 'vitest';
import {GrpcMaster} from '../../../servers/grpc-master.js';
import {OperatingMaster} from '../../../servers/operating-master.js';
import {WholeMaster} from '../../../servers/whole-master.js';
import {answerWith} from '../../../servers/recorded-master.js';
import {operateWith} from '../operate/operating.js';
import {quickProvider} from '../quick.js';
import {readersOf, signal, valueOf} from './reading.js';

/** As DM 7.5 gives it: the password is masked already, whatever it is. */
const yaml = `name: orders
task-mode: all
target-database:
  host: 10.0.0.9
  port: 4000
  user: root
  password: '******'
  security:
    ssl-ca: ""
    ssl-key-bytes: []
mysql-instances:
- source-id: mysql-01
  meta: null
`;

const subtask = String.raw`name = "orders"
mode = "all"

[from]
  host = "10.0.0.1"
  password = "UpSecret"

[to]
  host = "10.0.0.9"
  password = "Down\"Secret"
  [to.security]
    ssl-key-bytes = [45, 45]
`;

const shownYaml = yaml
	.replace("'******'", '"******"')
	.replace('ssl-key-bytes: []', 'ssl-key-bytes: "******"');

const sentYaml = yaml
	.replace("'******'", String.raw`"Down\"Secret"`)
	.replace('ssl-key-bytes: []', 'ssl-key-bytes: [45, 45]');

const holdOrders = (master: OperatingMaster): void => {
	master.documents.set('/apis/v1alpha1/tasks/orders?type=1', {result: true, msg: '', cfg: yaml});
	master.documents.set('/apis/v1alpha1/subtasks/orders', {result: true, msg: '', cfgs: [subtask]});
};

const forgetOrders = (master: OperatingMaster): void => {
	const gone = {result: false, msg: 'task not found'};
	master.documents.set('/apis/v1alpha1/tasks/orders?type=1', {...gone, cfg: ''});
	master.documents.set('/apis/v1alpha1/subtasks/orders', {...gone, cfgs: []});
};

describe('the configuration that DM holds', () => {
	it('of a task and its subtasks is shown without their passwords', async () => {
		await using master = await OperatingMaster.start();
		holdOrders(master);
		const config = readersOf(quickProvider(master.address), 'configuration');
		expect(await config.task('orders', signal)).toStrictEqual({format: 'yaml', text: shownYaml});
		expect(await config.subtasks('orders', signal)).toStrictEqual([
			{
				format: 'toml',
				text: subtask
					.replace('"UpSecret"', '"******"')
					.replace(String.raw`"Down\"Secret"`, '"******"')
					.replace('[45, 45]', '"******"'),
			},
		]);
	});

	it.each([
		[
			'source',
			'mysql 01',
			'mysql%2001?type=4',
			'yaml',
			'from:\n  password: "x"\n',
			'from:\n  password: "******"\n',
		],
		['worker', 'w1', 'w1?type=3', 'toml', 'secret-key = "x"\n', 'secret-key = "******"\n'],
		['master', 'm1', 'm1?type=2', 'toml', 'name = "m1"\n', 'name = "m1"\n'],
	] as const)('of a %s is requested by its type', async (kind, name, path, format, held, shown) => {
		await using master = await OperatingMaster.start();
		master.documents.set(`/apis/v1alpha1/tasks/${path}`, {result: true, msg: '', cfg: held});
		const config = readersOf(quickProvider(master.address), 'configuration');
		expect(await config[kind](name, signal)).toStrictEqual({format, text: shown});
	});

	it('is requested over gRPC if no path can contain its name', async () => {
		await using master = await GrpcMaster.start();
		master.configs.set('TaskType a:b', yaml.replace('orders', 'a:b'));
		master.configs.set('SourceType a/b', 'from:\n  password: x\n');
		master.subtasks.set('a:b', [subtask]);
		const config = readersOf(quickProvider(master.address), 'configuration');
		expect(await config.task('a:b', signal)).toStrictEqual({
			format: 'yaml',
			text: shownYaml.replace('orders', 'a:b'),
		});
		expect(await config.source('a/b', signal)).toStrictEqual({
			format: 'yaml',
			text: 'from:\n  password: "******"\n',
		});
		expect(valueOf(await config.subtasks('a:b', signal))).toHaveLength(1);
		expect(await config.worker('a:b', signal)).toStrictEqual({
			what: 'task not found',
			fix: '',
			detail: '',
			isRefusal: true,
		});
		expect(await config.subtasks('a/b', signal)).toStrictEqual({
			what: 'task not found',
			fix: '',
			detail: '',
			isRefusal: true,
		});
	});

	it('does not exist: DM says so in its own words', async () => {
		await using master = await OperatingMaster.start();
		forgetOrders(master);
		const config = readersOf(quickProvider(master.address), 'configuration');
		const nothing = {what: 'task not found', fix: '', detail: '', isRefusal: true};
		expect(await config.task('orders', signal)).toStrictEqual(nothing);
		expect(await config.subtasks('orders', signal)).toStrictEqual(nothing);
	});

	it('comes from the next master if one does not answer, and is a problem if none does', async () => {
		await using master = await OperatingMaster.start();
		holdOrders(master);
		const config = readersOf(quickProvider(`127.0.0.1:1,${master.address}`), 'configuration');
		expect(valueOf(await config.task('orders', signal)).format).toBe('yaml');
		expect(await readersOf(quickProvider('127.0.0.1:1'), 'configuration').source('x', signal)).toMatchObject({
			what: '127.0.0.1:1 refused the connection',
		});
		master.documents.set('/apis/v1alpha1/tasks/x?type=4', {cfg: 'no result'});
		const {address} = master;
		expect(await readersOf(quickProvider(address), 'configuration').source('x', signal)).toMatchObject({
			what: `${address} gave an answer that cannot be read: it has no result`,
		});
	});
});

describe('a task that is started from what was shown', () => {
	const accepting = answerWith(200, '{"result": true, "msg": "", "sources": []}');

	it('gets its passwords back, also when DM no longer holds them', async () => {
		await using master = await OperatingMaster.start();
		master.mischief = accepting;
		holdOrders(master);
		const provider = quickProvider(master.address);
		const shown = valueOf(await readersOf(provider, 'configuration').task('orders', signal));
		forgetOrders(master);
		const start = {kind: 'start', task: 'orders', sources: [], config: shown.text} as const;
		expect(await operateWith(provider, start)).toMatchObject({result: 'accepted'});
		expect(master.sent).toStrictEqual([
			{
				method: 'POST',
				path: '/apis/v1alpha1/tasks',
				body: {task: sentYaml, sources: [], removeMeta: false, startTime: ''},
			},
		]);
	});

	it('gets them from DM if they were not read before', async () => {
		await using master = await OperatingMaster.start();
		master.mischief = accepting;
		holdOrders(master);
		const start = {kind: 'start', task: 'orders', sources: [], config: shownYaml} as const;
		expect(await operateWith(quickProvider(master.address), start)).toMatchObject({result: 'accepted'});
		expect(master.sent).toMatchObject([{body: {task: sentYaml}}]);
	});

	it('is not sent if nobody knows them', async () => {
		await using master = await OperatingMaster.start();
		forgetOrders(master);
		const start = {kind: 'start', task: 'orders', sources: [], config: shownYaml} as const;
		expect(await operateWith(quickProvider(master.address), start)).toStrictEqual({
			result: 'not-sent',
			msg: 'target-database.password, target-database.security.ssl-key-bytes is masked in the configuration of orders, and DM does not hold it any more. Write it in.',
			sources: [],
		});
		expect(master.sent).toStrictEqual([]);
	});

	it('is sent as it is written if nothing is masked, and DM is not asked for it', async () => {
		await using master = await OperatingMaster.start();
		master.mischief = accepting;
		const config = yaml.replace("'******'", 'mine');
		const start = {kind: 'start', task: 'orders', sources: [], config} as const;
		expect(await operateWith(quickProvider(master.address), start)).toMatchObject({result: 'accepted'});
		expect(master.sent).toMatchObject([{body: {task: config}}]);
		expect(master.recorded.calls.filter(({path}) => path.includes('orders'))).toStrictEqual([]);
	});

	it('has an empty password if the subtask has none, although DM masks it', async () => {
		await using master = await OperatingMaster.start();
		master.mischief = accepting;
		holdOrders(master);
		master.documents.set('/apis/v1alpha1/subtasks/orders', {
			result: true,
			msg: '',
			cfgs: ['[to]\n  password = ""\n'],
		});
		const start = {kind: 'start', task: 'orders', sources: [], config: shownYaml} as const;
		const {result, msg} = await operateWith(quickProvider(master.address), start);
		expect({result, msg}).toMatchObject({result: 'not-sent'});
		const config = shownYaml.replace('ssl-key-bytes: "******"', 'ssl-key-bytes: []');
		expect(await operateWith(quickProvider(master.address), {...start, config})).toMatchObject({
			result: 'accepted',
		});
		expect(master.sent).toMatchObject([{body: {task: yaml.replace("'******'", '""')}}]);
	});

	it('keeps the known ones when the subtasks cannot be read this time', async () => {
		await using master = await OperatingMaster.start();
		master.mischief = accepting;
		holdOrders(master);
		const provider = quickProvider(master.address);
		const config = readersOf(provider, 'configuration');
		const shown = valueOf(await config.task('orders', signal));
		master.documents.set('/apis/v1alpha1/subtasks/orders', {result: false, msg: 'busy'});
		await config.task('orders', signal);
		await operateWith(provider, {kind: 'start', task: 'orders', sources: [], config: shown.text});
		expect(master.sent).toMatchObject([{body: {task: sentYaml}}]);
	});

	it('is checked with them too, over gRPC', async () => {
		await using master = await WholeMaster.start();
		holdOrders(master.http);
		master.grpc.answers.set('CheckTask', {message: {result: true, msg: 'pre-check is passed. '}});
		const provider = quickProvider(master.address);
		const shown = valueOf(await readersOf(provider, 'configuration').task('orders', signal));
		const check = readersOf(provider, 'check');
		expect(await check.check({config: shown.text, startTime: '2026-11-27 01:02:03'}, signal)).toStrictEqual({
			passed: true,
			msg: 'pre-check is passed. ',
			items: [],
		});
		expect(master.grpc.operations).toStrictEqual([
			{
				method: 'CheckTask',
				request: {task: sentYaml, errCnt: '100', warnCnt: '100', startTime: '2026-11-27 01:02:03'},
			},
		]);
		expect(await check.check({config: shown.text.replace('orders', 'others')}, signal)).toMatchObject({
			what: expect.stringContaining('is masked in the configuration of others') as string,
		});
	});
});
