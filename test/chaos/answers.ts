/** Bad answers of a dm-master: framing, encodings, sizes, types, redirects, floods, slow and cut ones. */
import {Buffer} from 'node:buffer';
import net from 'node:net';
import {gzipSync} from 'node:zlib';
import {type Loopback, onLoopback} from '../servers/loopback.js';

/** What is written to every request. */
type Answer = (socket: net.Socket) => void;

const head = (fields: string, status = '200 OK'): string => `HTTP/1.1 ${status}\r\n${fields}\r\n\r\n`;

const json = 'Content-Type: application/json';

const whole = (body: string | Uint8Array, fields = json, status = '200 OK'): Answer => {
	const bytes = Buffer.from(body);
	return socket => {
		socket.end(
			Buffer.concat([Buffer.from(head(`${fields}\r\nContent-Length: ${bytes.length}`, status)), bytes]),
		);
	};
};

const raw =
	(text: string): Answer =>
	socket => {
		socket.end(text, 'latin1');
	};

const hostile = '\u{1B}]0;owned\u{7}\u{1B}[2J\u{9B}31m\u{202E}\u{2028}\u{E000}';

const status = (over: Record<string, unknown> = {}): string =>
	JSON.stringify({
		result: true,
		msg: '',
		sources: [
			{
				result: true,
				msg: '',
				sourceStatus: {source: 's', worker: 'w', result: null, relayStatus: null},
				subTaskStatus: [{name: 't', stage: 'Running', unit: 'Sync', ...over}],
			},
		],
	});

/** One kind of answer to every request; named for the report. */
export const answers: ReadonlyArray<readonly [kind: string, answer: Answer]> = [
	// Framing
	[
		'nothing, and the end',
		socket => {
			socket.end();
		},
	],
	[
		'a reset',
		socket => {
			socket.resetAndDestroy();
		},
	],
	['no HTTP', raw('SSH-2.0-OpenSSH_9.6\r\n')],
	['a TLS alert', raw('\u{15}\u{3}\u{1}\0\u{2}\u{2}\u{46}')],
	['a status line of nonsense', raw('HTTP/9.9 abc\r\n\r\n')],
	['a status of 999', raw('HTTP/1.1 999 What\r\nContent-Length: 0\r\n\r\n')],
	['a header without an end', raw(`HTTP/1.1 200 OK\r\nX: ${'x'.repeat(200_000)}`)],
	['a thousand headers', raw(`HTTP/1.1 200 OK\r\n${'X: y\r\n'.repeat(1000)}\r\n{}`)],
	['two lengths', raw('HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 5\r\n\r\n{}')],
	['a length below zero', raw('HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n{}')],
	['a length beyond the body', raw('HTTP/1.1 200 OK\r\nContent-Length: 99999\r\n\r\n{"result":true')],
	['chunks of nonsense', raw('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n')],
	['a chunk that is cut', raw('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nff\r\n{"result"')],
	[
		'a length and chunks',
		raw('HTTP/1.1 200 OK\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n'),
	],
	['an upgrade', raw('HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n')],
	['only early hints', raw('HTTP/1.1 103 Early Hints\r\n\r\n'.repeat(1000))],
	// Redirects and refusals
	['a redirect to itself', whole('', 'Location: /', '302 Found')],
	['a redirect elsewhere', whole('', 'Location: http://169.254.0.1/latest', '307 Temporary Redirect')],
	['a redirect to a file', whole('', 'Location: file:///etc/passwd', '301 Moved Permanently')],
	['401', whole('', 'WWW-Authenticate: Basic realm="x"', '401 Unauthorized')],
	[
		'500 with a page',
		whole(`<html>${hostile}</html>`, 'Content-Type: text/html', '500 Internal Server Error'),
	],
	['503 of a proxy', whole('upstream connect error', 'Content-Type: text/plain', '503 Service Unavailable')],
	// Encodings
	['bytes that are no text', whole(new Uint8Array(1000).fill(0xff))],
	['NUL bytes', whole(new Uint8Array(1000))],
	['UTF-16', whole(Buffer.from(`\u{FEFF}${status()}`, 'utf16le'))],
	['gzip that is none', whole('not gzip', `${json}\r\nContent-Encoding: gzip`)],
	['gzip that is cut', whole(gzipSync(status()).subarray(0, 40), `${json}\r\nContent-Encoding: gzip`)],
	[
		'a bomb of gzip',
		whole(gzipSync(Buffer.alloc(300_000_000), {level: 1}), `${json}\r\nContent-Encoding: gzip`),
	],
	['an encoding that nobody has', whole(status(), `${json}\r\nContent-Encoding: x-what`)],
	// Sizes
	['an empty body', whole('')],
	['80 MB of blanks', whole(' '.repeat(80_000_000))],
	['deep lists', whole('['.repeat(200_000))],
	[
		'deep lists within an answer',
		whole(`{"result":true,"sources":${'['.repeat(100_000)}${']'.repeat(100_000)}}`),
	],
	['a name of a million characters', whole(status({name: 'n'.repeat(1_000_000)}))],
	[
		'10,000 sources without a name',
		whole(JSON.stringify({result: true, sources: Array.from({length: 10_000}, () => ({}))})),
	],
	// Types
	...[
		'null',
		'true',
		'0',
		'""',
		'[]',
		'{}',
		'[null]',
		'{"result":"yes","sources":{}}',
		'{"sources":[1,"x",null,[]]}',
	].map((body): readonly [string, Answer] => [`the body ${body}`, whole(body)]),
	['a stage of nonsense', whole(status({stage: 'constructor', unit: '__proto__'}))],
	['numbers beyond all bounds', whole(status({sync: {masterBinlog: '(x, 99999999999999999999)'}}))],
	['names that command a terminal', whole(status({name: hostile, stage: hostile, unit: hostile}))],
	[
		'keys that are prototypes',
		whole('{"__proto__":{"result":true},"constructor":1,"result":true,"sources":[]}'),
	],
	// Floods and slow ones
	[
		'a flood',
		socket => {
			socket.write(head(json));
			const flood = () => {
				while (!socket.destroyed && socket.write('x'.repeat(65_536))) {
					// Until the socket is full.
				}
			};

			socket.on('drain', flood);
			flood();
		},
	],
	['silence', () => undefined],
	[
		'a byte a second',
		socket => {
			socket.write(head(json));
			const timer = setInterval(() => {
				socket.write(' ');
			}, 1000);
			socket.on('close', () => {
				clearInterval(timer);
			});
		},
	],
];

/** A server that gives this answer to everybody. */
export const serve = async (answer: Answer): Promise<Loopback> =>
	onLoopback(
		net.createServer(socket => {
			socket.once('data', () => {
				answer(socket);
			});
		}),
	);
