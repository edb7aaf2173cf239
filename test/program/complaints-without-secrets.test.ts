/** What dm-top refuses may have a password in it, and come from the environment or a file: it is not repeated. */
import {writeFile} from 'node:fs/promises';
import {describe, expect, test} from 'vitest';
import {makeFolder} from '../folder.js';
import {invoked} from './invoked.js';

const word = 'qS3cr3tX9zz';

const addresses = [
	`http://user:${word}@127.0.0.1:1`,
	`http://user:${word}@127.0.0.1:1/x?y`,
	`user:${word}@127.0.0.1:1`,
	`http://user:${word}@127.0.0.1:99999`,
	`http://user:${word}@[::1`,
	`ftp://user:${word}@db1`,
	`http://127.0.0.1:1?password=${word}`,
	`a:1,user:${word}@127.0.0.1:1`,
] as const;

type Words = (address: string) => readonly string[];

/** Where an address is given: in words, or with these in a variable. */
const places: ReadonlyArray<readonly [name: string, words: Words, variable: string]> = [
	['--master-addr', address => ['--once', '--master-addr', address], ''],
	['--master-addr of an operation', address => ['pause', 'orders', '--yes', '--master-addr', address], ''],
	['$DM_MASTER_ADDR', () => ['--once'], 'DM_MASTER_ADDR'],
	['--prometheus', address => ['--once', '--simulate', 'calm', '--prometheus', address], ''],
	['$DM_TOP_PROMETHEUS', () => ['config'], 'DM_TOP_PROMETHEUS'],
	['--worker-metrics', address => ['--once', '--simulate', 'calm', '--worker-metrics', `w=${address}`], ''],
	['--provider', address => ['--once', '--provider', address], ''],
	['--file', address => ['--once', '--file', address], ''],
	['--theme', address => ['--once', '--simulate', 'calm', '--theme', address], ''],
	['the name of a cluster', address => [`@${address}`], ''],
	['a word', address => [address], ''],
];

describe.each(places)('%s', (_, words, variable) => {
	test.each(addresses)('of %s is refused without the password', async address => {
		const {out, err} = await invoked(words(address), {
			env: Object.fromEntries(variable === '' ? [] : [[variable, address]]),
		});
		expect(out + err).not.toBe('');
		expect(out + err).not.toContain(word);
	});
});

test('a password in the settings file is not repeated either', async () => {
	const file = makeFolder().file('config.toml');
	await writeFile(
		file,
		`[clusters.shop]\nmaster-addr = "http://user:${word}@db1:8261"\n[clusters.bad]\nmaster-adr = "x:${word}@y"\n`,
	);
	for (const words of [['@shop', '--once'], ['config'], ['@none', '--once']]) {
		const {out, err} = await invoked([...words, '--config', file]);
		expect(out + err).not.toBe('');
		expect(out + err).not.toContain(word);
	}
});
