/**
 * `dm-top export`: serves the cluster's findings to Prometheus over HTTP until a signal ends it.
 */
import {Buffer} from 'node:buffer';
import {createServer, type Server, type ServerResponse} from 'node:http';
import type {Writable} from 'node:stream';
import {say} from '../../language/say.js';
import type {DiagnosedView} from '../../findings/diagnosis.js';
import {type ListenAddress, labelOf, listenOn} from '../../providers/listen-address.js';
import {messageOf} from '../../terminal/thrown.js';
import type {Watch} from '../../session/watching/watch.js';
import {metricsContentType} from '../../providers/metrics/exposition.js';
import {whyNoStatus} from '../no-status.js';
import {openMetricsText} from './metrics.js';

/** Where `dm-top export` listens, and until when. */
export type ExportOptions = {
	readonly address: ListenAddress;
	/** Dm-top's own version. */
	readonly version: string;
	/** Aborted when dm-top ends. */
	readonly signal: AbortSignal;
	/** Called with the address on which it listens. */
	readonly output: Writable;
};

const textType = 'text/plain; charset=utf-8';

const answer = (response: ServerResponse, code: number, text: string, type = textType): void => {
	response.writeHead(code, {
		'content-type': type,
		'content-length': Buffer.byteLength(text),
		'x-content-type-options': 'nosniff',
	});
	// Node leaves the body out of an answer to HEAD.
	response.end(text);
};

const answerMetrics = async (
	response: ServerResponse,
	cluster: DiagnosedView,
	version: string,
): Promise<void> => {
	try {
		answer(response, 200, await openMetricsText(cluster, version), metricsContentType);
	} catch (error) {
		answer(response, 500, `The metrics could not be written: ${messageOf(error)}\n`);
	}
};

/** The server: read-only, with three paths. */
export const createExporter = (watch: Pick<Watch, 'current'>, version: string): Server =>
	createServer((request, response) => {
		if (request.method !== 'GET' && request.method !== 'HEAD') {
			response.setHeader('allow', 'GET, HEAD');
			answer(response, 405, 'Only GET and HEAD are answered.\n');
			return;
		}

		const [path] = (request.url ?? '').split('?', 1);
		switch (path) {
			case '/metrics': {
				void answerMetrics(response, watch.current(), version);
				return;
			}

			case '/-/healthy': {
				answer(response, 200, 'dm-top is up.\n');
				return;
			}

			case '/-/ready': {
				const cluster = watch.current();
				if (cluster.at > 0 && !cluster.problem) {
					answer(response, 200, 'The cluster answers.\n');
				} else {
					answer(response, 503, `${whyNoStatus(cluster)?.what ?? 'No status came yet'}.\n`);
				}

				return;
			}

			default: {
				answer(response, 404, 'Metrics are at /metrics; /-/healthy and /-/ready tell of dm-top itself.\n');
			}
		}
	});

/**
 * Serves until the signal is aborted.
 *
 * @throws {ListenError} Where it cannot listen.
 */
export const serveMetrics = async (
	watch: Watch,
	{address, version, signal, output}: ExportOptions,
): Promise<void> => {
	const server = createExporter(watch, version);
	const bound = await listenOn(server, address);
	output.write(`${say('Metrics on {address}', {address: `http://${labelOf(bound)}/metrics`})}\n`);
	const {promise: closed, resolve: close} = Promise.withResolvers<void>();
	server.once('close', close);
	const end = (): void => {
		server.close();
		server.closeAllConnections();
	};

	if (signal.aborted) {
		end();
	} else {
		signal.addEventListener('abort', end, {once: true});
	}

	await closed;
};
