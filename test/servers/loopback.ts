import {once} from 'node:events';
import type {AddressInfo, Server, Socket} from 'node:net';

/** A server on a port of loopback. Disposed of, it no longer listens, and every connection is closed. */
export type Loopback = AsyncDisposable & {
	readonly port: number;
	/** `127.0.0.1:port` */
	readonly address: string;
};

/** Has a server listen on a free port of loopback. */
export const onLoopback = async (server: Server): Promise<Loopback> => {
	const open = new Set<Socket>();
	server.on('connection', (socket: Socket) => {
		open.add(socket);
		// A connection that breaks is what many tests are about.
		socket
			.on('error', () => undefined)
			.on('close', () => {
				open.delete(socket);
			});
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const {port} = server.address() as AddressInfo;
	return {
		port,
		address: `127.0.0.1:${port}`,
		async [Symbol.asyncDispose]() {
			const {promise, resolve} = Promise.withResolvers<void>();
			server.close(() => {
				resolve();
			});
			for (const socket of open) {
				socket.destroy();
			}

			await promise;
		},
	};
};
