/** What is asked of Prometheus, and what is made of any answer. */
import {Buffer} from 'node:buffer';
import {rm, writeFile} from 'node:fs/promises';
import {createServer, type IncomingMessage, type ServerResponse} from 'node:http';
import {text} from 'node:stream/consumers';
import {describe, expect, it} from 'vitest';
import {
	type PrometheusAddress,
	readPrometheusAddress,
} from '../../../../source/providers/metrics/prometheus/address.js';
import {withAuthorization} from '../../../../source/providers/metrics/prometheus/authorization.js';
import type {StoredSeries} from '../../../../source/providers/metrics/metrics-source.js';
import {
	createPrometheus,
	type PrometheusOptions,
} from '../../../../source/providers/metrics/prometheus/prometheus.js';
import {queryOf, queryOfAll} from '../../../../source/providers/metrics/prometheus/queries.js';
import type {Problem} from '../../../../source/providers/provider.js';
import {makeFolder} from '../../../folder.js';
import {onLoopback} from '../../../servers/loopback.js';

const from = Date.UTC(2026, 10, 23, 11, 59);
const range = {from, to: from + 60_000, step: 15_000};

type Asked = {
	readonly url: string;
	readonly method: string;
	readonly authorization: string;
	readonly body: URLSearchParams;
};

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

const json =
	(value: unknown, code = 200): Answer =>
	(_, response) => {
		response.writeHead(code, {'content-type': 'application/json'}).end(JSON.stringify(value));
	};

const matrix = (...result: readonly unknown[]): Answer =>
	json({status: 'success', data: {resultType: 'matrix', result}});

const orders = (values: ReadonlyArray<readonly [number, unknown]>) => ({
	metric: {figure: 'lag', task: 'orders', source_id: 'mysql-01'},
	values,
});

const entry = (metric: Record<string, unknown>) => ({metric: {figure: 'lag', ...metric}, values: []});

const ask = async (
	answer: Answer,
	options: Partial<PrometheusOptions> & {readonly prefix?: string} = {},
): Promise<{readonly told: readonly StoredSeries[] | Problem; readonly asked: readonly Asked[]}> => {
	const asked: Asked[] = [];
	await using server = await onLoopback(
		createServer((request, response) => {
			void text(request).then(body => {
				const {url = '', method = '', headers} = request;
				asked.push({
					url,
					method,
					authorization: headers.authorization ?? '',
					body: new URLSearchParams(body),
				});
				answer(request, response);
			});
		}),
	);
	const source = createPrometheus({
		url: new URL(`http://${server.address}${options.prefix ?? ''}`),
		authorization: '',
		matchers: [],
		deadline: 5000,
		...options,
	});
	const told = await source.range(['lag'], range, new AbortController().signal);
	return {told, asked};
};

describe('a query', () => {
	it('asks for the range in seconds, below the prefix, with the authorization', async () => {
		const {asked} = await ask(matrix(), {
			prefix: '/select/0/prometheus/',
			authorization: 'Bearer t0ken',
			matchers: [['dm_cluster', 'prod']],
		});
		expect(asked).toHaveLength(1);
		expect(asked[0]).toMatchObject({
			url: '/select/0/prometheus/api/v1/query_range',
			method: 'POST',
			authorization: 'Bearer t0ken',
		});
		expect(Object.fromEntries(asked[0]!.body)).toStrictEqual({
			query: queryOfAll(['lag'], {matchers: [['dm_cluster', 'prod']], window: 60}),
			start: String(from / 1000),
			end: String(from / 1000 + 60),
			step: '15',
		});
	});

	it('keeps every label in its own string', () => {
		const query = queryOf('rows', [['task', 'a"} or vector(1) # \\ \n']], 60);
		expect(query).toContain(String.raw`{task="a\"} or vector(1) # \\ \n",type="insert"}[60s]`);
	});
});

