import {describe, expect, it} from 'vitest';
import {cluster, oneTask} from '../../cluster.js';
import {recorded} from '../../recorded.js';
import {Served} from '../served.js';

const replica = () =>
	cluster({
		workers: ['w2'],
		sources: [{name: 'mysql-replica-01'}],
		tasks: [{name: 'orders', sources: ['mysql-replica-01'], mode: 'incremental'}],
	});

describe('the recorded answers', () => {
	it.each([
		['op-pause.txt', 'orders', '{"op":"Pause"}'],
		['op-pause-nosrc.txt', 'orders', '{"op":2,"sources":["nosrc"]}'],
		['op-pause-nosuch.txt', 'nosuch', '{"op":"Pause","name":"orders"}'],
		['op-bad.txt', 'orders', '{"op":99}'],
	])('have the body of %s, byte by byte', async (file, task, body) => {
		await using served = await Served.start(replica());
		const {status, headers, text} = await served.ask('PUT', `/apis/v1alpha1/tasks/${task}`, body);
		expect([status, headers.get('content-type'), headers.get('grpc-metadata-content-type')]).toStrictEqual([
			200,
			'application/json',
			'application/grpc',
		]);
		expect(text).toBe(recorded(file));
	});

	it('have the body of status-nosuch.txt, byte by byte', async () => {
		await using served = await Served.start(replica());
		const {text} = await served.get('/apis/v1alpha1/status/nosuch');
		expect(text).toBe(recorded('status-nosuch.txt'));
	});
});

describe('a path', () => {
	it.each([
		'/apis/v1alpha1/status',
		'/apis/v1alpha1/members/',
		'/apis/v1alpha1/status/a:b',
		'/apis/v1alpha1/status/a%3Ab',
		'/apis/v1alpha1/status/a/b',
		'/apis/v1alpha1/status/a%2Fb',
		'/apis/v1alpha1/',
		'/apis/',
	])('%s does not belong to the gateway: 501', async path => {
		await using served = await Served.start(replica());
		const {status, text} = await served.get(path);
		expect(status).toBe(501);
		expect(text).toBe('{\n  "code": 12,\n  "message": "Not Implemented",\n  "details": [\n  ]\n}');
	});

	it('with another method is 501 too, with another message', async () => {
		await using served = await Served.start(replica());
		const {status, json} = await served.ask('POST', '/apis/v1alpha1/status/orders');
		expect([status, json]).toStrictEqual([501, {code: 12, message: 'Method Not Allowed', details: []}]);
	});

	it('may have blanks and any letters', async () => {
		const name = '库存同步 華東+%';
		await using served = await Served.start(oneTask({name}));
		const {json} = await served.get(`/apis/v1alpha1/status/${encodeURIComponent(name)}`);
		expect(json).toMatchObject({result: true, sources: [{subTaskStatus: [{name}]}]});
	});

	it.each(['/', '/apis', '/nothing', '/dashboard/', '/api/v2/tasks'])(
		'%s does not exist: 404 and a page',
		async path => {
			await using served = await Served.start(replica());
			const {status, text, headers} = await served.get(path);
			expect([status, text]).toStrictEqual([404, '404 page not found\n']);
			expect(headers.get('content-type')).toBe('text/plain; charset=utf-8');
			expect(headers.get('access-control-allow-origin')).toBe('*');
		},
	);

	it('with a broken escape is a bad request', async () => {
		await using served = await Served.start(replica());
		expect(await served.statusOf('GET', '/apis/v1alpha1/status/%zz')).toBe(400);
	});
});

