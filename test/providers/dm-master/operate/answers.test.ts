import {describe, expect, it} from 'vitest';
import type {Operation} from '../../../../source/providers/operation.js';
import {
	answerRecorded,
	halfAsWhole,
	OperatingMaster,
	recordedBody,
} from '../../../servers/operating-master.js';
import {answerWith, fixture, type Mischief} from '../../../servers/recorded-master.js';
import {operateOn, pauseOrders} from './operating.js';

const json = (status: number, body: unknown): Mischief => answerWith(status, JSON.stringify(body));
const page = '<!doctype html><title>Sign in</title>';
const enableRelay: Operation = {kind: 'enable-relay', source: 'mysql-01', workers: []};

describe('dm-master’s answer', () => {
	it('is passed on source by source', async () => {
		await using master = await OperatingMaster.start();
		expect(await operateOn(master)).toStrictEqual({
			result: 'accepted',
			msg: '',
			sources: [{source: 'mysql-replica-01', worker: 'w2', result: true, msg: ''}],
			way: 'v1alpha1',
		});
	});

	it('is accepted with the message of each source that failed, although the top level says true', async () => {
		await using master = await OperatingMaster.start();
		const no = '[code=38045:class=dm-master:scope=internal:level=high], Message: fail to get expected result';
		master.mischief = json(200, {
			op: 'Pause',
			result: true,
			msg: '',
			sources: [
				{result: true, msg: '', source: 'mysql-01', worker: 'w1'},
				{result: false, msg: no, source: 'mysql-02', worker: 'w2'},
			],
		});
		const {result, sources} = await operateOn(master);
		expect(result).toBe('accepted');
		expect(sources).toStrictEqual([
			{source: 'mysql-01', worker: 'w1', result: true, msg: ''},
			{source: 'mysql-02', worker: 'w2', result: false, msg: no},
		]);
	});

	it.each([
		[
			'op-bad.txt',
			'[code=38041:class=dm-master:scope=internal:level=medium], Message: invalid op 99 on task',
		],
		['op-pause-nosuch.txt', 'task nosuch has no source or not exist, please check the task name and status'],
		[
			'op-pause-nosrc.txt',
			'[code=46017:class=dm-master:scope=internal:level=medium], Message: sources [nosrc] need to be operate not exist',
		],
	])('is refused in its own words: %s', async (name, words) => {
		await using master = await OperatingMaster.start();
		master.mischief = answerRecorded(name);
		expect(await operateOn(master)).toStrictEqual({
			result: 'refused',
			msg: words,
			sources: [],
			way: 'v1alpha1',
		});
	});

	it('is refused in the words of OpenAPI', async () => {
		await using master = await OperatingMaster.start();
		const words =
			'[code=46008:class=scheduler:scope=internal:level=medium], Message: source config with ID x not exists';
		master.hasOpenApi = true;
		master.mischief = json(400, {error_code: 46_008, error_msg: words});
		expect(await operateOn(master, enableRelay)).toStrictEqual({
			result: 'refused',
			msg: words,
			sources: [],
			way: 'OpenAPI',
		});
	});

	it('is refused if OpenAPI reports success with a document that says otherwise', async () => {
		await using master = await OperatingMaster.start();
		master.hasOpenApi = true;
		master.mischief = json(200, {result: false, msg: 'no'});
		expect(await operateOn(master, enableRelay)).toStrictEqual({
			result: 'refused',
			msg: 'no',
			sources: [],
			way: 'OpenAPI',
		});
	});

	it('counts as sent once, whatever it is', async () => {
		await using master = await OperatingMaster.start();
		for (const status of [200, 301, 307, 400, 404, 408, 425, 429, 500, 501, 502, 503, 504]) {
			master.sent.length = 0;
			master.mischief = answerWith(status, '{}', {location: '/elsewhere', 'retry-after': '0'});
			await operateOn(master);
			expect({status, sent: master.sent.length}).toStrictEqual({status, sent: 1});
		}
	});
});

