import {connect, createServer, type AddressInfo, type Socket} from 'node:net';

/** What becomes of a connection once its first bytes are there; `pass` lets it through, to another port if one is given. */
export type GateKeeper = (firstBytes: string, socket: Socket, pass: (to?: number) => void) => void;

/** A separate port in front of a server, like that of a tunnel: a test decides which connections get through. */
export class Gate implements AsyncDisposable {
	static async start(port: number, keeper: GateKeeper): Promise<Gate> {
		const gate = new Gate(port, keeper);
		const {promise, resolve} = Promise.withResolvers<void>();
		gate.#server.listen(0, '127.0.0.1', resolve);
		await promise;
		return gate;
	}

	readonly #open = new Set<Socket>();
	readonly #server;

	private constructor(port: number, keeper: GateKeeper) {
		this.#server = createServer(socket => {
			this.#keep(socket);
			socket.once('data', first => {
				keeper(first.toString('latin1'), socket, (to = port) => {
					const through = this.#keep(connect(to, '127.0.0.1'));
					through.write(first);
					socket.pipe(through).pipe(socket);
				});
			});
		});
	}

	#keep(socket: Socket): Socket {
		this.#open.add(socket);
		// A connection that breaks is what such a test is about.
		return socket.on('error', () => undefined);
	}

	/** `127.0.0.1:port` */
	get address(): string {
		return `127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
	}

	/** Closes the port and every connection. */
	async [Symbol.asyncDispose](): Promise<void> {
		const {promise, resolve} = Promise.withResolvers<void>();
		this.#server.close(() => {
			resolve();
		});
		for (const socket of this.#open) {
			socket.destroy();
		}

		await promise;
	}
}
