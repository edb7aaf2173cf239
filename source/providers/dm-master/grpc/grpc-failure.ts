import type {OfMaster, Phrase} from '../../../language/text.js';
import {say} from '../../../language/say.js';
import type {Problem} from '../../provider.js';
import {CallFailure, excerpt} from '../connection/call-failure.js';
import {wordsOfDm} from '../connection/words-of-dm.js';
import {notForwarded} from '../operate/http/not-forwarded.js';
import {sinceWhich, type MasterMethod} from './protocol/methods.js';

const unreachableFix = 'A tunnel passes gRPC, which is on the same port as HTTP; a proxy must know HTTP/2.';

/** What a failure means, by the message of grpc-js or of DM. */
const problems: ReadonlyArray<readonly [words: RegExp, what: OfMaster, fix: Phrase | '']> = [
	[/ECONNREFUSED/v, '{master} refused the connection', 'Is dm-master running there, and is that its port?'],
	[
		/^Name resolution failed/v,
		'The host name of {master} is not known',
		'Check the spelling of the name, or give an IP address.',
	],
	[/alert no application protocol/v, 'gRPC does not get through to {master}', unreachableFix],
	[
		/before secure TLS connection was established|wrong version number/v,
		'{master} does not speak TLS',
		'Write http:// before the address, or leave out the --ssl-… flags.',
	],
	[
		/certificate|ssl routines|altname/iv,
		'The TLS handshake with {master} failed',
		'Check --ssl-ca, --ssl-cert and --ssl-key.',
	],
	[
		/^No connection established|^Received HTTP status code/v,
		'gRPC does not get through to {master}',
		unreachableFix,
	],
	[/Waiting for LB pick/v, 'gRPC makes no connection to {master}', unreachableFix],
	[
		/code=38043\b/v,
		'{master} is not the leader and cannot reach the leader',
		'It passes by itself if a new leader is being elected (usually about 60 s).',
	],
	[
		notForwarded,
		'{master} has no leader to ask',
		'After a leader is lost a new one usually serves within about 60 s.',
	],
	[
		/^Deadline exceeded|context deadline exceeded/v,
		'{master} did not answer over gRPC in time',
		'It may be busy, or wait for a dm-worker that hangs.',
	],
	[/^Connection dropped|RST_STREAM/v, '{master} closed the gRPC connection without a whole answer', ''],
	[/^Stream refused by server/v, '{master} did not take the call', 'It may be about to stop. Try again.'],
	[
		/^Received message larger than max|^(?:No message|Too many responses) received/v,
		'{master} answered with something that is not gRPC',
		unreachableFix,
	],
];

/** Failures before anything could be sent: messages of grpc-js. */
const neverSent =
	/^(?:No connection established|Name resolution failed|Failed to start HTTP\/2 stream)|Waiting for LB pick/v;

/** What grpc-js says where TLS may have failed: not which certificate, nor why. */
const ofTls =
	/certificate|ssl routines|altname|before secure tls connection was established|wrong version number|\balert\b|econnreset|last error: failed to connect/iv;

/** Whether TLS may have failed, by the message of grpc-js. */
export const mayBeOfTls = (details: string): boolean =>
	neverSent.test(details) && ofTls.test(details) && !details.includes('no application protocol');

/** Rejected unread: messages of grpc-js. */
const neverRead = 'Stream refused by server';

/** The server took it, but its message is incomplete: messages of grpc-js, under the code UNIMPLEMENTED. */
const notWhole = /^(?:No message|Too many responses) received/v;

/** What a server answers to a method that it does not have: gRPC's UNIMPLEMENTED. */
const unimplemented = 12;

/** INVALID_ARGUMENT, PERMISSION_DENIED, UNIMPLEMENTED, UNAUTHENTICATED: refused before anything is done. */
const plainRefusals: ReadonlySet<number> = new Set([3, 7, unimplemented, 16]);

/** The code of gRPC for a deadline that has passed, on either side. */
const deadlineExceeded = 4;

type Words = readonly [what: string, fix: string];

const wordsOf = (label: string, method: MasterMethod, code: number, details: string): Words => {
	const [, what, fix = ''] = problems.find(([words]) => words.test(details)) ?? [];
	if (what !== undefined) {
		return [say(what, {master: label}), fix === '' ? '' : say(fix)];
	}

	// Without a gRPC status grpc-js has no message.
	const {said, fix: advice} = wordsOfDm(/^(?:undefined|$)/v.test(details) ? `code ${code}` : details);
	return code === unimplemented
		? [
				say('DM at {label} is too old for this: it does not know {method}', {label, method}),
				sinceWhich(method),
			]
		: [say('{label} answered over gRPC: {said}', {label, said}), advice];
};

/** A gRPC call without an answer, in plain words. */
export class GrpcFailure extends CallFailure {
	override readonly name = 'GrpcFailure';
	/** Whether it is certain that nothing was sent. */
	readonly isUnsent: boolean;
	/** Whether it is certain that nothing was done: nothing was sent, or it was rejected. */
	readonly isUndone: boolean;

	/**
	 * Describes it.
	 *
	 * @param label The address that was called.
	 * @param method The method that was called.
	 * @param failure Why there is no answer.
	 * @param failure.code As gRPC numbers them: 14 is UNAVAILABLE.
	 * @param failure.details The message of grpc-js or of the server.
	 * @param failure.words What is known of it otherwise; undefined to take it from the details.
	 */
	constructor(
		label: string,
		method: MasterMethod,
		failure: {
			readonly code: number;
			readonly details: string;
			readonly words?: Pick<Problem, 'what' | 'fix'>;
		},
	) {
		const {code, details, words} = failure;
		const [what, fix] = words ? [words.what, words.fix] : wordsOf(label, method, code, details);
		super(
			{what, fix, detail: `gRPC code ${code}: ${excerpt(details)}`},
			{scope: 'call', reason: code === deadlineExceeded ? 'timeout' : 'other'},
		);
		this.isUnsent = neverSent.test(details);
		this.isUndone =
			this.isUnsent ||
			details.startsWith(neverRead) ||
			(plainRefusals.has(code) && !notWhole.test(details)) ||
			notForwarded.test(details);
	}
}
