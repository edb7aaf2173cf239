import {Buffer} from 'node:buffer';
import {isIP} from 'node:net';
import {checkServerIdentity} from 'node:tls';
import {
	Client,
	credentials,
	Metadata,
	status as statusCodes,
	type ChannelCredentials,
	type ChannelOptions,
} from '@grpc/grpc-js';
import {bodyLimit} from '../connection/connection.js';
import {handshakeProblem} from '../connection/handshake.js';
import {readTlsFiles, type TlsFiles} from '../connection/tls-files.js';
import type {MasterAddress} from '../master-address.js';
import {messageOf} from '../../../terminal/thrown.js';
import {trace} from '../../../terminal/trace.js';
import {GrpcFailure, mayBeOfTls} from './grpc-failure.js';
import {
	masterMethods,
	methodPath,
	type AnswerMessage,
	type MasterMethod,
	type RequestInput,
} from './protocol/methods.js';
import type {Descriptor, MessageFields, MessageInput} from './protocol/descriptor.js';
import {decodeMessage, encodeMessage} from './protocol/wire.js';

/** How long a call may take, and what ends it. */
export type CallOptions = {
	/** Ms for everything, from the connection to the last byte. */
	readonly deadline: number;
	readonly signal: AbortSignal;
};

/** How long dm-top looks for what is wrong with TLS, ms. */
const longestLook = 5000;

/** The code and the message of a call's failure, from grpc-js. */
const readFailure = (error: unknown): {readonly code: number; readonly details: string} => {
	if (!(error instanceof Error)) {
		return {code: statusCodes.UNKNOWN, details: String(error)};
	}

	return {
		code: 'code' in error && typeof error.code === 'number' ? error.code : statusCodes.UNKNOWN,
		details: 'details' in error && typeof error.details === 'string' ? error.details : error.message,
	};
};

const secure = async (tls: TlsFiles, host: string): Promise<ChannelCredentials> => {
	const {ca, cert, key} = await readTlsFiles(tls);
	const bytes = (text: string | undefined) => (text === undefined ? undefined : Buffer.from(text));
	return credentials.createSsl(bytes(ca), bytes(key), bytes(cert), {
		checkServerIdentity: (_name, certificate) => checkServerIdentity(host, certificate),
	});
};

/** A gRPC connection to the address that the user gave. */
export class Channel implements Disposable {
	/**
	 * Prepares the connection; the first call connects.
	 *
	 * @throws {CallFailure} When the TLS files cannot be used.
	 */
	static async open(address: MasterAddress, tls: TlsFiles): Promise<Channel> {
		const {hostname, protocol} = new URL(address.origin);
		const host = hostname.replaceAll(/^\[|\]$/gv, '');
		const isSecure = protocol === 'https:';
		const options: ChannelOptions = {
			// No other address than the given one.
			'grpc.enable_http_proxy': 0,
			'grpc.service_config_disable_resolution': 1,
			'grpc.use_local_subchannel_pool': 1,
			// A call is sent once, even when a server rejects it.
			'grpc.enable_retries': 0,
			'grpc.max_receive_message_length': bodyLimit,
			'grpc.primary_user_agent': 'dm-top',
			// An IP address is not a server name: TLS has none for it, and grpc-js would send it as one.
			...(isSecure && isIP(host) !== 0 && {'grpc.ssl_target_name_override': 'dm-master'}),
		};
		return new Channel(
			address,
			new Client(
				`dns:${address.label}`,
				isSecure ? await secure(tls, host) : credentials.createInsecure(),
				options,
			),
			tls,
		);
	}

	readonly #client: Client;
	readonly #tls: TlsFiles;
	readonly address: MasterAddress;

	private constructor(address: MasterAddress, client: Client, tls: TlsFiles) {
		this.address = address;
		this.#client = client;
		this.#tls = tls;
	}

	async #send(
		method: MasterMethod,
		message: Uint8Array,
		{deadline, signal}: CallOptions,
	): Promise<Uint8Array> {
		const began = performance.now();
		const {promise, resolve, reject} = Promise.withResolvers<Uint8Array>();
		const call = this.#client.makeUnaryRequest(
			methodPath(method),
			(bytes: Uint8Array) => Buffer.from(bytes),
			(bytes): Uint8Array => bytes,
			message,
			new Metadata(),
			{deadline: Date.now() + deadline},
			(error, answer) => {
				trace('call', () => ({
					to: this.address.label,
					method,
					sent: message.length,
					...(answer === undefined ? {failed: messageOf(error)} : {bytes: answer.length}),
					ms: performance.now() - began,
				}));
				if (answer === undefined) {
					reject(error);
				} else {
					resolve(answer);
				}
			},
		);
		const cancel = (): void => {
			call.cancel();
		};

		signal.addEventListener('abort', cancel, {once: true});
		if (signal.aborted) {
			cancel();
		}

		try {
			return await promise;
		} catch (error) {
			const failure = readFailure(error);
			const words =
				this.address.origin.startsWith('https:') && mayBeOfTls(failure.details) && !signal.aborted
					? await handshakeProblem(this.address, this.#tls, {
							deadline: Math.min(deadline, longestLook),
							signal,
						})
					: undefined;
			throw new GrpcFailure(this.address.label, method, {...failure, ...(words && {words})});
		} finally {
			signal.removeEventListener('abort', cancel);
		}
	}

	/**
	 * Calls a method of pb.Master; it is sent at most once.
	 *
	 * @throws {GrpcFailure} When no message came, or it is not DM's.
	 */
	async call<Method extends MasterMethod>(
		method: Method,
		request: RequestInput<Method>,
		options: CallOptions,
	): Promise<AnswerMessage<Method>> {
		// The types of the messages depend on the method; here they are unknown.
		const {
			request: asked,
			response,
		}: Record<'request' | 'response', Descriptor<MessageFields>> = masterMethods[method];
		const bytes = await this.#send(
			method,
			encodeMessage(asked, request as MessageInput<MessageFields>),
			options,
		);
		try {
			return decodeMessage(response, bytes) as AnswerMessage<Method>;
		} catch (error) {
			const why = messageOf(error);
			throw new GrpcFailure(this.address.label, method, {
				code: statusCodes.OK,
				details: `not a message of DM: ${why}`,
			});
		}
	}

	/** Closes the connection; calls that are under way fail. */
	close(): void {
		this.#client.close();
	}

	[Symbol.dispose](): void {
		this.close();
	}
}
