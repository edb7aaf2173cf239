/** A simulation served over HTTP as a dm-master: what `--simulate X --listen ADDRESS` does. */
import {createServer, type IncomingMessage, type Server, type ServerResponse} from 'node:http';
import {LiveSimulation, type SimulatorOptions} from '../live.js';
import {sanitize} from '../../terminal/sanitize.js';
import {answerEtcd} from './etcd.js';
import {readCall, UnreadableError, type Call} from './http/call.js';
import {emptyReply, errorPage, sendReply, type Reply} from './http/reply.js';
import {
	isLoopback,
	labelOf,
	listenTrouble,
	parseListenAddress,
	type ListenAddress,
} from './listen-address.js';
import {answerOpenApi} from './openapi/openapi.js';
import {ServedMaster} from './served-master.js';
import {answerV1alpha1} from './v1alpha1/gateway.js';

export type ServeOptions = SimulatorOptions & {
	/** As `--listen` takes it: see `parseListenAddress`. */
	readonly listen: string;
	/** Aborted when dm-top ends. */
	readonly signal: AbortSignal;
	/** Told in lines what a person at the terminal wants to know: where it listens, and every operation. */
	readonly log: (line: string) => void;
};

export type Serving = {
	/** Host and port, such as "127.0.0.1:8261". */
	readonly address: string;
	/** Resolves when the port is closed and every connection with it. */
	readonly closed: Promise<void>;
};

const answer = async (master: ServedMaster, call: Call): Promise<Reply> => {
	if (call.method === 'OPTIONS') {
		return emptyReply(200);
	}

	if (call.path.startsWith('/apis/')) {
		return answerV1alpha1(master, call);
	}

	return call.path.startsWith('/api/v1/') ? answerOpenApi(master, call) : answerEtcd(master, call);
};

type Handling = {
	readonly master: ServedMaster;
	readonly signal: AbortSignal;
	readonly log: (line: string) => void;
};

const reply = async (request: IncomingMessage, signal: AbortSignal, master: ServedMaster): Promise<Reply> => {
	try {
		return await answer(master, await readCall(request, signal));
	} catch (error) {
		if (error instanceof UnreadableError) {
			return errorPage(error.status, error.message);
		}

		throw error;
	}
};

const handle = async (
	request: IncomingMessage,
	response: ServerResponse,
	{master, signal, log}: Handling,
): Promise<void> => {
	const gone = new AbortController();
	response.once('close', () => {
		gone.abort();
	});
	const patience = AbortSignal.any([signal, gone.signal]);
	const {method = '', url = ''} = request;
	try {
		const {status, headers, body} = await reply(request, patience, master);
		if (method !== 'GET' && method !== 'HEAD' && method !== 'OPTIONS') {
			log(sanitize(`${method} ${url} ${status}`));
		}

		if (!patience.aborted) {
			sendReply(response, {status, headers, body});
		}
	} catch (error) {
		if (patience.aborted) {
			return;
		}

		log(sanitize(`${method} ${url} failed: ${error instanceof Error ? error.message : String(error)}`));
		sendReply(response, errorPage(500, 'Internal Server Error'));
	}
};

const listen = async (server: Server, address: ListenAddress): Promise<void> => {
	const {promise, resolve, reject} = Promise.withResolvers<void>();
	server.once('error', reject).listen({...address, exclusive: true}, () => {
		server.off('error', reject);
		resolve();
	});
	try {
		await promise;
	} catch (error) {
		throw listenTrouble(address, error);
	}
};

/** Closes the port and every connection when the signal is aborted. */
const closeWith = async (server: Server, signal: AbortSignal): Promise<void> => {
	const {promise, resolve} = Promise.withResolvers<void>();
	const close = (): void => {
		server.close(() => {
			resolve();
		});
		server.closeAllConnections();
	};

	if (signal.aborted) {
		close();
	} else {
		signal.addEventListener('abort', close, {once: true});
	}

	await promise;
};

/**
 * Serves a simulation that may have others who look at it.
 *
 * @throws {ListenError} When the address is wrong or taken.
 */
export const serveLive = async (
	live: LiveSimulation,
	{listen: wanted, signal, log}: Pick<ServeOptions, 'listen' | 'signal' | 'log'>,
): Promise<Serving> => {
	const address = parseListenAddress(wanted);
	const master = new ServedMaster(live);
	const server = createServer((request, response) => {
		void handle(request, response, {master, signal, log});
	});
	// As Go, which keeps a connection until the other side closes it.
	server.keepAliveTimeout = 0;
	await listen(server, address);
	const bound = server.address();
	if (typeof bound !== 'object' || bound === null) {
		throw listenTrouble(address, 'it was closed again');
	}

	const label = labelOf({host: bound.address, port: bound.port});
	log(`${live.simulation.scenario.name} is served as a dm-master on http://${label}`);
	if (!isLoopback(bound.address)) {
		log('Whoever reaches this machine can look at it and operate it: dm-master knows no passwords.');
	}

	return {address: label, closed: closeWith(server, signal)};
};

/**
 * Serves a scenario as a dm-master, without a screen, until the signal is aborted. Its time goes `speed` times as
 * fast as the clock's, and so do the waits: a worker that hangs holds an answer up for 30 s of its time.
 *
 * @throws {ListenError} When the address is wrong or taken.
 * @throws {NoScenarioError} When there is no such scenario.
 * @throws {ScenarioError} When the scenario has a mistake; the message names its line.
 */
export const serveSimulation = async (options: ServeOptions): Promise<Serving> => {
	parseListenAddress(options.listen);
	return serveLive(LiveSimulation.of(options), options);
};
