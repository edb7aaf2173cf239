import {createServer, type Socket} from 'node:net';
import {describe, expect, it} from 'vitest';
import type {Problem} from '../../../source/providers/provider.js';
import {onLoopback} from '../../servers/loopback.js';
import {Observing} from '../../servers/observing.js';
import {
	answerWith,
	breakOff,
	endless,
	fixture,
	hang,
	type Mischief,
	RecordedMaster,
	reset,
	stall,
} from '../../servers/recorded-master.js';
import {isSilence, isSilenceOf, isStatusOf, quickProvider} from './quick.js';

/** The message when every request to the master fails like this; `%` is its address. */
const problemWith = async (mischief: Mischief, deadline = 5000): Promise<Problem> => {
	await using master = await RecordedMaster.start();
	master.mischief.set('*', mischief);
	await using observing = new Observing(quickProvider(master.address, {deadline}));
	const {problem} = await observing.until(isSilence);
	return {...problem, what: problem.what.replace(master.address, '%')};
};

/** The same for a server that speaks something else than HTTP. */
const problemWithSocket = async (
	listener: (socket: Socket) => void,
	scheme = 'http',
	deadline = 5000,
): Promise<Problem> => {
	await using server = await onLoopback(createServer(listener));
	await using observing = new Observing(quickProvider(`${scheme}://${server.address}`, {deadline}));
	const {problem} = await observing.until(isSilence);
	return {...problem, what: problem.what.replace(server.address, '%')};
};

const page = '<!DOCTYPE html>\n<html><head><title>Sign in\n to proceed</title></head><body>…</body></html>';

describe('an unusable answer', () => {
	it.each<[string, Mischief, string, string]>([
		[
			'503 while there is no leader',
			answerWith(503, fixture('dm-v7.5', 'http', 'failover-1.json')),
			'% has no leader to ask',
			'about 60 s',
		],
		[
			'500 of a master that cannot reach the leader',
			answerWith(
				500,
				'{"code":2,"message":"[code=38043:class=dm-master:scope=internal:level=high], Message: master is not leader, and can\'t forward request to leader","details":[]}',
			),
			'% is not the leader and cannot reach the leader',
			'other masters',
		],
		[
			'501 for a path that is not served',
			answerWith(501, '{"code":12,"message":"Not Implemented","details":[]}'),
			'% is not a dm-master: it does not serve /apis/v1alpha1/',
			'8262 is usually a dm-worker',
		],
		[
			'404 of a dm-worker or an etcd',
			answerWith(404, '404 page not found\n'),
			'% is not a dm-master: it does not serve /apis/v1alpha1/',
			'2379',
		],
		['502 of a proxy', answerWith(502, ''), '% is a proxy whose backend does not answer (502)', 'proxy'],
		[
			'502 with a page of a proxy',
			answerWith(502, '<html><title>502 Bad Gateway</title><hr>nginx</html>'),
			'% answered 502 with a web page: 502 Bad Gateway',
			'proxy',
		],
		['401', answerWith(401, ''), '% denied access (401)', 'something in between'],
		[
			'a page instead of a status',
			answerWith(200, page),
			'% answered with a web page: Sign in to proceed',
			'login',
		],
		[
			'a redirect',
			answerWith(307, '', {location: 'http://10.9.8.7:8261/apis/v1alpha1/members'}),
			'% points elsewhere: http://10.9.8.7:8261/apis/v1alpha1/members',
			'only the addresses it was given',
		],
		[
			'the answer of a port that speaks TLS',
			answerWith(400, 'Client sent an HTTP request to an HTTPS server.\n'),
			'% speaks TLS only',
			'--ssl-ca',
		],
		[
			'result: false inside 200',
			answerWith(200, '{"result": false, "msg": "the cluster is in maintenance", "members": []}'),
			'% gave an answer that cannot be read: it says result: false, the cluster is in maintenance',
			'',
		],
		['nothing at all', answerWith(200, ''), '% gave an answer that cannot be read', '8261'],
		[
			'half a document',
			answerWith(200, '{"result": true, "mem'),
			'% gave an answer that cannot be read',
			'8261',
		],
		['half a body', breakOff, '% closed the connection in the middle of its answer', 'log of dm-master'],
		['a closed connection', reset, '% closed the connection without an answer', '--ssl-ca'],
		['silence', hang, '% did not answer within 300 ms', 'busy'],
		['a body that stops', stall, '% began to answer but did not finish within 300 ms', 'slow'],
		[
			'an error with words',
			answerWith(500, '{"code":2,"message":"boom","details":[]}'),
			'% answered 500: boom',
			'log',
		],
		[
			'an error of DM, the cause first',
			answerWith(
				400,
				'{"error_code":46018,"error":"[code=46018:class=scheduler:scope=internal:level=medium], Message: task with name x not exist, Workaround: Please use `query-status` command to see tasks."}',
			),
			'% answered 400: This task does not exist, or not on this source: task with name x not exist (46018)',
			'Use the name as query-status shows it',
		],
		['a status nobody knows', answerWith(418, 'tea'), '% answered 418: tea', ''],
	])('has its own message: %s', async (_name, mischief, what, fix) => {
		const problem = await problemWith(mischief, what.endsWith('300 ms') ? 300 : undefined);
		expect(problem.what).toContain(what);
		expect(problem.fix).toContain(fix);
	});

	it('quotes a short piece of a page, with its control characters shown', async () => {
		const problem = await problemWith(answerWith(200, `<html>\u{1B}[2J${'long '.repeat(1000)}`));
		expect(problem.what).toContain('␛[2J');
		expect(problem.detail.length).toBeLessThan(300);
	});

	it('stops reading an endless answer', async () => {
		const {what} = await problemWith(endless);
		// Whichever comes first on this machine: 64 MiB or the deadline.
		expect(what).toMatch(/sent more than 64 MiB|did not finish within/v);
	});
});

