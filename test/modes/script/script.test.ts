/** Operating from a script, over HTTP against a served simulation, and in the simulator where time has to go faster. */
import {describe, expect, it} from 'vitest';
import {createSimulatorProvider} from '../../../source/simulator/simulator.js';
import {quickProvider} from '../../providers/dm-master/quick.js';
import {outcomes, serve, served, twoSources} from './clusters.js';
import {run} from './running.js';

describe.concurrent('an operation from a script', () => {
	it('is done, and reported by exit code, JSON and the audit log', async () => {
		const ran = await served(twoSources(), 'pause orders', {json: true});
		expect([ran.code, ran.errors]).toEqual([0, '']);
		expect(outcomes(ran)).toMatchObject([
			{
				operation: 'pause',
				task: 'orders',
				outcome: 'done',
				text: 'orders Paused (2/2)',
				sources: [
					{source: 'mysql-01', outcome: 'reached', state: 'Paused', message: ''},
					{source: 'mysql-02', outcome: 'reached', state: 'Paused', message: ''},
				],
			},
		]);
		const told = ran.audit.map(({operation, outcome}) => [operation, outcome]);
		expect([told[0], told.at(-1)]).toEqual([
			['pause', 'sent'],
			['pause', 'done'],
		]);
	});

	describe('on a cluster that requires its name', () => {
		const nothing = {output: '', audit: []};

		it('is not sent by --yes alone', async () => {
			expect(await served(twoSources(), 'pause orders', {typesName: true})).toEqual({
				...nothing,
				code: 1,
				errors: 'dm-top: prod-dm asks for its name: add --confirm-cluster prod-dm to --yes.\n',
			});
		});

		it('is sent when the name is given too', async () => {
			const ran = await served(twoSources(), 'pause orders', {typesName: true, confirmCluster: 'prod-dm'});
			expect([ran.code, ran.output]).toEqual([0, 'orders Paused (2/2)\n']);
		});

		it('is sent when the user types it, after a message that asks for it', async () => {
			const ran = await served(twoSources(), 'pause orders', {yes: false, typesName: true, typed: 'prod-dm'});
			expect(ran.code).toBe(0);
			expect(ran.errors).toContain('Type prod-dm to confirm:');
		});
	});

	it('is never sent to another cluster than the one that was named', async () => {
		for (const typesName of [false, true]) {
			expect(await served(twoSources(), 'pause orders', {typesName, confirmCluster: 'staging'})).toEqual({
				code: 1,
				output: '',
				errors: 'dm-top: Nothing was sent: this cluster is prod-dm, not staging.\n',
				audit: [],
			});
		}
	});

	it('is only sent, not followed, without --wait', async () => {
		const ran = await served(twoSources(), 'pause orders', {wait: false});
		expect(ran.code).toBe(0);
		// DM takes a second for its answer, and by then the status may show it.
		expect(ran.output).toMatch(
			/^(?:Pause orders: accepted by DM; --wait waits until the status shows it|orders Paused \(2\/2\))\n$/v,
		);
	});

	it('that fails again ends at once, with the error explained, and exit code 1', async () => {
		const ran = await served('bad-ddl', 'resume places', {json: true});
		expect(ran.code).toBe(1);
		expect(outcomes(ran)).toMatchObject([
			{
				outcome: 'failed-again',
				text: expect.stringMatching(
					/^resume of places failed again: mysql-geo: paused: .+ \(36067\)$/v,
				) as string,
				sources: [
					{
						source: 'mysql-geo',
						outcome: 'failed',
						state: 'Paused by error 36067',
						reason: {
							code: 36_067,
							fix: expect.arrayContaining([expect.stringContaining('skip')]) as string[],
						},
					},
				],
			},
		]);
	});

	it('that fails again tells the user what happened, where, and what to do', async () => {
		const {output} = await served('bad-ddl', 'resume places');
		expect(output.split('\n', 1)[0]).toMatch(/^resume of places failed again: mysql-geo: paused: /v);
		expect(output).toContain('ALTER TABLE geo.places ADD COLUMN spot POINT');
		expect(output).toMatch(/^ {4}do: .+skip/mv);
	});

	it('skips the DDL at which a task is stopped', async () => {
		const ran = await served('bad-ddl', 'skip places');
		expect([ran.code, ran.output]).toEqual([0, 'places on mysql-geo Running (1/1)\n']);
	});

	it('that only reads needs no confirmation, wherever others ask for one', async () => {
		for (const typesName of [false, true]) {
			const ran = await served('bad-ddl', 'list places', {yes: false, typesName});
			expect([ran.code, ran.errors]).toEqual([0, '']);
			expect(ran.output).toMatch(/^places on mysql-geo: nothing is set/v);
		}
	});

	it('that is impossible is refused before anything is sent, in JSON too', async () => {
		const ran = await served(twoSources(), 'pause ordrs', {json: true});
		const message = 'There is no task ordrs; did you mean orders?';
		expect([ran.code, ran.errors]).toEqual([1, `dm-top: ${message}\n`]);
		expect(outcomes(ran)).toEqual([
			{
				operation: 'pause',
				task: 'ordrs',
				source: '',
				outcome: 'not-sent',
				text: message,
				message,
				sources: [],
			},
		]);
		expect(ran.audit).toEqual([]);
	});

	it('on a task whose state is unknown is not known: exit code 3, with the problem of the source', async () => {
		const hung = twoSources([{at: '1s', do: 'worker-hangs', source: 'mysql-02', for: '24h'}]);
		// DM itself gives up after 30 of its seconds.
		const ran = await served(hung, 'pause broken', {json: true, speed: 30});
		expect(ran.code).toBe(3);
		expect(ran.errors).toMatch(
			/^dm-top: It is not known whether there is a task broken: mysql-02 does not answer: .+/v,
		);
		expect(outcomes(ran)).toMatchObject([{outcome: 'not-sent', task: 'broken'}]);
	});

	it('is refused with --read-only, and without --yes if nobody can be asked', async () => {
		expect(await served(twoSources(), 'pause orders', {readOnly: true})).toMatchObject({
			code: 1,
			output: '',
			errors: 'dm-top: dm-top runs with --read-only: it changes nothing.\n',
		});
		expect(await served(twoSources(), 'pause orders', {yes: false})).toMatchObject({
			code: 1,
			errors: 'dm-top: To pause without being asked, add --yes.\n',
		});
	});

	it('on a cluster that does not answer is not sent: exit code 2', async () => {
		const server = await serve(twoSources());
		await server[Symbol.asyncDispose]();
		const provider = quickProvider(server.address, {patience: 100, tellAfter: 50});
		const ran = await run(provider, ['pause', 'orders'], {json: true});
		expect(ran.code).toBe(2);
		expect(outcomes(ran)).toMatchObject([
			{outcome: 'not-sent', message: expect.stringContaining('refused') as string},
		]);
	});
});

