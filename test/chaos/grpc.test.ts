/** A dm-master that speaks gRPC badly: an operation ends with an outcome that says so, is sent once, and nothing throws. */
import {Buffer} from 'node:buffer';
import {constants} from 'node:http2';
import {expect, test} from 'vitest';
import {encodeAnswer} from '../servers/dm-protocol.js';
import {pessimisticLock} from '../servers/grpc-master.js';
import {framed, type StreamMischief, WireMaster} from '../servers/wire-master.js';
import {unlocking, unlockWith} from '../providers/dm-master/grpc/locking.js';
import {quickProvider} from '../providers/dm-master/quick.js';

const hostile = '%1B%5B2J%E2%80%AE%FF%zz';

const respond =
	(
		headers: Readonly<Record<string, string | number>>,
		body: Uint8Array,
		trailers?: Readonly<Record<string, string>>,
	): StreamMischief =>
	stream => {
		stream.respond(
			{':status': 200, 'content-type': 'application/grpc', ...headers},
			{waitForTrailers: trailers !== undefined},
		);
		if (trailers) {
			stream.on('wantTrailers', () => {
				stream.sendTrailers(trailers);
			});
		}

		stream.end(body);
	};

const ok = {'grpc-status': '0'};
const answer = framed(encodeAnswer('UnlockDDLLock', {result: true, msg: 'done'}));

const withLength = (length: number): Uint8Array => {
	const bytes = Buffer.from(answer);
	bytes.writeUInt32BE(length, 1);
	return bytes;
};

const reset =
	(code: number): StreamMischief =>
	stream => {
		stream.close(code);
	};

const mischiefs: ReadonlyArray<readonly [kind: string, mischief: StreamMischief]> = [
	['no message', respond({}, new Uint8Array(0), ok)],
	['half a frame', respond({}, answer.subarray(0, 3), ok)],
	['a frame longer than the body', respond({}, withLength(1000), ok)],
	['a frame of four gigabytes', respond({}, withLength(0xff_ff_ff_ff), ok)],
	['a frame shorter than the message', respond({}, withLength(2), ok)],
	[
		'a message that is no protobuf',
		respond({}, framed(Buffer.from('\u{FF}\u{FF}\u{FF}\u{FF}\u{FF}', 'latin1')), ok),
	],
	['a message of another type', respond({}, framed(Buffer.from([0x0a, 0x01, 0x41, 0x12, 0x7f])), ok)],
	['two messages', respond({}, Buffer.concat([answer, answer]), ok)],
	[
		'a compressed message without a compression',
		respond({}, Buffer.concat([Buffer.from([1]), answer.subarray(1)]), ok),
	],
	[
		'a compression that nobody has',
		respond({'grpc-encoding': 'x-what'}, Buffer.concat([Buffer.from([1]), answer.subarray(1)]), ok),
	],
	['no status', respond({}, answer)],
	['a status that is no number', respond({}, answer, {'grpc-status': 'constructor'})],
	['a status of 4711', respond({}, answer, {'grpc-status': '4711'})],
	['a message of controls', respond({}, new Uint8Array(0), {'grpc-status': '13', 'grpc-message': hostile})],
	['a web page', respond({'content-type': 'text/html'}, Buffer.from('<html></html>'))],
	['503 of a proxy', respond({':status': 503, 'content-type': 'text/plain'}, Buffer.from('upstream'))],
	['a header of 30 kB', respond({'x-long': 'x'.repeat(30_000)}, answer, ok)],
	['a redirect', respond({':status': 302, location: 'http://169.254.0.1/'}, new Uint8Array(0))],
	...[
		constants.NGHTTP2_PROTOCOL_ERROR,
		constants.NGHTTP2_INTERNAL_ERROR,
		constants.NGHTTP2_REFUSED_STREAM,
		constants.NGHTTP2_CANCEL,
		constants.NGHTTP2_ENHANCE_YOUR_CALM,
		constants.NGHTTP2_HTTP_1_1_REQUIRED,
	].map((code): readonly [string, StreamMischief] => [`a reset with code ${code}`, reset(code)]),
	[
		'a farewell',
		stream => {
			stream.session?.goaway(constants.NGHTTP2_ENHANCE_YOUR_CALM);
			stream.session?.destroy();
		},
	],
	['silence', () => undefined],
];

/** Nothing was done where a stream was not taken, and the message came whole behind a long header; else nobody knows. */
const expected: ReadonlyMap<string, string> = new Map([
	[`a reset with code ${constants.NGHTTP2_REFUSED_STREAM}`, 'refused'],
	['a header of 30 kB', 'accepted'],
]);

test.concurrent.each(mischiefs)('unlocking is answered with %s', async (kind, mischief) => {
	await using master = await WireMaster.start(pessimisticLock, mischief);
	const provider = quickProvider(master.address, {operationDeadline: 2000});
	const {result, msg} = await unlockWith(provider, unlocking(pessimisticLock.ID));
	expect(result).toBe(expected.get(kind) ?? 'unknown');
	expect(msg).not.toMatch(/undefined|TypeError|RangeError|: \.|\n {4}at /v);
	expect(msg).toContain(
		{accepted: 'done', refused: 'Nothing was done.'}[result as string] ?? 'Whether it was done is not known',
	);
	expect(master.operations).toBe(1);
});
