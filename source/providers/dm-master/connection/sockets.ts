import {connect as connectTcp, isIP, type Socket} from 'node:net';
import {connect as connectTls} from 'node:tls';
import type {buildConnector} from 'undici';
import type {TlsTexts} from './tls-files.js';

/** How far the connections to one address have come. */
export type SocketsPhase = 'connecting' | 'handshaking' | 'ready';

/**
 * Opens the sockets of one master and keeps an eye on them: undici hides how far a connection came and which
 * TLS alert closed it, and a person needs to know.
 */
export class Sockets {
	readonly #open = new Map<Socket, SocketsPhase>();
	readonly #tls: TlsTexts;
	#alert = '';
	#wasReady = false;
	#endedHandshake = false;

	constructor(tls: TlsTexts) {
		this.#tls = tls;
	}

	/** The furthest that any open socket has come. */
	get phase(): SocketsPhase {
		const phases = new Set(this.#open.values());
		return phases.has('ready') ? 'ready' : phases.has('handshaking') ? 'handshaking' : 'connecting';
	}

	/** Whether any connection was ever made, its TLS handshake done: before that nothing can have been sent. */
	get wasReady(): boolean {
		return this.#wasReady;
	}

	/** The code of the last TLS alert the other side sent after the handshake, such as a missing certificate; or ''. */
	get alert(): string {
		return this.#alert;
	}

	/**
	 * Whether the other side closed the last connection in the TLS handshake and said nothing: what speaks TLS sends an
	 * alert that says why.
	 */
	get endedHandshake(): boolean {
		return this.#endedHandshake;
	}

	/** Undici's connector. */
	connect(options: buildConnector.Options, callback: buildConnector.Callback): void {
		const host = options.hostname.replaceAll(/^\[|\]$/gv, '');
		const port = Number(options.port);
		const isSecure = options.protocol === 'https:';
		const socket = isSecure
			? connectTls({
					...this.#tls,
					host,
					port,
					servername: isIP(host) === 0 ? host : '',
					// A dm-master offers h2 for gRPC alone; its /apis answer over HTTP/1.1.
					ALPNProtocols: ['http/1.1'],
				})
			: connectTcp({host, port});
		this.#open.set(socket, 'connecting');
		this.#endedHandshake = false;
		socket.setNoDelay(true);
		let isSettled = false;
		const settle = (error?: Error): void => {
			if (isSettled) {
				return;
			}

			isSettled = true;
			if (error) {
				callback(error, null);
			} else {
				this.#open.set(socket, 'ready');
				this.#wasReady = true;
				callback(null, socket);
			}
		};

		socket
			.on('connect', () => {
				if (isSecure) {
					this.#open.set(socket, 'handshaking');
				} else {
					settle();
				}
			})
			.on('secureConnect', () => {
				settle();
			})
			.on('error', (error: NodeJS.ErrnoException) => {
				if (isSettled && error.code?.startsWith('ERR_SSL')) {
					this.#alert = error.code;
				}

				if (error.code === 'ECONNRESET' || error.code === 'EPIPE') {
					this.#endedHandshake = this.#open.get(socket) === 'handshaking';
				}

				settle(error);
			})
			.on('close', () => {
				this.#open.delete(socket);
				settle(Object.assign(new Error('closed before the connection was made'), {code: 'ECONNRESET'}));
			});
	}

	/** Closes every socket, also those not connected yet. */
	destroy(): void {
		for (const socket of this.#open.keys()) {
			socket.destroy();
		}
	}
}