describe.concurrent('a person at the terminal', () => {
	it('sees the effect and is asked first', async () => {
		const ran = await served(twoSources(), 'pause orders', {yes: false, typed: 'yes', wait: false});
		expect(ran.code).toBe(0);
		expect(ran.errors).toContain('Pause orders on prod-dm:\n  orders  2 sources  Running\n');
		expect(ran.errors).toContain('same as: dmctl --master-addr 10.0.1.11:8261 pause-task orders\n');
		expect(ran.errors).toContain('Pause? Type yes: ');
		const other = await served(twoSources(), 'pause orders', {yes: false, typed: 'y'});
		expect([other.code, other.audit]).toEqual([1, []]);
	});

	it('types the name of what is stopped', async () => {
		const ran = await served(twoSources(), 'stop alone', {yes: false, typed: 'alone'});
		expect([ran.code, ran.output]).toEqual([0, 'alone gone (1/1)\n']);
		expect(ran.errors).toContain('Type the name, alone, to confirm: ');
		const other = await served(twoSources(), 'stop alone', {yes: false, typed: 'yes'});
		expect([other.code, other.audit]).toEqual([1, []]);
	});
});

describe.concurrent('the configurations that DM holds', () => {
	it('are printed without passwords, as text and as JSON', async () => {
		const text = await served(twoSources(), 'config orders');
		expect(text.code).toBe(0);
		expect(text.output).toContain('name: orders\n');
		expect(text.output).toMatch(/password: "?\*{6}/v);
		const json = await served(twoSources(), 'config source mysql-01', {json: true});
		expect(JSON.parse(json.output)).toMatchObject({
			source: 'mysql-01',
			format: 'yaml',
			text: expect.stringContaining('mysql-01') as string,
		});
	});
});

describe.concurrent('a lock', () => {
	it('is unlocked by its ID', async () => {
		const provider = createSimulatorProvider({scenario: 'shard-lock', speed: 10});
		const locks = await provider.locks?.list(new AbortController().signal);
		const id = Array.isArray(locks) ? (locks[0]?.id ?? '') : '';
		expect(id).not.toBe('');
		const ran = await run(provider, ['unlock', id, 'skip'], {json: true});
		expect([ran.code, outcomes(ran)[0]!['text']]).toEqual([0, `${id} unlocked`]);
		const none = await run(createSimulatorProvider({scenario: 'shard-lock'}), ['unlock', `${id}x`]);
		expect(none).toMatchObject({
			code: 1,
			errors: `dm-top: There is no lock ${id}x; did you mean ${id}?\n`,
		});
	});
});
