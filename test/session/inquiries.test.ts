/** What DM is asked for pages, over HTTP and gRPC against a served simulation. */
import {describe, expect, it} from 'vitest';
import type {Page} from '../../source/operations/offering/pages.js';
import {type Inquiry, createInquiries, inquiryKey} from '../../source/session/inquiries.js';
import {wallClock} from '../../source/simulator/running/clock.js';
import {LiveSimulation} from '../../source/simulator/running/live.js';
import {createSimulation} from '../../source/simulator/running/simulation.js';
import {loadScenario} from '../../source/simulator/scenario/load.js';
import {quickProvider} from '../providers/dm-master/quick.js';
import {cluster, pass} from '../simulator/cluster.js';
import {Served} from '../simulator/server/served.js';

const serve = async (scenario: string | Record<string, unknown>): Promise<Served> => {
	const simulation =
		typeof scenario === 'string' ? createSimulation({scenario: loadScenario(scenario)}) : cluster(scenario);
	pass(simulation, 60);
	return Served.serve(new LiveSimulation(simulation, wallClock()));
};

/** The answer to one page. */
const asked = async (server: Served, page: Page, sources: readonly string[] = []): Promise<Inquiry> => {
	const controller = new AbortController();
	const inquiries = createInquiries({
		readers: quickProvider(server.address).readers ?? {},
		sourcesOf: () => sources,
		signal: controller.signal,
	});
	const {promise, resolve} = Promise.withResolvers<Inquiry>();
	inquiries.subscribe(() => {
		const inquiry = inquiries.current().get(inquiryKey(page));
		if (inquiry && !inquiry.isAsking) {
			resolve(inquiry);
		}
	});
	inquiries.ask(page);
	expect(inquiries.current().get(inquiryKey(page))).toEqual({isAsking: true});
	const inquiry = await promise;
	controller.abort();
	return inquiry;
};

const paused = {
	workers: 2,
	sources: [{name: 'mysql-01', rows: 30}],
	tasks: [
		{name: 'orders', sources: ['mysql-01'], mode: 'incremental', target: 'shop.orders', state: 'paused'},
	],
};

describe('a configuration', () => {
	it('of a task has its table routes, and no password', async () => {
		await using server = await serve(paused);
		const {answer, problem} = await asked(server, {kind: 'config', of: 'task', name: 'orders'}, ['mysql-01']);
		expect(problem).toBeUndefined();
		expect(answer).toMatchObject({
			kind: 'config',
			config: {format: 'yaml', text: expect.stringMatching(/^ {2}password: "?\*{6}"?$/mv) as string},
			targets: [{source: 'mysql-01', value: [{targetSchema: 'shop', targetTable: 'orders'}]}],
		});
	});

	it.each([
		['source', 'mysql-01', 'yaml'],
		['worker', 'worker-1', 'toml'],
		['master', 'master-1', 'toml'],
	] as const)('of a %s is read too', async (of, name, format) => {
		await using server = await serve(paused);
		const {answer} = await asked(server, {kind: 'config', of, name});
		expect(answer).toMatchObject({kind: 'config', config: {format}});
	});

	it('that DM does not have is a problem in DM’s words', async () => {
		await using server = await serve(paused);
		const {answer, problem} = await asked(server, {kind: 'config', of: 'task', name: 'nosuch'});
		expect(answer).toBeUndefined();
		expect(problem?.what).toContain('task not found');
	});

	it('has no passwords even if a provider forgot to mask one', async () => {
		const text = 'password: s3cret\n  my-password = "x"\nuser: dm\nclient_secret: y\npassword:\n';
		const read = async () => ({format: 'yaml', text}) as const;
		const inquiries = createInquiries({
			readers: {
				configuration: {task: read, subtasks: async () => [], source: read, worker: read, master: read},
			},
			sourcesOf: () => [],
			signal: new AbortController().signal,
		});
		const page: Page = {kind: 'config', of: 'source', name: 'a'};
		inquiries.ask(page);
		await new Promise(resolve => {
			setTimeout(resolve, 20);
		});
		const answer = inquiries.current().get(inquiryKey(page))?.answer;
		expect(answer?.kind === 'config' && answer.config.text).toBe(
			'password: ******\n  my-password = ******\nuser: dm\nclient_secret: ******\npassword:\n',
		);
	});
});

describe('validation', () => {
	it('is read with the rows that differ', async () => {
		await using server = await serve('validation-differs');
		const {answer} = await asked(server, {kind: 'validation', task: 'accounts'});
		expect(answer).toMatchObject({
			kind: 'validation',
			status: {validators: [{source: 'mysql-bank-01', stage: 'Running'}, {source: 'mysql-bank-02'}]},
		});
		const rows = answer?.kind === 'validation' ? answer.differences.rows : [];
		expect(rows).toHaveLength(17);
	});
});

describe('the tables of a subtask', () => {
	it('are read from its databases down to the columns of one', async () => {
		await using server = await serve(paused);
		const page = {kind: 'schema', task: 'orders', source: 'mysql-01'} as const;
		expect(await asked(server, page)).toMatchObject({answer: {kind: 'names', names: ['shop']}});
		expect(await asked(server, {...page, database: 'shop'})).toMatchObject({
			answer: {kind: 'names', names: ['orders']},
		});
		expect(await asked(server, {...page, database: 'shop', table: 'orders'})).toMatchObject({
			answer: {kind: 'columns', sql: expect.stringMatching(/^CREATE TABLE/v) as string},
		});
	});

	it('are not available while it runs: DM says why', async () => {
		await using server = await serve({...paused, tasks: [{...paused.tasks[0], state: 'running'}]});
		const {problem} = await asked(server, {kind: 'schema', task: 'orders', source: 'mysql-01'});
		expect(problem?.what).toMatch(/paused/iv);
	});
});
