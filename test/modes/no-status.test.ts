/** Masters that list their members and say nothing, or no, when they are asked for a status. */
import {describe, expect, it} from 'vitest';
import {invoked} from '../program/invoked.js';
import {answerWith, RecordedMaster} from '../servers/recorded-master.js';

const sources = ['mysql-replica-01', 'mysql-replica-02', 'mysql-replica-03'];

const masterThatSays = async (json: string): Promise<RecordedMaster> => {
	const master = await RecordedMaster.start();
	for (const asked of ['status', ...sources]) {
		master.mischief.set(asked, answerWith(200, json));
	}

	return master;
};

const commands: ReadonlyArray<readonly [words: readonly string[], code: number]> = [
	[['--once'], 2],
	[['--once', '--json'], 2],
	[['check'], 3],
	[['wait', 'users', '--for', 'running', '--timeout', '1s'], 3],
];

describe('a refusal of every source', () => {
	it.each(commands)('%j says DM’s words, and that nothing is known', async (words, code) => {
		await using master = await masterThatSays('{"result": false, "msg": "etcd is away", "sources": []}');
		const run = await invoked([...words, '--master-addr', master.address]);
		expect(run.out + run.err).toContain('etcd is away');
		expect(run.code).toBe(code);
	});
});

describe('an answer that lists no source, though each has a worker', () => {
	it.each([
		[['--once'], 1],
		[['check'], 3],
		[['check', '--only', 'subtask-error'], 3],
	] as const)('%j is not well', async (words, code) => {
		await using master = await masterThatSays('{"result": true, "msg": "", "sources": []}');
		const run = await invoked([...words, '--master-addr', master.address]);
		expect(run.out).toMatch(/mysql-replica-01: .*has no entry for it|no source has answered/v);
		expect(run.code).toBe(code);
	});
});
