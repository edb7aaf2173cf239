/** A simulation served as a dm-master, over HTTP and gRPC on one port: what `--simulate X --listen ADDRESS` does. */
import type {Server, Socket} from 'node:net';
import {say} from '../../language/say.js';
import {sanitize} from '../../terminal/sanitize.js';
import {LiveSimulation, type SimulatorOptions} from '../running/live.js';
import {SimulatedMaster} from '../master/simulated-master.js';
import {isLoopback, labelOf, listenOn, parseListenAddress} from '../../providers/listen-address.js';
import {createPortServer} from './connections.js';
import type {GrpcOptions, GrpcServer} from './grpc/grpc-server.js';
import {createHttpServer} from './http-server.js';

/** What is served, where, and how long. */
export type ServeOptions = SimulatorOptions & {
	/** The value of `--listen`: see `parseListenAddress`. */
	readonly listen: string;
	/** Aborted when dm-top ends. */
	readonly signal: AbortSignal;
	/** Called with lines for the terminal: where it listens, and every operation. */
	readonly log: (line: string) => void;
};

/** A simulation that is being served. */
export type Serving = {
	/** Host and port, such as "127.0.0.1:8261". */
	readonly address: string;
	/** Resolves when the port and every connection are closed. */
	readonly closed: Promise<void>;
};

/** Dm-master's own port. */
const masterPort = 8261;

/** The gRPC side, loaded on first use. */
class LazyGrpc {
	#server: Promise<GrpcServer> | undefined;

	constructor(readonly options: GrpcOptions) {}

	async #load(): Promise<GrpcServer> {
		const {createGrpcServer} = await import('./grpc/grpc-server.js');
		return createGrpcServer(this.options);
	}

	async take(socket: Socket): Promise<void> {
		this.#server ??= this.#load();
		const server = await this.#server;
		server.take(socket);
	}

	async close(): Promise<void> {
		const server = await this.#server;
		server?.close();
	}
}

/** Closes the port and every connection when the signal is aborted. */
const closeWith = async (
	server: Server,
	{sockets, grpc, signal}: {sockets: ReadonlySet<Socket>; grpc: LazyGrpc; signal: AbortSignal},
): Promise<void> => {
	if (!signal.aborted) {
		const {promise, resolve} = Promise.withResolvers<void>();
		signal.addEventListener(
			'abort',
			() => {
				resolve();
			},
			{once: true},
		);
		await promise;
	}

	const {promise, resolve} = Promise.withResolvers<void>();
	server.close(() => {
		resolve();
	});
	for (const socket of sockets) {
		socket.destroy();
	}

	await grpc.close();
	await promise;
};

/**
 * Serves a simulation that others may use, too.
 *
 * @throws {ListenError} When the address is wrong or taken.
 */
export const serveLive = async (
	live: LiveSimulation,
	{listen: wanted, signal, log}: Pick<ServeOptions, 'listen' | 'signal' | 'log'>,
): Promise<Serving> => {
	const listen = parseListenAddress(wanted, masterPort);
	const master = new SimulatedMaster(live);
	const http = createHttpServer({master, listen, signal, log});
	const grpc = new LazyGrpc({
		master,
		signal,
		log(line) {
			log(sanitize(line));
		},
	});
	const sockets = new Set<Socket>();
	const server = createPortServer({
		http1(socket) {
			http.emit('connection', socket);
		},
		http2(socket) {
			void grpc.take(socket);
		},
	});
	server.on('connection', socket => {
		sockets.add(socket);
		socket.once('close', () => {
			sockets.delete(socket);
		});
	});
	const bound = await listenOn(server, listen);
	const label = labelOf(bound);
	log(
		say('{name} is served as a dm-master on {address}, over HTTP and gRPC', {
			name: live.simulation.scenario.name,
			address: `http://${label}`,
		}),
	);
	if (!isLoopback(bound.host)) {
		log(say('Anyone who can reach this machine can watch and operate it: dm-master has no passwords.'));
	}

	return {address: label, closed: closeWith(server, {sockets, grpc, signal})};
};

/**
 * Serves a scenario as a dm-master, without a screen, until the signal is aborted. Its time runs `speed` times as fast
 * as the clock, and so do the waits: a worker that hangs delays an answer by 30 s of its time.
 *
 * @throws {ListenError} When the address is wrong or taken.
 * @throws {NoScenarioError} When there is no such scenario.
 * @throws {ScenarioError} When the scenario has a mistake; the message names its line.
 */
export const serveSimulation = async (options: ServeOptions): Promise<Serving> => {
	parseListenAddress(options.listen, masterPort);
	return serveLive(LiveSimulation.of(options), options);
};
