/** A TLS handshake for its own sake: for those who get no more of it than that it failed, as over gRPC. */
import type {Problem} from '../../provider.js';
import type {MasterAddress} from '../master-address.js';
import {networkProblem} from './network-problem.js';
import {Sockets} from './sockets.js';
import {readTlsFiles, type TlsFiles} from './tls-files.js';

/** Within this time a server that does not like the client's certificate says so, ms. */
const untilAlert = 500;

/** What ends a handshake with an error, or soon after it; undefined where nothing does. */
const firstError = async (
	sockets: Sockets,
	{origin}: MasterAddress,
	{deadline, signal}: {readonly deadline: number; readonly signal: AbortSignal},
): Promise<unknown> => {
	const {promise, resolve} = Promise.withResolvers<unknown>();
	const {protocol, hostname, port} = new URL(origin);
	const none = (): void => {
		resolve(undefined);
	};

	const timers = [setTimeout(none, deadline)];
	signal.addEventListener('abort', none, {once: true});
	sockets.connect({protocol, hostname, port: port === '' ? '443' : port}, (error, socket) => {
		if (error) {
			resolve(error);
			return;
		}

		// A server of HTTP/2 speaks first, once it has accepted the client.
		socket
			.once('data', none)
			.once('error', resolve)
			.once('close', () => {
				resolve(Object.assign(new Error('closed after the handshake'), {code: 'ECONNRESET'}));
			});
		timers.push(setTimeout(none, untilAlert));
	});
	try {
		return await promise;
	} finally {
		signal.removeEventListener('abort', none);
		for (const timer of timers) {
			clearTimeout(timer);
		}
	}
};

/**
 * What is wrong with TLS at an address, as precisely as over HTTP: which certificate, which file, what to do. Undefined
 * where nothing is, or it is not known within the deadline. Never throws.
 */
export const handshakeProblem = async (
	address: MasterAddress,
	files: TlsFiles,
	limits: {
		/** Ms. */
		readonly deadline: number;
		readonly signal: AbortSignal;
	},
): Promise<Problem | undefined> => {
	try {
		const texts = await readTlsFiles(files);
		const sockets = new Sockets(texts, ['h2']);
		try {
			const error = await firstError(sockets, address, limits);
			if (error === undefined) {
				return undefined;
			}

			const {isOfTls, problem} = networkProblem({
				error,
				address,
				sockets,
				answering: false,
				files,
				texts,
			});
			return isOfTls ? problem : undefined;
		} finally {
			sockets.destroy();
		}
	} catch {
		return undefined;
	}
};
