import {expect, test} from 'vitest';
import {readArguments} from '../../source/program/command-line/arguments.js';
import {readFlags} from '../../source/program/command-line/flags.js';
import {refuseUnknownKinds} from '../../source/program/command-line/refuse-unknown-kinds.js';
import {noFileSettings} from '../../source/settings/file/file-settings.js';
import {resolveSettings} from '../../source/settings/resolve.js';
import {UsageError} from '../../source/settings/usage-error.js';

const read = (words: readonly string[], environment: NodeJS.ProcessEnv = {}) => {
	const given = readArguments(words);
	return readFlags(given, resolveSettings({given: given.values, environment, file: noFileSettings}));
};

const capOf = (size: string): number | undefined =>
	read(['--record', 'night.jsonl', '--record-max', size], {}).recording?.maxBytes;

test.each([
	['500M', 500 * 1024 ** 2],
	['1.5G', 1.5 * 1024 ** 3],
	['64MiB', 64 * 1024 ** 2],
	['1048576', 1024 ** 2],
])('--record-max %s is %i bytes', (size, bytes) => {
	expect(capOf(size)).toBe(bytes);
});

test.each(['much', '1023k', '0', '1e9'])('--record-max %s is refused', size => {
	expect(() => capOf(size)).toThrow(UsageError);
});

test.each([
	['--bogus', '--bogus', 'See dm-top --help.'],
	['--bogus=1', '--bogus', 'See dm-top --help.'],
	['-x', '-x', 'See dm-top --help.'],
	['--master-adr', '--master-adr', 'Did you mean --master-addr?'],
	['--fil', '--fil', 'Did you mean --file?'],
	['--onse=1', '--onse', 'Did you mean --once?'],
])('%s is a mistake whose message says what to do', (word, name, hint) => {
	expect(() => read(['--once', word])).toThrow(new UsageError(`There is no flag ${name}. ${hint}`));
});

test('a flag takes its value from the same word or the next, which may be a dash or a negative number', () => {
	const {values, positionals} = readArguments([
		'pause',
		'--file',
		'-',
		'--seed',
		'-5',
		'--simulate',
		'--once',
		'-s',
		'a',
		'-s=b',
		'-sc',
		'--sql',
		'x',
		'--sql=--y',
		'orders',
		'--',
		'--name',
	]);
	expect(values).toMatchObject({
		file: '-',
		seed: '-5',
		simulate: '',
		once: true,
		source: ['a', 'b', 'c'],
		sql: ['x', '--y'],
	});
	expect(positionals).toStrictEqual(['pause', 'orders', '--name']);
});

test.each([
	[['--file', 'a', '--file', 'b'], '--file was given twice.'],
	[['--once=yes'], '--once takes no value.'],
	[['--file'], '--file needs a value.'],
	[['--file', '--once'], '--file needs a value.'],
	[['--ssl-ca', ''], '--ssl-ca needs a value.'],
	[['--name=', '--once'], '--name needs a value.'],
	[['pause', 'orders', '-s', ''], '--source needs a value.'],
	[['--simulate', '--seed', 'x'], '--seed takes a number from 0 to 9007199254740991.'],
	[['--simulate', '--seed'], '--seed takes a number from 0 to 9007199254740991.'],
	[['--interval', '0.5'], '--interval takes a number from 1 to 3600.'],
	[['pause', 'orders', '--once'], '--once does not apply to a command, such as pause.'],
	[['explain', '36069', '--plain'], '--plain does not apply to a command, such as explain.'],
])('%j is refused', (words, message) => {
	expect(() => read(words)).toThrow(new UsageError(message));
});

test('the audit log has an old name', () => {
	expect(read(['--audit-log', 'a']).auditLog).toBe('a');
	expect(read(['--log', 'b']).auditLog).toBe('b');
	expect(read([]).auditLog).toBe('');
});

