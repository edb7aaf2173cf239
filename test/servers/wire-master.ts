import {Buffer} from 'node:buffer';
import {createServer, type Http2Server, type ServerHttp2Stream} from 'node:http2';
import {encodeAnswer} from './dm-protocol.js';
import type {LockMessage} from './grpc-master.js';
import {type Loopback, onLoopback} from './loopback.js';

/** Does something to a call that operates, once its request is there. */
export type StreamMischief = (stream: ServerHttp2Stream) => void;

/** A gRPC message on the wire: a flag, its length, its bytes. */
export const framed = (bytes: Uint8Array): Uint8Array => {
	const head = Buffer.alloc(5);
	head.writeUInt32BE(bytes.length, 1);
	return Buffer.concat([head, bytes]);
};

/** Answers a call as gRPC does. */
export const answerStream = (stream: ServerHttp2Stream, bytes: Uint8Array): void => {
	stream.respond({':status': 200, 'content-type': 'application/grpc'}, {waitForTrailers: true});
	stream.on('wantTrailers', () => {
		stream.sendTrailers({'grpc-status': '0'});
	});
	stream.end(framed(bytes));
};

/** Sends the first half of an answer, and closes the connection. */
export const cutAnswer: StreamMischief = stream => {
	stream.respond({':status': 200, 'content-type': 'application/grpc'});
	const whole = framed(encodeAnswer('UnlockDDLLock', {result: true, msg: 'done'}));
	stream.write(whole.subarray(0, whole.length / 2), () => {
		stream.session?.destroy();
	});
};

/**
 * HTTP/2 as a dm-master speaks it, so that a test can do with a call what no gRPC server does. It lists one lock and no
 * members, and counts every stream that asks for anything else.
 */
export class WireMaster implements AsyncDisposable {
	static async start(lock: LockMessage, mischief: StreamMischief): Promise<WireMaster> {
		const master = new WireMaster(lock, mischief);
		master.#loopback = await onLoopback(master.#server);
		return master;
	}

	readonly #server: Http2Server;
	#loopback: Loopback | undefined;
	/** How many streams asked for an operation. */
	operations = 0;

	private constructor(lock: LockMessage, mischief: StreamMischief) {
		this.#server = createServer();
		this.#server.on('stream', (stream, headers) => {
			// A stream that breaks is what such a test is about.
			stream.on('error', () => undefined);
			const questions: ReadonlyMap<string, Uint8Array> = new Map([
				['/pb.Master/ShowDDLLocks', encodeAnswer('ShowDDLLocks', {result: true, locks: [lock]})],
				['/pb.Master/ListMember', encodeAnswer('ListMember', {result: true})],
			]);
			const answer = questions.get(headers[':path'] ?? '');
			this.operations += answer ? 0 : 1;
			stream.resume().on('end', () => {
				if (answer) {
					answerStream(stream, answer);
				} else {
					mischief(stream);
				}
			});
		});
	}

	/** `127.0.0.1:port` */
	get address(): string {
		return this.#loopback!.address;
	}

	get port(): number {
		return this.#loopback!.port;
	}

	async [Symbol.asyncDispose](): Promise<void> {
		await this.#loopback![Symbol.asyncDispose]();
	}
}
