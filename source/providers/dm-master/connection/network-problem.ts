import type {OfMaster, Phrase} from '../../../language/text.js';
import {say} from '../../../language/say.js';
import type {MasterAddress} from '../master-address.js';
import {codeOf, messageOf} from '../../../terminal/thrown.js';
import {CallFailure, type CallFailureOptions, inSeconds} from './call-failure.js';
import type {Sockets} from './sockets.js';
import type {TlsFiles, TlsTexts} from './tls-files.js';
import {closedAfterHandshake, plainServer, tlsProblem} from './tls-problem.js';

type NetworkFailure = {
	readonly error: unknown;
	readonly address: MasterAddress;
	readonly sockets: Sockets;
	/** Whether the answer had begun. */
	readonly answering: boolean;
	/** The TLS files that were given, also where the address is one without TLS. */
	readonly files: TlsFiles;
	/** The content of these files; {} without TLS. */
	readonly texts: TlsTexts;
};

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

const writeHttps =
	'If it serves TLS, write https:// before the address: with http:// the --ssl-… flags are not used.';

/** What Node adds to some messages, for programmers. */
const adviceOfNode = /; if the root CA is installed locally.*$/sv;

/** The code of an error, or of its cause; '' when there is none. */
const causeCode = (error: unknown): string =>
	error instanceof Error
		? codeOf(error) || causeCode(error instanceof AggregateError ? error.errors[0] : error.cause)
		: '';

/** An answer that is not HTTP; for a status below 100 Node's parser has other words, or none. */
const isNoHttp = (error: unknown): boolean =>
	error instanceof Error &&
	(error.name === 'HTTPParserError' || error instanceof SyntaxError || codeOf(error) === 'ERR_ASSERTION');

/** An error of the network or of TLS as a `CallFailure` that names the address and what to do. */
export const networkProblem = (failure: NetworkFailure): CallFailure => {
	const {error, address, sockets, answering, files, texts} = failure;
	const {label} = address;
	const isSecure = address.origin.startsWith('https:');
	const hasFiles = Object.values(files).some(file => file !== undefined && file !== '');
	const code = causeCode(error);
	const alert = isSecure && code === 'UND_ERR_SOCKET' ? sockets.alert : '';
	const said = messageOf(error).replace(adviceOfNode, '');
	// The code first would look like the name of a secret: …_SIGNATURE: …
	const detail = alert === '' ? `${said}${code === '' ? '' : ` (${code})`}` : alert;
	const failed = (
		what: OfMaster,
		fix: string,
		{scope = 'master', isOfTls = false}: Partial<CallFailureOptions> = {},
	): CallFailure => new CallFailure({what: say(what, {master: label}), fix, detail}, {scope, isOfTls});

	const socketProblem = socketProblems.get(code);
	if (socketProblem) {
		const [what, fix] = socketProblem;
		return failed(what, say(fix));
	}

	if (answering) {
		return failed(
			'{master} closed the connection in the middle of its answer',
			say('If it happens again, check the log of dm-master, and what is in between.'),
			{scope: 'call'},
		);
	}

	if (isSecure) {
		const words = tlsProblem({code: alert === '' ? code : alert, label, peer: sockets.peer, files, texts});
		if (words) {
			return new CallFailure({...words, detail}, {scope: 'master', isOfTls: true});
		}
	}

	if (isNoHttp(error)) {
		return failed(
			'{master} does not speak HTTP',
			say(
				isSecure
					? 'Is that the port of dm-master (8261)?'
					: hasFiles
						? writeHttps
						: 'Is that the port of dm-master (8261)? With TLS it needs --ssl-ca, --ssl-cert and --ssl-key.',
			),
		);
	}

	if (code === 'UND_ERR_HEADERS_OVERFLOW') {
		return failed(
			'{master} answers with headers that have no end',
			say('Is that the port of dm-master (8261)?'),
		);
	}

	if (isSecure && sockets.endedHandshake) {
		const [what, fix] = plainServer;
		return failed(what, say(fix), {isOfTls: true});
	}

	if (['UND_ERR_SOCKET', 'ECONNRESET', 'EPIPE'].includes(code)) {
		return failed(
			'{master} closed the connection without an answer',
			isSecure
				? closedAfterHandshake(files, texts)
				: say(hasFiles ? writeHttps : 'If it serves TLS, give --ssl-ca, --ssl-cert and --ssl-key.'),
			{scope: 'call', isOfTls: isSecure},
		);
	}

	return new CallFailure(
		{what: say('The connection to {label} failed: {why}', {label, why: said}), fix: '', detail},
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
