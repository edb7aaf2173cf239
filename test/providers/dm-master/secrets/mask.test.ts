import {describe, expect, it} from 'vitest';
import {mask, unmask} from '../../../../source/providers/dm-master/secrets/mask.js';

/** A task's configuration as DM gives it: the password is masked by DM, the bytes of certificates are emptied. */
const yaml = `name: orders
task-mode: all
target-database:
  host: 10.0.0.1
  port: 4000
  user: root
  password: '******'
  security:
    ssl-ca: /etc/ca.pem
    ssl-key: /etc/key.pem
    ssl-ca-bytes: []
    ssl-key-bytes: []
    ssl-key-base64: "a2V5"
mydumpers:
  dump-01:
    threads: 4
    extra-args: -B shop -p Dump-Secret --consistency none
loaders:
  load-01:
    dir: s3://bucket/x?access-key=AKID&secret-access-key=S3-Secret
syncers:
  sync-01:
    worker-count: 16
`;

/** What a source's worker runs of it. */
const toml = String.raw`name = "orders"
[from]
  password = "Upstream-Secret"
[to]
  host = "10.0.0.1"
  password = "Down\"stream"
  [to.security]
    ssl-key-bytes = [45, 45, 45]
`;

describe('a configuration', () => {
	it('shows no secret, and everything else as it is', () => {
		expect(mask(yaml, 'yaml').text).toBe(
			yaml
				.replace("'******'", '"******"')
				.replace('"a2V5"', '"******"')
				.replace('Dump-Secret', '******')
				.replace('access-key=AKID&secret-access-key=S3-Secret', 'access-key=******'),
		);
		expect(mask(toml, 'toml').text).toBe(`name = "orders"
[from]
  password = "******"
[to]
  host = "10.0.0.1"
  password = "******"
  [to.security]
    ssl-key-bytes = "******"
`);
	});

	it('leaves empty values empty, so that it shows that there is no password', () => {
		const empty =
			'password: ""\nsecret: []\na:\n  password:\nb:\n  password: null\n  encrypt-password: true\n';
		expect(mask(empty, 'yaml')).toStrictEqual({text: empty, secrets: new Map()});
	});

	it('hides a key wherever it is', () => {
		const key = '-----BEGIN RSA PRIVATE KEY-----\n  MIIE\n  -----END RSA PRIVATE KEY-----';
		expect(mask(`a: |\n  ${key}\nb: 1\n`, 'yaml').text).toBe('a: "******"\nb: 1\n');
		expect(mask('a: root:x@tcp(10.0.0.1:3306)/\n# password: x\n', 'yaml').text).toBe(
			'a: root:******@tcp(10.0.0.1:3306)/\n# password: ******\n',
		);
		expect(mask('extra-args:\n  - -p=x\n  - "-p" \n  - -px\n  - -P 3306\n', 'yaml').text).toBe(
			'extra-args:\n  - -p=******\n  - "-p" \n  - -p******\n  - -P 3306\n',
		);
	});
});

describe('a masked configuration', () => {
	const known = new Map([
		['target-database.password', String.raw`"Down\"stream"`],
		['target-database.security.ssl-key-bytes', '[45, 45, 45]'],
	]);

	it('becomes complete again, with what DM itself had masked and emptied', () => {
		const {text, secrets} = mask(yaml, 'yaml', known);
		expect(text).toContain('    ssl-key-bytes: "******"\n');
		expect(unmask(text, 'yaml', secrets)).toStrictEqual({
			text: yaml
				.replace("'******'", String.raw`"Down\"stream"`)
				.replace('ssl-key-bytes: []', 'ssl-key-bytes: [45, 45, 45]'),
			missing: [],
		});
	});

	it('may be edited first', () => {
		const {text, secrets} = mask(yaml, 'yaml', known);
		const edited = text.replace('worker-count: 16', 'worker-count: 8').replace('    threads: 4\n', '');
		expect(unmask(edited, 'yaml', secrets)).toMatchObject({
			missing: [],
			text: expect.stringMatching(/worker-count: 8[\s\S]*/v) as string,
		});
	});

	it('says what is missing: values that DM masked and nobody knows, and values that were changed', () => {
		const {text, secrets} = mask(yaml, 'yaml');
		const edited = text.replace('access-key=******', 'access-key=******&x=1');
		const {missing} = unmask(edited, 'yaml', secrets);
		expect(missing).toStrictEqual(['target-database.password', 'loaders.load-01.dir']);
	});

	it('that was never masked stays as it is', () => {
		const own = yaml.replace("'******'", '"my own"');
		expect(unmask(own, 'yaml', new Map())).toStrictEqual({text: own, missing: []});
	});
});
