import {connect, createServer, type Socket} from 'node:net';
import {type Loopback, onLoopback} from './loopback.js';

/** What becomes of a connection once its first bytes are there; `pass` lets it through, to another port if one is given. */
export type GateKeeper = (firstBytes: string, socket: Socket, pass: (to?: number) => void) => void;

/** A separate port in front of a server, like that of a tunnel: a test decides which connections get through. */
export const startGate = async (port: number, keeper: GateKeeper): Promise<Loopback> =>
	onLoopback(
		createServer(socket => {
			socket.once('data', first => {
				keeper(first.toString('latin1'), socket, (to = port) => {
					const through = connect(to, '127.0.0.1').on('error', () => undefined);
					socket.on('close', () => {
						through.destroy();
					});
					through.write(first);
					socket.pipe(through).pipe(socket);
				});
			});
		}),
	);
