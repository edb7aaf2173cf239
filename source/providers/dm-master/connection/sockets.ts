import {connect as connectTcp, isIP, type Socket} from 'node:net';
import {connect as connectTls} from 'node:tls';
import type {buildConnector} from 'undici';
import {type Certificate, readCertificate} from './certificate.js';
import type {TlsTexts} from './tls-files.js';

/** The progress of connections to one address. */
export type SocketsPhase = 'connecting' | 'handshaking' | 'ready';

/**
 * Opens the sockets of one master and watches them: undici hides how far a connection came and which TLS alert closed
 * it, which users need to know.
 */
export class Sockets {
	readonly #open = new Map<Socket, SocketsPhase>();
	readonly #tls: TlsTexts;
	readonly #protocols: readonly string[];
	#alert = '';
	#wasReady = false;
	#endedHandshake = false;
	#peer: Certificate | undefined;

	/** By default with HTTP/1.1: a dm-master offers h2 for gRPC only; its /apis use HTTP/1.1. */
	constructor(tls: TlsTexts, protocols: readonly string[] = ['http/1.1']) {
		this.#tls = tls;
		this.#protocols = protocols;
	}

	#connectTls(host: string, port: number): Socket {
		const socket = connectTls({
			...this.#tls,
			host,
			port,
			servername: isIP(host) === 0 ? host : '',
			ALPNProtocols: [...this.#protocols],
		});
		// Before Node checks the certificate: afterwards one that it rejects is gone.
		return socket.prependListener('secure', () => {
			// Not `getPeerX509Certificate`, after which Node finds no hosts in the certificate that it checks.
			this.#peer = readCertificate(socket.getPeerCertificate().raw);
		});
	}

	/** The most advanced of all open sockets. */
	get phase(): SocketsPhase {
		const phases = new Set(this.#open.values());
		return phases.has('ready') ? 'ready' : phases.has('handshaking') ? 'handshaking' : 'connecting';
	}

	/** Whether any connection has completed its TLS handshake: before that nothing can have been sent. */
	get wasReady(): boolean {
		return this.#wasReady;
	}

	/** The code of the last TLS alert the other side sent after the handshake, such as a missing certificate; or ''. */
	get alert(): string {
		return this.#alert;
	}

	/**
	 * Whether the other side closed the last connection during the TLS handshake without an alert: a TLS server sends
	 * one with the reason.
	 */
	get endedHandshake(): boolean {
		return this.#endedHandshake;
	}

	/** The certificate of the other side, as the last TLS handshake brought it. */
	get peer(): Certificate | undefined {
		return this.#peer;
	}

	/** Undici's connector. */
	connect(options: buildConnector.Options, callback: buildConnector.Callback): void {
		const host = options.hostname.replaceAll(/^\[|\]$/gv, '');
		const port = Number(options.port);
		const isSecure = options.protocol === 'https:';
		const socket = isSecure ? this.#connectTls(host, port) : connectTcp({host, port});
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
