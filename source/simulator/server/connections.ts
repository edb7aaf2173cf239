/** One port for HTTP/1 and HTTP/2, as dm-master has it: a connection is recognised by its first bytes. */
import {Buffer} from 'node:buffer';
import {createServer, type Server, type Socket} from 'node:net';

/** The preface of an HTTP/2 connection (RFC 9113, 3.4); no HTTP/1 method begins like it. */
const preface = Buffer.from('PRI * HTTP/2.0\r\n');

/** How long a connection may take to show its protocol, ms. */
const patience = 60_000;

/** What takes a connection over, by its protocol. */
export type Protocols = {
	readonly http1: (socket: Socket) => void;
	readonly http2: (socket: Socket) => void;
};

/** The protocol; undefined while the bytes so far could still be either. */
const protocolOf = (bytes: Uint8Array): keyof Protocols | undefined => {
	const length = Math.min(bytes.length, preface.length);
	if (preface.compare(bytes, 0, length, 0, length) !== 0) {
		return 'http1';
	}

	return bytes.length >= preface.length ? 'http2' : undefined;
};

/** Reads from a socket until its protocol is known, and passes it on with every byte. */
const tellApart = (socket: Socket, protocols: Protocols): void => {
	let seen = Buffer.alloc(0);
	const drop = (): void => {
		socket.destroy();
	};

	const look = (): void => {
		const chunk: unknown = socket.read();
		if (!(chunk instanceof Uint8Array)) {
			return;
		}

		seen = Buffer.concat([seen, chunk]);
		const protocol = protocolOf(seen);
		if (protocol === undefined) {
			return;
		}

		socket.setTimeout(0).off('timeout', drop).off('end', drop).off('readable', look);
		socket.unshift(seen);
		protocols[protocol](socket);
	};

	socket.on('error', drop).on('end', drop).on('readable', look).setTimeout(patience, drop);
};

/** A server that passes each connection to the server for its protocol. It does not listen yet. */
export const createPortServer = (protocols: Protocols): Server =>
	// As HTTP requires: a client that has sent its request may close its half.
	createServer({allowHalfOpen: true, noDelay: true}, socket => {
		tellApart(socket, protocols);
	});
