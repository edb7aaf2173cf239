import {excerpt} from '../connection/call-failure.js';
import {sanitize} from '../../../terminal/sanitize.js';
import type {Trouble} from '../../provider.js';
import {notForwarded} from '../operate/not-forwarded.js';

const unreachableFix =
	'DM locks are listed and unlocked over gRPC only, on the same port as HTTP. A tunnel passes gRPC; a proxy must know HTTP/2.';

/** What a failure means, by the words of grpc-js or of DM; `%` stands for the address. */
const troubles: ReadonlyArray<readonly [words: RegExp, what: string, fix: string]> = [
	[/ECONNREFUSED/v, '% refused the connection', 'Is dm-master running there, and is that its port?'],
	[
		/^Name resolution failed/v,
		'The host name of % is not known',
		'Look at the spelling of the name, or give an IP address.',
	],
	[/alert no application protocol/v, 'gRPC does not get through to %', unreachableFix],
	[
		/certificate|ssl routines|altname/iv,
		'The TLS handshake with % failed',
		'Look at --ssl-ca, --ssl-cert and --ssl-key.',
	],
	[
		/^No connection established|^Received HTTP status code/v,
		'gRPC does not get through to %',
		unreachableFix,
	],
	[/Waiting for LB pick/v, 'gRPC makes no connection to %', unreachableFix],
	[
		/code=38043\b/v,
		'% is not the leader and cannot reach the leader',
		'It passes by itself if a new leader is being elected (usually about 60 s).',
	],
	[
		notForwarded,
		'% has no leader to ask',
		'After a leader is lost a new one usually serves within about 60 s.',
	],
	[
		/^Deadline exceeded|context deadline exceeded/v,
		'% did not answer over gRPC in time',
		'It may be busy, or wait for a dm-worker that hangs.',
	],
	[/^Connection dropped|RST_STREAM/v, '% closed the gRPC connection without a whole answer', ''],
	[/^Stream refused by server/v, '% did not take the call', 'It may be about to stop. Try again.'],
	[/^Received message larger than max/v, '% answered with something that is not gRPC', unreachableFix],
];

/** Gone wrong before anything could be sent, or turned away unread: words of grpc-js. */
const neverSent =
	/^(?:No connection established|Name resolution failed|Stream refused by server|Failed to start HTTP\/2 stream)|Waiting for LB pick/v;

/** INVALID_ARGUMENT, PERMISSION_DENIED, UNIMPLEMENTED, UNAUTHENTICATED: a no before anything is done. */
const plainRefusals: ReadonlySet<number> = new Set([3, 7, 12, 16]);

/** A gRPC call that gave no answer, in words for a person. */
export class GrpcFailure extends Error {
	override readonly name = 'GrpcFailure';
	readonly trouble: Trouble;
	/** Whether it is certain that nothing was done: nothing was sent, or nobody took it. */
	readonly isUndone: boolean;

	/**
	 * Finds the words for it.
	 *
	 * @param label Of the address that was called.
	 * @param code As gRPC counts them: 14 is UNAVAILABLE.
	 * @param details The words that came with it, of grpc-js or of the server.
	 */
	constructor(label: string, code: number, details: string) {
		const [, what, fix] = troubles.find(([words]) => words.test(details)) ?? [
			/$/v,
			`% answered over gRPC: ${excerpt(details)}`,
			'',
		];
		super(what.replace('%', () => label));
		this.trouble = {
			what: sanitize(this.message),
			fix,
			detail: sanitize(`gRPC code ${code}: ${excerpt(details)}`),
		};
		this.isUndone = neverSent.test(details) || plainRefusals.has(code) || notForwarded.test(details);
	}
}
