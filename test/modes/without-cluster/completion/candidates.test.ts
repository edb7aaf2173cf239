import {describe, expect, it} from 'vitest';
import {completeWords} from '../../../../source/modes/without-cluster/completion/candidates.js';
import type {Outside} from '../../../../source/modes/without-cluster/completion/candidate.js';

const outside: Outside = {
	cluster: async () => ({
		tasks: new Map([
			['orders', ['mysql-01', 'mysql-02']],
			['coupons', ['mysql-02']],
		]),
		sources: ['mysql-01', 'mysql-02'],
		workers: ['dm-worker-1'],
		masters: ['dm-master-1'],
	}),
	profiles: async () => ['@prod', '@staging'],
	scenarios: async () => [{name: 'shop', summary: 'a shop'}],
};

const valuesOf = async (...words: readonly string[]): Promise<string[]> => {
	const {candidates} = await completeWords(words, outside);
	return candidates.map(({value}) => value);
};

describe('completion', () => {
	it.each<[string[], string[]]>([
		[['pau'], ['pause']],
		[
			['pause', ''],
			['orders', 'coupons'],
		],
		[
			['pause', 'orders', ''],
			['mysql-01', 'mysql-02'],
		],
		[['pause', 'orders', 'mysql-01', ''], ['mysql-02']],
		[['pause', '--yes', 'o'], ['orders']],
		[
			['pause', '--source', ''],
			['mysql-01', 'mysql-02'],
		],
		[['transfer', 'mysql-01', ''], ['dm-worker-1']],
		[
			['relay', 'p'],
			['purge', 'pause'],
		],
		[
			['relay', 'on', ''],
			['mysql-01', 'mysql-02'],
		],
		[
			['validation', 'st'],
			['start', 'stop'],
		],
		[['validation', 'o'], ['orders']],
		[
			['validation', 'start', ''],
			['orders', 'coupons'],
		],
		[['config', 'master', ''], ['dm-master-1']],
		[['config', 'worker', ''], ['dm-worker-1']],
		[
			['config', 'source', ''],
			['mysql-01', 'mysql-02'],
		],
		[['config', 'e'], ['edit']],
		[
			['wait', ''],
			['orders', 'coupons'],
		],
		[['wait', 'orders', '--for', 'r'], ['running']],
		[['wait', 'orders', '--for=s'], ['--for=synced']],
		[['explain', 'lag-g'], ['lag-growing']],
		[
			['completion', ''],
			['bash', 'zsh', 'fish'],
		],
		[['--simulate', 's'], ['shop']],
		[['--theme', 'd'], ['dark']],
		[['--the'], ['--theme']],
		[['--theme', 'dark', '--the'], []],
		[['check', '--only', 'stuck', '--onl'], ['--only']],
		[['@s'], ['@staging']],
		[['@prod', 'pause', 'c'], ['coupons']],
		[
			['unlock', 'id', ''],
			['exec', 'skip'],
		],
		[['evict', ''], []],
		[['nonsense', ''], []],
	])('of %j is %j', async (words, values) => {
		expect(await valuesOf(...words)).toStrictEqual(values);
	});

	it('leaves file names to the shell', async () => {
		expect(await completeWords(['--file', ''], outside)).toStrictEqual({candidates: [], files: ''});
		expect(await completeWords(['--replay=/tm'], outside)).toStrictEqual({
			candidates: [],
			files: '--replay=',
		});
		expect(await completeWords(['start', ''], outside)).toMatchObject({files: ''});
		expect(await completeWords(['pause', ''], outside)).toMatchObject({files: undefined});
	});

	it('describes each command and flag, and says what continues', async () => {
		expect(await completeWords(['restar'], outside)).toMatchObject({
			candidates: [
				{value: 'restart', description: 'stop a task and start it from its configuration; asks for its name'},
			],
		});
		expect(await completeWords(['--once'], outside)).toMatchObject({
			candidates: [{value: '--once', description: 'print one table and exit'}],
		});
		expect(await completeWords(['--threshold', 'lag-h'], outside)).toMatchObject({
			candidates: [{value: 'lag-high=', goesOn: true}],
		});
	});

	it('does not ask the cluster for what it knows already', async () => {
		const silent: Outside = {
			cluster: () => expect.unreachable('asked a cluster'),
			profiles: () => expect.unreachable('read profiles'),
			scenarios: () => expect.unreachable('read scenarios'),
		};
		expect(await completeWords(['pau'], silent)).toMatchObject({candidates: [{value: 'pause'}]});
		expect(await completeWords(['--onc'], silent)).toMatchObject({candidates: [{value: '--once'}]});
	});
});
