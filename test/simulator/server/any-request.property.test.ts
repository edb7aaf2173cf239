import fc from 'fast-check';
import {expect, it} from 'vitest';
import {parseQuery, QueryError, unescapeGo} from '../../../source/simulator/server/http/query.js';
import {ListenError, parseListenAddress} from '../../../source/providers/listen-address.js';
import {GatewayError} from '../../../source/simulator/server/v1alpha1/gateway-error.js';
import {readMessage} from '../../../source/simulator/server/v1alpha1/message.js';
import {runs} from '../../rounds.js';
import {oneTask} from '../cluster.js';
import {anyCharacter} from '../../any-character.js';
import {Served} from './served.js';

const anyText = fc.oneof(
	fc.string({unit: anyCharacter}),
	fc.string({unit: fc.constantFrom(...'0123456789.:[]-%+&=;/?abf ')}),
);

it('reads any text as an address to listen on, or says what is wrong with it', () => {
	fc.assert(
		fc.property(anyText, text => {
			try {
				const {host, port} = parseListenAddress(text, 8261);
				expect(host).not.toBe('');
				expect(port).toBeGreaterThanOrEqual(0);
				expect(port).toBeLessThanOrEqual(65_535);
			} catch (error) {
				expect(error).toBeInstanceOf(ListenError);
				expect(String(error)).toContain('--listen');
			}
		}),
	);
});

it('decodes escaped text in a path or a query to the original', () => {
	const wellFormed = fc.string({unit: 'grapheme'});
	fc.assert(
		fc.property(wellFormed, wellFormed, (key, value) => {
			expect(unescapeGo(encodeURIComponent(value), {isQuery: false})).toBe(value);
			const search = String(new URLSearchParams([[key, value]]));
			expect(parseQuery(search).get(key)).toStrictEqual([value]);
		}),
	);
});

it('reads any query, or says what is wrong with it', () => {
	fc.assert(
		fc.property(anyText, text => {
			try {
				parseQuery(text);
			} catch (error) {
				expect(error).toBeInstanceOf(QueryError);
			}
		}),
	);
});

it('reads any body as a message, or answers with code 3', () => {
	const shape = {
		op: {enum: 'pb.TaskOp', values: {InvalidOp: 0, Pause: 2}},
		sources: 'texts',
		task: 'text',
		removeMeta: 'boolean',
	} as const;
	const json = fc
		.record(
			{op: fc.jsonValue(), sources: fc.jsonValue(), task: fc.jsonValue(), removeMeta: fc.jsonValue()},
			{requiredKeys: []},
		)
		.map(value => JSON.stringify(value));
	fc.assert(
		fc.property(fc.oneof(json, fc.json(), anyText), body => {
			try {
				const {op = 0, sources = []} = readMessage(body, shape);
				expect(op).toBeTypeOf('number');
				expect(sources.every(source => typeof source === 'string')).toBe(true);
			} catch (error) {
				expect(error instanceof GatewayError && error.code).toBe(3);
			}
		}),
	);
});

it('answers any request, and then the next one', async () => {
	await using served = await Served.start(oneTask());
	const part = fc.oneof(
		fc.constantFrom(
			'apis',
			'v1alpha1',
			'status',
			'tasks',
			'orders',
			'members',
			'errors',
			'sources',
			'leader',
			'1',
		),
		fc.constantFrom('api', 'v1', 'cluster', 'relay', 'enable', 'transfer', 'start', 'mysql-01', '', 'health'),
		fc.string({unit: anyCharacter, maxLength: 4}).map(text => encodeURIComponent(text.toWellFormed())),
	);
	const request = fc.record({
		method: fc.constantFrom('GET', 'PUT', 'POST', 'DELETE', 'PATCH'),
		path: fc.array(part, {maxLength: 6}),
		query: fc.constantFrom('', '?sources=mysql-01', '?type=x', '?with_status=true', '?%'),
		body: fc.oneof(fc.json(), fc.constant('')),
	});
	await fc.assert(
		fc.asyncProperty(request, async ({method, path, query, body}) => {
			const {status} = await served.ask(
				method,
				`/${path.join('/')}${query}`,
				method === 'GET' ? undefined : body,
			);
			expect(status).not.toBe(500);
		}),
		runs(200),
	);
	expect(await served.statusOf('GET', '/apis/v1alpha1/members')).toBe(200);
});