test('the theme is that of the flag, else of the environment, in either spelling', () => {
	expect(read([], {}).theme).toBeUndefined();
	expect(read([], {DM_TOP_THEME: ''}).theme).toBeUndefined();
	expect(read([], {DM_TOP_THEME: 'light'}).theme).toBe('light');
	expect(read(['--theme', 'color-blind'], {DM_TOP_THEME: 'light'}).theme).toBe('colour-blind');
	expect(read(['--theme', 'High-Contrast'], {}).theme).toBe('high-contrast');
});

test.each([
	[['--theme', 'pink'], {}, '--theme', 'pink'],
	[['--theme='], {DM_TOP_THEME: 'dark'}, '--theme', ''],
	[[], {DM_TOP_THEME: 'pink'}, 'DM_TOP_THEME', 'pink'],
] as const)('an unknown theme is a mistake', (words, environment, asker, asked) => {
	expect(() => read(words, environment)).toThrow(
		new UsageError(`${asker} takes one of dark, light, high-contrast, colour-blind, none, not “${asked}”.`),
	);
});

const inquiryOf = (...words: readonly string[]) => read(words).inquiry;

test.each([
	['30s', 30_000],
	['10m', 600_000],
	['1h30m', 5_400_000],
	['1h0m5s', 3_605_000],
])('--timeout %s is %i ms', (timeout, milliseconds) => {
	expect(inquiryOf('wait', 'orders', '--for', 'synced', '--timeout', timeout)).toStrictEqual({
		kind: 'wait',
		task: 'orders',
		sources: [],
		goal: 'synced',
		timeout: milliseconds,
	});
});

test('without --timeout it waits as long as it takes', () => {
	expect(inquiryOf('wait', 'orders', '--for', 'paused')).toMatchObject({timeout: Infinity});
});

test('check takes kinds and tasks, several of each', () => {
	expect(
		inquiryOf('check', '--only', 'lag-high', '--only', 'subtask-error', '--task', 'orders'),
	).toStrictEqual({
		kind: 'check',
		only: ['lag-high', 'subtask-error'],
		tasks: ['orders'],
	});
	expect(inquiryOf('check')).toStrictEqual({kind: 'check', only: [], tasks: []});
});

test('export listens on loopback unless set otherwise, and then serves no simulation', () => {
	expect(inquiryOf('export')).toStrictEqual({kind: 'export', address: {host: '127.0.0.1', port: 9269}});
	expect(inquiryOf('export', '--listen', '0.0.0.0')).toMatchObject({address: {host: '0.0.0.0', port: 9269}});
	const flags = read(['export', '--simulate', 'calm', '--listen', '[::1]:80']);
	expect(flags).toMatchObject({inquiry: {address: {host: '::1', port: 80}}, listen: ''});
});

test.each([
	[['export', 'orders'], 'export takes no “orders”'],
	[['export', '--listen', 'a:b:c'], 'too many colons'],
	[['check', '--listen', '80', '--simulate', 'calm'], '--listen goes with --simulate alone, or with export.'],
	[['wait', 'orders', '--for', 'synced', '--timeout', '0s'], '--timeout takes a length'],
	[['wait', 'orders', '--for', 'synced', '--timeout', '10'], '--timeout takes a length'],
	[['wait', 'orders', '--for', 'synced', '--timeout', '577h'], '--timeout takes a length'],
	[['wait', 'orders', '--for', 'well'], '--for “well” is not one of'],
	[['wait', 'orders'], 'wait needs what to wait for'],
	[['wait', 'orders', 'users', '--for', 'synced'], 'wait takes one task'],
	[['wait', '--for', 'synced'], 'wait takes one task'],
	[['check', 'orders'], 'check takes no “orders”'],
	[['--only', 'lag-high'], '--only and --task go with check.'],
	[['wait', 'orders', '--for', 'synced', '--task', 'orders'], '--only and --task go with check.'],
	[['check', '--for', 'synced'], '--for and --timeout go with wait.'],
	[['--timeout', '5s'], '--for and --timeout go with wait.'],
	[['check', '--yes'], '--source, --position'],
])('%s is refused: %s', (words, message) => {
	expect(() => read(words)).toThrow(message);
	expect(() => read(words)).toThrow(UsageError);
});