describe('a port with something else on it', () => {
	type Case = {
		name: string;
		scheme: string;
		listener: (socket: Socket) => void;
		/** Ms */
		deadline?: number;
		what: string;
		fix: string;
	};

	it.each<Case>([
		{
			name: 'a server of another protocol',
			scheme: 'http',
			listener(socket) {
				socket.write('SSH-2.0-x\r\n');
			},
			what: '% does not speak HTTP',
			fix: '8261',
		},
		{
			// Node's own HTTP takes this for a mistake of its own.
			name: 'a server whose status is no status',
			scheme: 'http',
			listener(socket) {
				socket.once('data', () => {
					socket.end('HTTP/1.1 000 x\r\n\r\n');
				});
			},
			what: '% does not speak HTTP',
			fix: '8261',
		},
		{
			name: 'a TLS port spoken to in plain',
			scheme: 'http',
			listener(socket) {
				socket.once('data', () => {
					socket.end(new Uint8Array([21, 3, 1, 0, 2, 2, 40]));
				});
			},
			what: '% does not speak HTTP',
			fix: '--ssl-ca',
		},
		{
			name: 'a plain port spoken to in TLS',
			scheme: 'https',
			listener(socket) {
				socket.write('HTTP/1.1 400\r\n\r\n');
			},
			what: '% does not speak TLS',
			fix: 'http://',
		},
		{
			name: 'a port that never shakes hands',
			scheme: 'https',
			listener: () => undefined,
			deadline: 300,
			what: '% did not finish the TLS handshake within 300 ms',
			fix: 'http://',
		},
	])('has its own message: $name', async ({scheme, listener, deadline, what, fix}) => {
		const problem = await problemWithSocket(listener, scheme, deadline);
		expect(problem.what).toContain(what);
		expect(problem.fix).toContain(fix);
	});

	it('is reported when nobody listens', async () => {
		const master = await RecordedMaster.start();
		const {address} = master;
		await master.stop();
		await using observing = new Observing(quickProvider(address));
		const {problem} = await observing.until(isSilence);
		expect(problem.what).toBe(`${address} refused the connection`);
		expect(problem.fix).toContain('Is dm-master running there');
	});

	it('is reported when the name is not known', async () => {
		await using observing = new Observing(quickProvider('no-such-host.invalid'));
		const {problem} = await observing.until(isSilence);
		expect(problem.what).toMatch(/^The host name of no-such-host\.invalid:8261 /v);
	});
});

describe('a problem with one source alone', () => {
	it.each<[string, Mischief, string]>([
		['it hangs', hang, 'did not answer within 300 ms'],
		['its answer stops', stall, 'did not answer within 300 ms'],
		['its answer breaks off', breakOff, 'closed the connection in the middle'],
		[
			'its answer is over the limit of gRPC',
			answerWith(429, '{"code":8,"message":"grpc: received message larger than max"}'),
			'rejected the request as too large (429)',
		],
		['its answer is a page', answerWith(200, page), 'web page: Sign in'],
		['the worker takes too long for a proxy', answerWith(504, 'Gateway Timeout'), '504: Gateway Timeout'],
		[
			'the answer has no entry for it',
			answerWith(200, '{"result": true, "msg": "", "sources": []}'),
			'no entry',
		],
	])('affects that source and no other: %s', async (_name, mischief, words) => {
		await using master = await RecordedMaster.start();
		master.mischief.set('mysql-replica-02', mischief);
		const deadline = words.endsWith('300 ms') ? 300 : 5000;
		await using observing = new Observing(quickProvider(master.address, {deadline}));
		const {problem} = await observing.until(isSilenceOf('mysql-replica-02'));
		expect(problem.what).toMatch(/^mysql-replica-02\b/v);
		expect(problem.what).toContain(words);
		await observing.until(isStatusOf('mysql-replica-01'));
		expect(observing.seen.filter(seen => isSilence(seen))).toStrictEqual([]);
	});
});
