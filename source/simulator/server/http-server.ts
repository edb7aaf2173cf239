/** The HTTP/1 side of a simulated dm-master: the gateway, OpenAPI, and etcd's own paths. */
import {createServer, type IncomingMessage, type Server, type ServerResponse} from 'node:http';
import {sanitize} from '../../terminal/sanitize.js';
import type {SimulatedMaster} from '../master/simulated-master.js';
import type {ListenAddress} from '../../providers/listen-address.js';
import {messageOf} from '../../terminal/thrown.js';
import {answerEtcd} from './etcd.js';
import {answerOpenApi} from './openapi/openapi.js';
import {answerV1alpha1} from './v1alpha1/gateway.js';
import {isWrite, whyRefused} from './http/browser.js';
import {readCall, UnreadableError, type Call} from './http/call.js';
import {emptyReply, errorPage, sendReply, type Reply} from './http/reply.js';

/** The master that HTTP reaches, where, and how long. */
export type HttpOptions = {
	readonly master: SimulatedMaster;
	readonly listen: ListenAddress;
	/** Aborted when the server closes. */
	readonly signal: AbortSignal;
	/** Called for every request that may change something, with one line. */
	readonly log: (line: string) => void;
};

const answer = async (master: SimulatedMaster, call: Call): Promise<Reply> => {
	if (call.method === 'OPTIONS') {
		return emptyReply(200);
	}

	if (call.path.startsWith('/apis/')) {
		return answerV1alpha1(master, call);
	}

	return call.path.startsWith('/api/v1/') ? answerOpenApi(master, call) : answerEtcd(master, call);
};

const reply = async (
	request: IncomingMessage,
	signal: AbortSignal,
	{master, listen}: HttpOptions,
): Promise<Reply> => {
	const refusal = whyRefused(request, listen);
	if (refusal !== '') {
		return errorPage(403, refusal);
	}

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
	options: HttpOptions,
): Promise<void> => {
	const {signal, log} = options;
	const gone = new AbortController();
	response.once('close', () => {
		gone.abort();
	});
	const patience = AbortSignal.any([signal, gone.signal]);
	const {method = '', url = ''} = request;
	const writes = isWrite(method);
	try {
		const told = await reply(request, patience, options);
		if (writes) {
			log(sanitize(`${method} ${url} ${told.status}`));
		}

		if (!patience.aborted) {
			sendReply(response, told, {isWrite: writes});
		}
	} catch (error) {
		if (patience.aborted) {
			return;
		}

		log(sanitize(`${method} ${url} failed: ${messageOf(error)}`));
		sendReply(response, errorPage(500, 'Internal Server Error'), {isWrite: writes});
	}
};

/** An HTTP/1 server without its own port: connections are passed to it as its `connection` event. */
export const createHttpServer = (options: HttpOptions): Server => {
	const server = createServer((request, response) => {
		void handle(request, response, options);
	});
	// Like a dm-master, it keeps a connection until the other side closes it.
	server.keepAliveTimeout = 0;
	return server;
};