describe('a query', () => {
	const three = () =>
		cluster({
			sources: [{name: 'a'}, {name: 'b'}, {name: 'c'}],
			tasks: [{name: 'orders', sources: ['a', 'b', 'c'], mode: 'incremental'}],
		});
	const asked = async (served: Served, query: string) => {
		const {json} = await served.get(`/apis/v1alpha1/status/${query}`);
		return (json as {sources: ReadonlyArray<{sourceStatus: {source: string}}>}).sources.map(
			({sourceStatus}) => sourceStatus.source,
		);
	};

	it('names sources one by one; anything else in it is ignored', async () => {
		await using served = await Served.start(three());
		expect(await asked(served, '')).toStrictEqual(['a', 'b', 'c']);
		expect(await asked(served, '?sources=c&sources=a')).toStrictEqual(['a', 'c']);
		expect(await asked(served, 'orders?sources=b&colour=red&name=nosuch')).toStrictEqual(['b']);
	});

	it('does not accept a list with commas', async () => {
		await using served = await Served.start(three());
		const {json} = await served.get('/apis/v1alpha1/status/?sources=a,b');
		expect(json).toStrictEqual({result: false, msg: "sources [a,b] haven't been added", sources: []});
	});

	it.each([
		['/apis/v1alpha1/tasks/orders?type=TaskType', 'strconv.ParseInt: parsing "TaskType": invalid syntax'],
		['/apis/v1alpha1/tasks/orders?type=', 'strconv.ParseInt: parsing "": invalid syntax'],
		[
			'/apis/v1alpha1/tasks/orders?type=99999999999',
			'strconv.ParseInt: parsing "99999999999": value out of range',
		],
		['/apis/v1alpha1/members?leader=maybe', 'strconv.ParseBool: parsing "maybe": invalid syntax'],
		['/apis/v1alpha1/status/?sources=%zz', 'invalid URL escape "%zz"'],
		['/apis/v1alpha1/status/?sources=a;b', 'invalid semicolon separator in query'],
	])('%s is refused with code 3', async (path, message) => {
		await using served = await Served.start(three());
		const {status, json} = await served.get(path);
		expect([status, json]).toStrictEqual([400, {code: 3, message, details: []}]);
	});

	it('selects members', async () => {
		await using served = await Served.start(three());
		const kinds = async (query: string) => {
			const {json} = await served.get(`/apis/v1alpha1/members${query}`);
			return (json as {members: ReadonlyArray<Record<string, unknown>>}).members.flatMap(member =>
				Object.keys(member),
			);
		};

		expect(await kinds('')).toStrictEqual(['leader', 'master', 'worker']);
		expect(await kinds('?worker=true')).toStrictEqual(['worker']);
		expect(await kinds('?leader=1&master=t&worker=false')).toStrictEqual(['leader', 'master']);
		const {json} = await served.get('/apis/v1alpha1/members?worker=true&names=worker-2');
		expect(json).toMatchObject({members: [{worker: {workers: [{name: 'worker-2'}]}}]});
	});
});

describe('a body', () => {
	it.each([
		['{"op":"pause"}', 'unknown value "pause" for enum pb.TaskOp'],
		['{"op":"2"}', 'unknown value "2" for enum pb.TaskOp'],
		['{"op":true}', 'json: cannot unmarshal bool into Go value of type int32'],
		['{"op":2.5}', 'json: cannot unmarshal number 2.5 into Go value of type int32'],
		['{"op":2,"sources":"a"}', 'json: cannot unmarshal string into Go value of type []json.RawMessage'],
		['{"op":2,"sources":[1]}', 'json: cannot unmarshal number into Go value of type string'],
		['[2]', 'json: cannot unmarshal array into Go value of type map[string]json.RawMessage'],
		['{"op":', 'unexpected EOF'],
		['op=2', "invalid character 'o' looking for beginning of value"],
	])('%s is refused with code 3', async (body, message) => {
		await using served = await Served.start(oneTask());
		const {status, json} = await served.ask('PUT', '/apis/v1alpha1/tasks/orders', body);
		expect([status, json]).toStrictEqual([400, {code: 3, message, details: []}]);
	});

	it('may be empty, have unknown fields, and null for empty values', async () => {
		await using served = await Served.start(oneTask());
		const path = '/apis/v1alpha1/tasks/orders';
		const {json} = await served.ask('PUT', path, '');
		expect(json).toMatchObject({
			op: 'InvalidOp',
			msg: expect.stringContaining('invalid op InvalidOp on task') as string,
		});
		const {json: other} = await served.ask('PUT', path, {op: 2, bogus: 1, sources: null});
		expect(other).toMatchObject({op: 'Pause', result: true});
	});
});