describe('an answer', () => {
	it('has a value at each step, and none where it is unknown', async () => {
		const {told} = await ask(
			matrix(
				orders([
					[from / 1000, '7'],
					[from / 1000 + 15, 'NaN'],
					[from / 1000 + 30.4, '0.5'],
					[from / 1000 + 45, '+Inf'],
					[from / 1000 + 60, '-1'],
					[from / 1000 + 75, '9'],
				]),
			),
		);
		expect(told).toStrictEqual([
			{measure: 'lag', task: 'orders', source: 'mysql-01', values: Float64Array.of(7, NaN, 0.5, NaN, NaN)},
		]);
	});

	it('with some invalid parts keeps the rest', async () => {
		const {told} = await ask(
			matrix(
				null,
				7,
				entry({task: 'orders'}),
				entry({task: 1, source_id: 'x'}),
				{metric: {figure: 'lag', task: 'a', source_id: 'b'}, values: 'none'},
				{
					metric: JSON.parse('{"__proto__": {"task": "a", "source_id": "b"}}') as Record<string, unknown>,
					values: [],
				},
				{
					metric: {figure: 'lag', task: 'a', source_id: 'b'},
					values: [null, [], ['x', '1'], [from / 1000, 5], [from / 1000 + 15, '6']],
				},
			),
		);
		expect(told).toStrictEqual([
			{measure: 'lag', task: 'a', source: 'b', values: Float64Array.of(NaN, 6, NaN, NaN, NaN)},
		]);
	});

	it.each<[string, Answer, string, string]>([
		[
			'a refusal',
			json({status: 'error', errorType: 'bad_data', error: 'parse error\u{1B}[2J'}, 400),
			'rejected the query: parse error␛[2J',
			'',
		],
		[
			'no access',
			(_, response) => {
				response.writeHead(401).end('no');
			},
			'denied access (HTTP 401)',
			'Give a user and password in the address, or --prometheus-token-file.',
		],
		[
			'a page',
			(_, response) => {
				response.end('<html>');
			},
			'does not answer as Prometheus does (HTTP 200)',
			'Check the address and its path.',
		],
		[
			'JSON of something else',
			json([1]),
			'does not answer as Prometheus does (HTTP 200)',
			'Check the address and its path.',
		],
		[
			'a redirection, which is not followed',
			(_, response) => {
				response.writeHead(302, {location: 'http://127.0.0.1:9/'}).end();
			},
			'does not answer as Prometheus does (HTTP 302)',
			'Check the address and its path.',
		],
		[
			'an answer that breaks off',
			(_, response) => {
				response.writeHead(200, {'content-length': '100'}).write('{');
				response.destroy();
			},
			'could not be asked: ',
			'',
		],
	])('that is %s is reported', async (_name, answer, what, fix) => {
		const {told, asked} = await ask(answer);
		expect(asked).toHaveLength(1);
		expect(told).toMatchObject({fix, detail: ''});
		expect((told as Problem).what).toMatch(/^Prometheus 127\.0\.0\.1:\d+ /v);
		expect((told as Problem).what).toContain(what);
	});

	it('that never ends is given up on', async () => {
		const {told} = await ask(() => undefined, {deadline: 100});
		expect((told as Problem).what).toMatch(/did not answer within 0\.1 s$/v);
	});

	it('that is far too large is not read', async () => {
		const {told} = await ask((_, response) => {
			const chunk = Buffer.alloc(1024 * 1024, 32);
			const write = () => {
				while (!response.destroyed && response.write(chunk)) {
					// Until the line is full.
				}
			};

			response.on('drain', write);
			write();
		});
		expect((told as Problem).what).toMatch(/sent more than 32 MB$/v);
	});
});

describe('an address', () => {
	const read = (address: string) => readPrometheusAddress({address}) as PrometheusAddress;

	it.each([
		['10.0.1.20', 'http://10.0.1.20:9090/'],
		['10.0.1.20:9091', 'http://10.0.1.20:9091/'],
		['prom:80', 'http://prom/'],
		['prom/prefix', 'http://prom:9090/prefix'],
		['https://prom.example/x', 'https://prom.example/x'],
		['https://prom.example', 'https://prom.example/'],
		['[::1]', 'http://[::1]:9090/'],
	])('%s is %s', (address, url) => {
		expect(read(address).url.href).toBe(url);
	});

	it.each(['http://', 'ftp://x', ':9090', 'a b'])('%s is not one', address => {
		expect(readPrometheusAddress({address})).toMatch(/^--prometheus takes an address/v);
	});

	it('sends its user and password as basic authorization', async () => {
		const {authorization} = await withAuthorization(read('http://dba:p%40ss@prom:9090'));
		expect(authorization).toBe(`Basic ${Buffer.from('dba:p@ss').toString('base64')}`);
		expect(await withAuthorization(read('http://dba:50%off@prom:9090'))).toMatchObject({
			authorization: `Basic ${Buffer.from('dba:50%off').toString('base64')}`,
		});
		expect(await withAuthorization(read('prom'))).toMatchObject({authorization: ''});
	});

	it('takes a token from a file, and labels', async () => {
		const tokenFile = makeFolder().file('token');
		await writeFile(tokenFile, 'abc.def\n');
		const address = readPrometheusAddress({address: 'prom', tokenFile, labels: ['dm_cluster=prod=1']});
		expect(await withAuthorization(address as PrometheusAddress)).toMatchObject({
			authorization: 'Bearer abc.def',
			matchers: [['dm_cluster', 'prod=1']],
		});
		await writeFile(tokenFile, 'two\nwords');
		await expect(withAuthorization(address as PrometheusAddress)).rejects.toThrow('holds no token');
		await rm(tokenFile);
		await expect(withAuthorization(address as PrometheusAddress)).rejects.toThrow('cannot be read');
	});

	it('accepts either a password or a token, and labels only as NAME=VALUE', () => {
		expect(readPrometheusAddress({address: 'http://a:b@prom', tokenFile: 'x'})).toMatch(/not both/v);
		expect(readPrometheusAddress({address: 'prom', labels: ['a=b', 'c']})).toBe(
			'--prometheus-label takes NAME=VALUE, not “c”.',
		);
	});
});
