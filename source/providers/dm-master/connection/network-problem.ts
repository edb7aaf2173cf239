import type {OfMaster, Phrase} from '../../../language/text.js';
import {say} from '../../../language/say.js';
import type {MasterAddress} from '../master-address.js';
import {codeOf, messageOf} from '../../../terminal/thrown.js';
import {CallFailure, inSeconds} from './call-failure.js';
import type {Sockets} from './sockets.js';

type NetworkFailure = {
	readonly error: unknown;
	readonly address: MasterAddress;
	readonly sockets: Sockets;
	/** Whether the answer had begun. */
	readonly answering: boolean;
	/** Whether a client certificate was given. */
	readonly certificate: boolean;
};

const giveClientCertificate = 'Give a client certificate that its CA signed: --ssl-cert and --ssl-key.';
const giveCa = 'Give the CA that signed its certificate: --ssl-ca.';

const plainServer = [
	'{master} does not speak TLS',
	'Write http:// before the address, or leave out the --ssl-… flags.',
] as const;

/** What a TLS error code means. */
const tlsProblems: ReadonlyArray<readonly [codes: RegExp, what: OfMaster, fix: Phrase]> = [
	[
		/ALERT_CERTIFICATE_REQUIRED|ALERT_HANDSHAKE_FAILURE/v,
		'{master} requires a client certificate',
		giveClientCertificate,
	],
	[
		/ALERT_UNKNOWN_CA|ALERT_BAD_CERTIFICATE|ALERT_CERTIFICATE_|ALERT_ACCESS_DENIED|ALERT_DECRYPT_ERROR/v,
		'{master} does not accept the client certificate',
		giveClientCertificate,
	],
	[
		/^(?:UNABLE_TO_VERIFY_LEAF_SIGNATURE|UNABLE_TO_GET_ISSUER_CERT(?:_LOCALLY)?|SELF_SIGNED_CERT_IN_CHAIN|DEPTH_ZERO_SELF_SIGNED_CERT|CERT_UNTRUSTED|CERT_SIGNATURE_FAILURE|INVALID_CA)$/v,
		'The certificate of {master} is signed by an unknown CA',
		giveCa,
	],
	[/^CERT_HAS_EXPIRED$/v, 'The certificate of {master} has expired', 'Renew the certificate of dm-master.'],
	[
		/^CERT_NOT_YET_VALID$/v,
		'The certificate of {master} is not valid yet',
		'Check the clocks of both machines, and the certificate.',
	],
	[
		/^ERR_TLS_CERT_ALTNAME_INVALID$/v,
		'The certificate of {master} is for another host',
		'Use a name or an address that the certificate lists.',
	],
	[
		/WRONG_VERSION_NUMBER|PACKET_LENGTH_TOO_LONG|HTTP_REQUEST|UNEXPECTED_MESSAGE|UNKNOWN_PROTOCOL|RECORD_LAYER_FAILURE/v,
		...plainServer,
	],
	[
		/^ERR_SSL|^EPROTO|^ERR_TLS/v,
		'The TLS handshake with {master} failed',
		'Check --ssl-ca, --ssl-cert and --ssl-key.',
	],
];

const socketProblems = new Map<string, readonly [what: OfMaster, fix: Phrase]>([
	['ECONNREFUSED', ['{master} refused the connection', 'Is dm-master running there, and is that its port?']],
	[
		'ENOTFOUND',
		['The host name of {master} is not known', 'Check the spelling of the name, or give an IP address.'],
	],
	['EAI_AGAIN', ['The host name of {master} could not be looked up', 'Does the name server answer?']],
	['EHOSTUNREACH', ['No route to the host of {master}', 'Check the network, VPN or tunnel.']],
	['ENETUNREACH', ['No route to the network of {master}', 'Check the network, VPN or tunnel.']],
	['ETIMEDOUT', ['{master} cannot be reached', 'Check the network, firewall or tunnel.']],
	['EACCES', ['This machine does not allow a connection to {master}', 'Check its firewall.']],
	['EPERM', ['This machine does not allow a connection to {master}', 'Check its firewall.']],
	['EMFILE', ['This machine has too many files open to connect to {master}', 'Raise the limit: ulimit -n.']],
]);

