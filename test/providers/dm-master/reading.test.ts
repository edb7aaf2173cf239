/** What is asked of a dm-master while it is only looked at, and what is made of answers that mislead. */
import {expect, it} from 'vitest';
import {Observing} from '../../servers/observing.js';
import {answerWith, RecordedMaster} from '../../servers/recorded-master.js';
import {tasksOf} from '../../dm/tasks-of.js';
import {isSilence, isSilenceOf, isStatusOf, isWhole, quickProvider} from './quick.js';

/** The recorded cluster with one name in place of another, wherever it stands. */
const renamed = async (from: string, to: string): Promise<RecordedMaster> => {
	const master = await RecordedMaster.start();
	const rename = (text: string): string => text.replaceAll(JSON.stringify(from), () => JSON.stringify(to));
	master.members = rename(master.members);
	master.status = JSON.parse(rename(JSON.stringify(master.status))) as RecordedMaster['status'];
	return master;
};

it('requests members, version and status, and nothing that writes, waits or ignores its filter', async () => {
	await using master = await RecordedMaster.start();
	await using observing = new Observing(quickProvider(master.address));
	await observing.until(isStatusOf('mysql-replica-01'));
	await observing.until(isStatusOf('mysql-replica-01'));
	expect(new Set(master.calls.map(({kind}) => kind))).toStrictEqual(
		new Set(['members', 'status', 'version']),
	);
});

it.each(['shop:orders', 'shop/orders', 'shop%2Forders', '订单 一'])(
	'shows a task named %s, which no path of v1alpha1 could contain',
	async name => {
		await using master = await renamed('orders', name);
		await using observing = new Observing(quickProvider(master.address));
		const {status} = await observing.until(isWhole);
		expect(tasksOf(status).map(task => task.name)).toContain(name);
		const one = await observing.until(isStatusOf('mysql-replica-01'));
		expect(tasksOf(one.status).map(task => task.name)).toContain(name);
	},
);

it('names one source in a call, since DM treats a list with commas as one name', async () => {
	await using master = await renamed('mysql-replica-01', 'mysql,01');
	await using observing = new Observing(quickProvider(master.address));
	for (const source of ['mysql,01', 'mysql-replica-02', 'mysql-replica-03']) {
		await observing.until(isStatusOf(source));
	}

	const asked = master.calls
		.map(({path}) => new URL(path, 'http://master').searchParams.getAll('sources'))
		.filter(sources => sources.length > 0);
	expect(asked.every(sources => sources.length === 1)).toBe(true);
	expect(new Set(asked.flat())).toStrictEqual(new Set(['mysql,01', 'mysql-replica-02', 'mysql-replica-03']));
});

it('has the text of a refusal in either of its forms', async () => {
	await using master = await RecordedMaster.start();
	master.mischief.set('mysql-replica-01', answerWith(400, '{"error":"parameter is wrong"}'));
	master.mischief.set(
		'mysql-replica-02',
		answerWith(400, '{"code":3,"message":"parsing field","details":[]}'),
	);
	await using observing = new Observing(quickProvider(master.address));
	const first = await observing.until(isSilenceOf('mysql-replica-01'));
	expect(first).toHaveProperty('problem.what', expect.stringContaining('answered 400: parameter is wrong'));
	const second = observing.seen.find(seen => isSilenceOf('mysql-replica-02')(seen));
	expect(second ?? (await observing.until(isSilenceOf('mysql-replica-02')))).toHaveProperty(
		'problem.what',
		expect.stringContaining('answered 400: parsing field'),
	);
	expect(observing.seen.filter(seen => isSilence(seen))).toStrictEqual([]);
});

it.each([
	[200, {result: false, msg: 'open dm:Hunter2Tr0ub@tcp(db:4000)/: refused', sources: []}],
	[400, {error: 'open dm:Hunter2Tr0ub@tcp(db:4000)/: refused'}],
	[
		500,
		{code: 2, message: `${'x'.repeat(150)} open dm:Hunter2Tr0ub-and-so-on-and-so-on-and-so-on@tcp(db:4000)/`},
	],
])('hides the password in a refusal (%s)', async (code, body) => {
	await using master = await RecordedMaster.start();
	master.mischief.set('mysql-replica-01', answerWith(code, JSON.stringify(body)));
	await using observing = new Observing(quickProvider(master.address));
	const silence = await observing.until(isSilenceOf('mysql-replica-01'));
	expect(JSON.stringify(silence)).toContain('open dm:******');
	expect(JSON.stringify(silence)).not.toContain('Hunter2Tr0ub');
});

it('does not mistake 38052, a source that changes its worker, for a master without a leader', async () => {
	await using master = await RecordedMaster.start();
	const message =
		'[code=38052:class=dm-master:scope=internal:level=low], Message: source bound is changing now';
	master.mischief.set('mysql-replica-01', answerWith(500, JSON.stringify({code: 2, message, details: []})));
	await using observing = new Observing(quickProvider(master.address));
	const silence = await observing.until(isSilenceOf('mysql-replica-01'));
	expect(silence).toHaveProperty('problem.what', expect.stringContaining('source bound is changing now'));
	expect(silence).toHaveProperty('problem.what', expect.not.stringContaining('leader'));
	await observing.until(isStatusOf('mysql-replica-02'));
	expect(observing.seen.filter(seen => isSilence(seen))).toStrictEqual([]);
});
