/** No recording has a password in it, redacted or not. */
import {readFile} from 'node:fs/promises';
import fc from 'fast-check';
import {expect, test} from 'vitest';
import {stripSecrets} from '../../../../source/dm/secrets/passwords.js';
import {recordProvider} from '../../../../source/providers/recording/record-provider.js';
import {makeFolder} from '../../../folder.js';
import {run, saying, silence} from '../recordings.js';

/** What a password may look like, and what would end it in text that is not quoted well. */
const password = fc
	.string({unit: fc.constantFrom(...'abcXYZ019!#%&*+=?^_~|;,:'), minLength: 8, maxLength: 20})
	.filter(text => !/^(?:yes|no)\b/iv.test(text));

const texts: ReadonlyArray<readonly [string, (password: string) => string]> = [
	['a line of TOML', word => `[from]\nhost = "10.0.0.1"\npassword = "${word}"\nport = 3306`],
	['a TOML text over several lines', word => `[to]\npassword = """${word}"""\n`],
	['JSON', word => JSON.stringify({user: 'root', password: word})],
	['JSON in a text of JSON', word => JSON.stringify(JSON.stringify({password: word, user: 'root'}))],
	['YAML', word => `target-database:\n  password: ${word}\n  user: root`],
	['a statement', word => `CREATE USER 'u'@'%' IDENTIFIED BY '${word}'`],
	['SET PASSWORD', word => `SET PASSWORD FOR 'u'@'%' = '${word}'`],
	['CHANGE MASTER', word => `CHANGE MASTER TO MASTER_USER='u', MASTER_PASSWORD='${word}'`],
	['a data source name', word => `open root:${word}@tcp(10.0.0.1:3306)/: connection refused`],
	['a flag', word => `mysqldump --password=${word} -h x`],
	['a storage key', word => `s3://bucket/dump?secret-access-key=${word}`],
];

test.each(texts)('no password in %s is recorded', (_, write) => {
	fc.assert(
		fc.property(password, word => {
			expect(stripSecrets(write(word))).not.toContain(word);
		}),
	);
});

test.each([false, true])('no password gets into the file (redact: %s)', async redact => {
	const folder = makeFolder();
	const word = 'hunter2-Tr0ub4dor';
	const path = folder.file('night.jsonl');
	const observations = [
		...texts.map(([, write]) => silence(write(word))),
		silence('x', {password: word, options: {'secret-access-key': word}}),
	];
	await run(
		recordProvider(
			saying(observations, {
				title: `mysql://root:${word}@10.0.0.1:3306`,
				operator: {
					kinds: new Set(['binlog-replace'] as const),
					operate: async () => ({result: 'refused', msg: `IDENTIFIED BY '${word}'`, sources: []}),
				},
				async *observe() {
					await this.operator?.operate(
						{
							kind: 'binlog-replace',
							task: 't',
							sources: [],
							position: '',
							sqls: [`ALTER USER u IDENTIFIED BY '${word}'`],
						},
						new AbortController().signal,
					);
					yield* observations;
				},
			}),
			{path, redact},
		),
	);
	expect(await readFile(path, 'utf8')).not.toContain(word);
});

test('everything that is not a password is kept', () => {
	for (const text of [
		"Access denied for user 'root'@'10.0.0.5' (using password: YES)",
		'position: (mysql-bin.000001, 4), gtid-set: 3ccc475b-2343-11e7-be21-6c0b84d59f30:1-14',
		'https://docs.pingcap.com/tidb/stable/mysql-compatibility#ddl',
	]) {
		expect(stripSecrets(text)).toBe(text);
	}
});
