import {Buffer} from 'node:buffer';
import {StringDecoder} from 'node:string_decoder';
import {type Dispatcher, Pool} from 'undici';
import {say} from '../../../language/say.js';
import type {MasterAddress} from '../master-address.js';
import {trace} from '../../../terminal/trace.js';
import type {HttpAnswer} from './answer-problem.js';
import {CallFailure} from './call-failure.js';
import {decompressed} from './decompressed.js';
import {deadlineProblem, networkProblem} from './network-problem.js';
import {Sockets} from './sockets.js';
import {readTlsFiles, type TlsFiles, type TlsTexts} from './tls-files.js';

/** The largest body that is read, bytes. */
export const bodyLimit = 64 * 1024 * 1024;

/** The request; `path` includes the query. */
export type Request = {
	readonly method: 'GET' | 'POST' | 'PUT';
	readonly path: string;
	/** A JSON document. */
	readonly body?: string;
};

/** How long an answer may take, and what ends the wait. */
export type GetOptions = {
	/** Ms for everything: connection, headers, the last byte. */
	readonly deadline: number;
	readonly signal: AbortSignal;
};

/** The same for what is sent only once. */
export type SendOptions = GetOptions & {
	/** Ms for the first connection, with its TLS handshake, where that has less than everything. */
	readonly connectDeadline?: number;
};

/** Keep-alive connections to the address that the user gave; redirects are not followed. */
export class Connection {
	/**
	 * Prepares the connection; the first call connects.
	 *
	 * @throws {CallFailure} When the TLS files cannot be used.
	 */
	static async open(address: MasterAddress, tls: TlsFiles = {}, limit = bodyLimit): Promise<Connection> {
		const texts = address.origin.startsWith('https:') ? await readTlsFiles(tls) : {};
		const sockets = new Sockets(texts);
		const pool = new Pool(address.origin, {
			connections: 64,
			pipelining: 1,
			allowH2: false,
			// The deadline of each call includes them.
			headersTimeout: 0,
			bodyTimeout: 0,
			connect(options, callback) {
				sockets.connect(options, callback);
			},
		});
		return new Connection(address, pool, {sockets, tls: {files: tls, texts}, limit});
	}

	readonly #pool: Pool;
	readonly #sockets: Sockets;
	readonly #tls: {readonly files: TlsFiles; readonly texts: TlsTexts};
	readonly #bodyLimit: number;
	readonly address: MasterAddress;

	private constructor(
		address: MasterAddress,
		pool: Pool,
		parts: {
			sockets: Sockets;
			tls: {readonly files: TlsFiles; readonly texts: TlsTexts};
			limit: number;
		},
	) {
		this.address = address;
		this.#pool = pool;
		this.#sockets = parts.sockets;
		this.#tls = parts.tls;
		this.#bodyLimit = parts.limit;
	}

	#tooLarge(): CallFailure {
		const limit =
			this.#bodyLimit >= 1024 * 1024
				? `${this.#bodyLimit / 1024 / 1024} MiB`
				: say('{count} bytes', {count: this.#bodyLimit});
		return new CallFailure(
			{
				what: say('{label} sent more than {limit} without finishing', {label: this.address.label, limit}),
				fix: say('No status is that large. Is it a dm-master that answers there?'),
				detail: '',
			},
			{scope: 'call'},
		);
	}

	async #request({method, path, body}: Request, signal: AbortSignal): Promise<Dispatcher.ResponseData> {
		const response = await this.#pool.request({
			path,
			method,
			headers: {
				accept: 'application/json',
				'user-agent': 'dm-top',
				...(body !== undefined && {'content-type': 'application/json'}),
			},
			body,
			signal,
		});
		if (signal.aborted) {
			// Nobody waits for it any more.
			response.body.destroy();
		}

		return response;
	}

	/**
	 * Whether the other side may have read a request: it cannot without a connection, nor when the server ended the TLS
	 * handshake because of the client's certificate.
	 */
	get mayHaveSent(): boolean {
		const {wasReady, alert} = this.#sockets;
		return wasReady && !/CERTIFICATE|UNKNOWN_CA|ACCESS_DENIED|HANDSHAKE_FAILURE/v.test(alert);
	}

	/**
	 * One GET with its body as text, whatever the status.
	 *
	 * @throws {CallFailure} When no whole answer came within the deadline, or it is over the limit.
	 */
	async get(path: string, options: GetOptions): Promise<HttpAnswer> {
		return this.send({method: 'GET', path}, options);
	}

	/**
	 * One request, written at most once, with the body of its answer as text, whatever the status.
	 *
	 * @throws {CallFailure} When no whole answer came within the deadline, or it is over the limit.
	 */
	async send(
		request: Request,
		{deadline, signal, connectDeadline = deadline}: SendOptions,
	): Promise<HttpAnswer> {
		const began = performance.now();
		const asked = () => ({
			to: this.address.label,
			method: request.method,
			path: request.path,
			...(request.body !== undefined && {sent: Buffer.byteLength(request.body)}),
		});
		const abort = new AbortController();
		const aborted = Promise.withResolvers<never>();
		let isAnswering = false;
		let late: CallFailure | undefined;
		const stop = (): void => {
			abort.abort();
			aborted.reject(abort.signal.reason);
		};

		signal.addEventListener('abort', stop, {once: true});
		const giveUp = (milliseconds: number): void => {
			late ??= deadlineProblem(this.address, {
				sockets: this.#sockets,
				answering: isAnswering,
				milliseconds,
			});
			stop();
		};

		const timer = setTimeout(giveUp, deadline, deadline);
		const connectTimer = setTimeout(() => {
			if (!this.#sockets.wasReady) {
				giveUp(connectDeadline);
			}
		}, connectDeadline);
		try {
			signal.throwIfAborted();
			// Undici only respects its signal once it is connected, hence the race.
			const {statusCode, headers, body} = await Promise.race([
				this.#request(request, abort.signal),
				aborted.promise,
			]);
			isAnswering = true;
			// Decoded piece by piece: the bytes of a large answer in one piece are memory that glibc keeps when it is freed.
			const decoder = new StringDecoder('utf8');
			const pieces: string[] = [];
			let size = 0;
			const encoding = headers['content-encoding'];
			for await (const chunk of decompressed(
				body,
				Array.isArray(encoding) ? encoding.join(', ') : (encoding ?? ''),
				this.address.label,
			)) {
				// Of the bytes that are kept: a small answer can unpack to a large one.
				size += chunk.length;
				if (size > this.#bodyLimit) {
					throw this.#tooLarge();
				}

				pieces.push(decoder.write(chunk));
			}

			const took = performance.now() - began;
			trace('request', () => ({...asked(), status: statusCode, bytes: size, ms: took}));
			return {
				status: statusCode,
				location: typeof headers['location'] === 'string' ? headers['location'] : '',
				text: pieces.join('') + decoder.end(),
				took,
			};
		} catch (error) {
			const failure =
				error instanceof CallFailure
					? error
					: (late ??
						networkProblem({
							error,
							address: this.address,
							sockets: this.#sockets,
							answering: isAnswering,
							...this.#tls,
						}));
			trace('request', () => ({
				...asked(),
				failed: failure.problem.what,
				ms: performance.now() - began,
			}));
			throw failure;
		} finally {
			clearTimeout(timer);
			clearTimeout(connectTimer);
			signal.removeEventListener('abort', stop);
		}
	}

	/** Closes every connection; calls that are under way fail. */
	async close(): Promise<void> {
		this.#sockets.destroy();
		await this.#pool.destroy();
	}
}