const forwarded = 'connection error: desc = "error reading from server: EOF"';
const notLeader =
	"[code=38043:class=dm-master:scope=internal:level=high], Message: master is not leader, and can't forward request to leader";

describe('an answer that proves that nothing was done', () => {
	it.each<[string, Mischief, string]>([
		[
			'no leader to forward to',
			answerWith(503, fixture('dm-v7.5', 'http', 'failover-1.json')),
			'has no leader to ask',
		],
		['not the leader', json(500, {code: 2, message: notLeader, details: []}), 'cannot reach the leader'],
		[
			'a route that is not served',
			json(501, {code: 12, message: 'Not Implemented', details: []}),
			'Not Implemented',
		],
		['a request DM cannot read', json(400, {code: 3, message: 'unknown value "x"'}), 'unknown value'],
		['someone who wants a password', answerWith(403, page), 'answered 403 with a web page: Sign in'],
		[
			'a redirect',
			answerWith(307, '', {location: 'http://10.9.9.9:8261/x'}),
			'points elsewhere: http://10.9.9.9:8261/x',
		],
		['a page that is not found', answerWith(404, page), 'does not know PUT /apis/v1alpha1/tasks/orders'],
	])('is refused: %s', async (_name, mischief, words) => {
		await using master = await OperatingMaster.start();
		master.mischief = mischief;
		const {result, msg} = await operateOn(master);
		expect({result, msg}).toStrictEqual({result: 'refused', msg: expect.stringContaining(words) as string});
		expect(msg).toContain('Nothing was done.');
		expect(master.sent).toHaveLength(1);
	});

	it('is refused: OpenAPI without a leader', async () => {
		await using master = await OperatingMaster.start();
		master.hasOpenApi = true;
		master.mischief = answerWith(400, '');
		const {result, msg} = await operateOn(master, enableRelay);
		expect(result).toBe('refused');
		expect(msg).toContain('knows no leader');
	});
});

describe('an answer that leaves the result open', () => {
	it.each<[string, Mischief, Operation, string]>([
		[
			'a leader lost on the way',
			json(503, {code: 14, message: forwarded}),
			pauseOrders,
			'has no leader to ask',
		],
		['a server error', json(500, {code: 2, message: 'context canceled'}), pauseOrders, 'context canceled'],
		[
			'an answer too large to pass on',
			json(429, {code: 8, message: 'too large'}),
			pauseOrders,
			'rejected the request as too large (429)',
		],
		['a proxy without an answer', answerWith(504, page), pauseOrders, 'answered 504 with a web page'],
		[
			'OpenAPI whose leader is gone',
			answerWith(502, ''),
			enableRelay,
			'is a proxy whose backend does not answer (502)',
		],
		['a proxy that waited in vain', answerWith(408, ''), pauseOrders, 'answered 408'],
		['a web page', answerWith(200, page), pauseOrders, 'answered with a web page: Sign in'],
		['a web page for OpenAPI', answerWith(200, page), enableRelay, 'answered with a web page: Sign in'],
		['nothing at all', answerWith(200, ''), pauseOrders, 'cannot be read'],
		['half an answer', halfAsWhole(recordedBody('op-pause.txt')), pauseOrders, 'cannot be read'],
		['an answer without a result', json(200, {sources: []}), pauseOrders, 'does not say whether it was done'],
		['a list', json(200, [{result: true}]), pauseOrders, 'cannot be read'],
		['something else than 200', json(202, {result: true}), pauseOrders, 'answered 202'],
	])('is unknown: %s', async (_name, mischief, operation, words) => {
		await using master = await OperatingMaster.start();
		master.hasOpenApi = true;
		master.mischief = mischief;
		const {result, msg, sources} = await operateOn(master, operation);
		expect({result, sources}).toStrictEqual({result: 'unknown', sources: []});
		expect(msg).toContain(words);
		expect(msg).toContain('Whether it was done is not known');
		expect(master.sent).toHaveLength(1);
	});
});