/** The code of an error, or of its cause; '' when there is none. */
const causeCode = (error: unknown): string =>
	error instanceof Error
		? codeOf(error) || causeCode(error instanceof AggregateError ? error.errors[0] : error.cause)
		: '';

/** An error of the network or of TLS as a `CallFailure` that names the address and what to do. */
export const networkProblem = (failure: NetworkFailure): CallFailure => {
	const {error, address, sockets, answering, certificate} = failure;
	const {label} = address;
	const isSecure = address.origin.startsWith('https:');
	const code = causeCode(error);
	const alert = isSecure && code === 'UND_ERR_SOCKET' ? sockets.alert : '';
	const detail = alert === '' ? [code, messageOf(error)].filter(Boolean).join(': ') : alert;
	const failed = (what: OfMaster, fix: Phrase, scope: 'master' | 'call' = 'master'): CallFailure =>
		new CallFailure({what: say(what, {master: label}), fix: say(fix), detail}, {scope});

	const socketProblem = socketProblems.get(code);
	if (socketProblem) {
		return failed(...socketProblem);
	}

	if (answering) {
		return failed(
			'{master} closed the connection in the middle of its answer',
			'If it happens again, check the log of dm-master, and what is in between.',
			'call',
		);
	}

	if (isSecure) {
		const problem = tlsProblems.find(([codes]) => codes.test(alert === '' ? code : alert));
		if (problem) {
			return failed(problem[1], problem[2]);
		}
	}

	if (error instanceof Error && error.name === 'HTTPParserError') {
		return failed(
			'{master} does not speak HTTP',
			isSecure
				? 'Is that the port of dm-master (8261)?'
				: 'Is that the port of dm-master (8261)? With TLS it needs --ssl-ca, --ssl-cert and --ssl-key.',
		);
	}

	if (code === 'UND_ERR_HEADERS_OVERFLOW') {
		return failed('{master} answers with headers that have no end', 'Is that the port of dm-master (8261)?');
	}

	if (isSecure && sockets.endedHandshake) {
		return failed(...plainServer);
	}

	if (['UND_ERR_SOCKET', 'ECONNRESET', 'EPIPE'].includes(code)) {
		const fix = isSecure
			? certificate
				? 'It may not accept the client certificate: --ssl-cert and --ssl-key.'
				: giveClientCertificate
			: 'If it serves TLS, give --ssl-ca, --ssl-cert and --ssl-key.';
		return failed('{master} closed the connection without an answer', fix, 'call');
	}

	return new CallFailure(
		{what: say('The connection to {label} failed: {why}', {label, why: messageOf(error)}), fix: '', detail},
		{scope: 'master'},
	);
};

/** The deadline has passed: names the step. `milliseconds` is the deadline. */
export const deadlineProblem = (
	address: MasterAddress,
	{sockets, answering, milliseconds}: {sockets: Sockets; answering: boolean; milliseconds: number},
): CallFailure => {
	const limit = inSeconds(milliseconds);
	const {label} = address;
	if (answering) {
		return new CallFailure(
			{
				what: say('{label} began to answer but did not finish within {limit}', {label, limit}),
				fix: say('The connection is slow, or the response never ends.'),
				detail: '',
			},
			{scope: 'call', reason: 'timeout'},
		);
	}

	if (sockets.phase === 'connecting') {
		return new CallFailure(
			{
				what: say('{label} cannot be reached: no connection within {limit}', {label, limit}),
				fix: say('Check the address, network, firewall or tunnel.'),
				detail: '',
			},
			{scope: 'master', reason: 'timeout'},
		);
	}

	if (sockets.phase === 'handshaking') {
		return new CallFailure(
			{
				what: say('{label} did not finish the TLS handshake within {limit}', {label, limit}),
				fix: say('Does it speak TLS? If not, write http:// before the address.'),
				detail: '',
			},
			{scope: 'master', reason: 'timeout'},
		);
	}

	return new CallFailure(
		{
			what: say('{name} did not answer within {limit}', {name: label, limit}),
			fix: say('It may be busy, or wait for a dm-worker that hangs.'),
			detail: '',
		},
		{scope: 'call', reason: 'timeout'},
	);
};