test('a kind of finding that does not exist is refused before any request', async () => {
	await expect(refuseUnknownKinds(['lag-high', 'stuck'])).resolves.toBeUndefined();
	await expect(refuseUnknownKinds(['lag-high', 'lag-hihg'])).rejects.toThrow(
		new UsageError('There is no kind of finding “lag-hihg”: dm-top explain lists them.'),
	);
});

test('a metrics store is that of the flag, else of the environment', () => {
	const environment = {DM_TOP_PROMETHEUS: 'prom'};
	expect(read([], environment).prometheus?.url.href).toBe('http://prom:9090/');
	expect(read(['--prometheus', 'other'], environment).prometheus?.url.href).toBe('http://other:9090/');
	expect(read([], {}).prometheus).toBeUndefined();
	expect(
		read(['--prometheus', 'x', '--prometheus-label', 'a=1', '--prometheus-label', 'b=2']).prometheus
			?.matchers,
	).toStrictEqual([
		['a', '1'],
		['b', '2'],
	]);
	expect(() => read(['--prometheus-label', 'a=1'])).toThrow(
		new UsageError('--prometheus-token-file and --prometheus-label go with --prometheus.'),
	);
	expect(() => read(['--prometheus', 'ftp://x'])).toThrow(UsageError);
});

test('the action for a new finding requires a mode that watches', () => {
	expect(read([]).alarm).toStrictEqual({bell: false, notification: false, command: ''});
	expect(read(['--bell', '--notify', '--on-finding', 'x']).alarm).toStrictEqual({
		bell: true,
		notification: true,
		command: 'x',
	});
	expect(read(['export', '--on-finding', 'x']).alarm.command).toBe('x');
	expect(read(['--plain', '--on-finding', 'x']).alarm.command).toBe('x');
	expect(() => read(['--plain', '--bell'])).toThrow('--bell goes with the screen.');
	expect(() => read(['check', '--notify'])).toThrow('--notify goes with the screen.');
	expect(read(['--once', '--prometheus', 'http://x']).once).toBe(true);
	expect(() => read(['--plain', '--theme', 'dark'])).toThrow('--theme goes with the screen.');
	expect(() => read(['check', '--on-finding', 'x'])).toThrow('--on-finding goes with the screen');
	expect(() => read(['--once', '--on-finding', 'x'])).toThrow('--on-finding goes with the screen');
});

test('thresholds are set one by one, and a mistake says which', () => {
	const {thresholds} = read(['--threshold', 'lag-high=10m', '--threshold=files-behind=off']);
	expect(thresholds['lag-high']).toBe(600);
	expect(thresholds['files-behind']).toBe(Infinity);
	expect(thresholds.stuck).toBe(70);
	expect(() => read(['--threshold', 'lag-high'])).toThrow(
		new UsageError(
			'--threshold NAME=VALUE: The threshold lag-high takes a length such as 90s, 20m or 1h30m, or off, not “”.',
		),
	);
});

test("DM's metrics are read with --once or while watching, from a store or from the workers", () => {
	for (const words of [['check'], ['--once'], ['--plain'], ['export']]) {
		expect(read([...words, '--prometheus', 'prom']).prometheus?.url.href).toBe('http://prom:9090/');
	}

	expect(read(['check', '--worker-metrics', 'advertised']).workerMetrics).toStrictEqual({kind: 'advertised'});
	const listed = read(['--worker-metrics', '10.0.1.21,worker-2=127.0.0.1:9002']).workerMetrics;
	expect(listed?.kind === 'listed' && listed.workers.map(([name, {href}]) => [name, href])).toStrictEqual([
		['', 'http://10.0.1.21:8262/metrics'],
		['worker-2', 'http://127.0.0.1:9002/metrics'],
	]);
	expect(() => read(['--worker-metrics', 'x,,y'])).toThrow('--worker-metrics takes “advertised”');
	expect(() => read(['--worker-metrics', 'advertised', '--prometheus', 'x'])).toThrow(
		'Give --prometheus or --worker-metrics, not both.',
	);
});
