/** A request as the handlers see it. */
import {Buffer} from 'node:buffer';
import type {IncomingMessage} from 'node:http';
import {unescapeGo} from './query.js';

/** The parts of a request over HTTP, with its whole body. */
export type Call = {
	readonly method: string;
	/** Unescaped, as Go has it in URL.Path: "/apis/v1alpha1/status/a b". */
	readonly path: string;
	/** The query after the "?", as it was sent. */
	readonly search: string;
	readonly contentType: string;
	readonly body: string;
	/** Aborted when the answer is no longer needed. */
	readonly signal: AbortSignal;
};

/** The largest body that is read, bytes. */
const bodyLimit = 4 * 1024 * 1024;

/** Why a request cannot be read; `status` is HTTP's. */
export class UnreadableError extends Error {
	override readonly name = 'UnreadableError';

	constructor(
		readonly status: number,
		message: string,
	) {
		super(message);
	}
}

const readBody = async (request: IncomingMessage): Promise<string> => {
	const chunks: Uint8Array[] = [];
	let size = 0;
	for await (const chunk of request as AsyncIterable<Uint8Array>) {
		size += chunk.length;
		if (size > bodyLimit) {
			throw new UnreadableError(413, 'Request Entity Too Large');
		}

		chunks.push(chunk);
	}

	return Buffer.concat(chunks).toString('utf8');
};

/**
 * Reads a whole request.
 *
 * @throws {UnreadableError} When it is too large, or its path has a wrong escape.
 */
export const readCall = async (request: IncomingMessage, signal: AbortSignal): Promise<Call> => {
	const url = request.url ?? '/';
	// A proxy's request also names the host.
	const target = url.replace(/^https?:\/\/[^\/?]*/iv, '');
	const questionMark = target.indexOf('?');
	const rawPath = questionMark === -1 ? target : target.slice(0, questionMark);
	const path = unescapeGo(rawPath, {isQuery: false});
	if (path === undefined) {
		throw new UnreadableError(400, '400 Bad Request');
	}

	return {
		method: request.method ?? 'GET',
		path: path === '' ? '/' : path,
		search: questionMark === -1 ? '' : target.slice(questionMark + 1),
		contentType: request.headers['content-type'] ?? '',
		body: await readBody(request),
		signal,
	};
};
