/** An answer over HTTP. */
import {Buffer} from 'node:buffer';
import type {ServerResponse} from 'node:http';

/** The parts of an answer, with its whole body. */
export type Reply = {
	readonly status: number;
	readonly headers: Readonly<Record<string, string>>;
	readonly body: string;
};

/**
 * Lets a page in a browser read. A dm-master lets it write, too (etcd server/embed, accessController); here it is only
 * set on answers to reads.
 */
const cors = {
	'Access-Control-Allow-Headers': 'accept, content-type, authorization',
	'Access-Control-Allow-Methods': 'GET, OPTIONS',
	'Access-Control-Allow-Origin': '*',
} as const;

/** Go's http.Error: a string with a line break. */
export const errorPage = (status: number, text: string): Reply => ({
	status,
	headers: {'Content-Type': 'text/plain; charset=utf-8', 'X-Content-Type-Options': 'nosniff'},
	body: `${text}\n`,
});

/** Go's http.NotFound. */
export const notFound = (): Reply => errorPage(404, '404 page not found');

/** Only a status. */
export const emptyReply = (status: number): Reply => ({status, headers: {}, body: ''});

/** Writes an answer; pages of other sites may read it when nothing was changed. */
export const sendReply = (
	response: ServerResponse,
	{status, headers, body}: Reply,
	{isWrite}: {readonly isWrite: boolean},
): void => {
	response
		.writeHead(status, {
			...(!isWrite && cors),
			...headers,
			'Content-Length': Buffer.byteLength(body),
		})
		.end(body);
};
