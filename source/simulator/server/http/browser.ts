/**
 * Whether a request comes from a page in a browser. A page may read (as with a real dm-master, where every page may
 * read and write), but not change anything here.
 */
import type {IncomingMessage} from 'node:http';
import {isIP} from 'node:net';
import {hostname} from 'node:os';
import type {ListenAddress} from '../../../providers/listen-address.js';

/** The host in a Host header or an origin, without port and brackets; undefined for anything else. */
const hostIn = (text: string): string | undefined => {
	const url = URL.parse(text.includes('://') ? text : `http://${text}`);
	return url === null || url.hostname === ''
		? undefined
		: url.hostname.replaceAll(/^\[|\]$/gv, '').toLowerCase();
};

/** A name for this server only: a page elsewhere cannot have made it resolve to here. */
const isOwnName = (host: string, listen: ListenAddress): boolean =>
	isIP(host) !== 0 || ['localhost', listen.host.toLowerCase(), hostname().toLowerCase()].includes(host);

/** Whether a request of this method may change something. */
export const isWrite = (method: string): boolean => !['GET', 'HEAD', 'OPTIONS'].includes(method);

/** Why a write is refused; '' when it is allowed. */
export const whyRefused = ({method = '', headers}: IncomingMessage, listen: ListenAddress): string => {
	if (!isWrite(method)) {
		return '';
	}

	const host = hostIn(headers.host ?? '');
	if (host === undefined || !isOwnName(host, listen)) {
		return `the Host header names ${headers.host ?? 'nobody'}, and this server does not go by that name`;
	}

	const {origin} = headers;
	const site = headers['sec-fetch-site'];
	const isForeign = origin !== undefined && URL.parse(origin)?.host !== headers.host;
	return isForeign || (site !== undefined && site !== 'same-origin' && site !== 'none')
		? 'a page in a browser may look here, and change nothing'
		: '';
};
