/** An answer, and how Go's net/http writes it. */
import {Buffer} from 'node:buffer';
import type {ServerResponse} from 'node:http';

export type Reply = {
	readonly status: number;
	readonly headers: Readonly<Record<string, string>>;
	readonly body: string;
};

/** What etcd's listener puts on every answer (etcd server/embed, accessController). */
const cors = {
	'Access-Control-Allow-Headers': 'accept, content-type, authorization',
	'Access-Control-Allow-Methods': 'POST, GET, OPTIONS, PUT, DELETE',
	'Access-Control-Allow-Origin': '*',
} as const;

/** Go knows the length of what fits into its buffer; what is longer goes out in chunks. */
const bufferSize = 2048;

/** Go's http.Error: a text with a line break. */
export const errorPage = (status: number, text: string): Reply => ({
	status,
	headers: {'Content-Type': 'text/plain; charset=utf-8', 'X-Content-Type-Options': 'nosniff'},
	body: `${text}\n`,
});

/** Go's http.NotFound. */
export const notFound = (): Reply => errorPage(404, '404 page not found');

/** Nothing but a status. */
export const emptyReply = (status: number): Reply => ({status, headers: {}, body: ''});

const byCodeUnits = (left: readonly [string, string], right: readonly [string, string]): number =>
	left[0] < right[0] ? -1 : 1;

/** Writes an answer: headers in the order of their names, then date and length. */
export const sendReply = (response: ServerResponse, {status, headers, body}: Reply): void => {
	const length = Buffer.byteLength(body);
	const isWhole = length <= bufferSize;
	response.sendDate = false;
	if (response.shouldKeepAlive) {
		// In HTTP/1.1 it goes without saying, and Go does not say it.
		response.removeHeader('connection');
	}

	response
		.writeHead(status, [
			...Object.entries({...cors, ...headers})
				.toSorted(byCodeUnits)
				.flat(),
			'Date',
			new Date().toUTCString(),
			...(isWhole ? ['Content-Length', String(length)] : ['Transfer-Encoding', 'chunked']),
		])
		.end(body);
};
