/** The address after `--listen`, and listening there. */
import {isIP, type Server} from 'node:net';
import {say} from '../language/say.js';
import {sentences} from '../language/sentences.js';
import {messageOf, codeOf} from '../terminal/thrown.js';
import {isIpv6Address, notAHost, parseHostAndPort} from './host-and-port.js';

/** The server cannot listen there; the message says why, and what to do about it. */
export class ListenError extends Error {
	override readonly name = 'ListenError';
}

/** Where something listens. */
export type ListenAddress = {
	/** A host name or an IP address, without brackets. */
	readonly host: string;
	/** 0 for one that is free. */
	readonly port: number;
};

const loopback = '127.0.0.1';

const example = (port: number): string =>
	say('Write host:port, such as {example}.', {example: `${loopback}:${port}`});

/**
 * Reads `8261`, `:8261`, `host`, `host:8261`, `[::1]:8261`. Without a host it is loopback, without a port `defaultPort`.
 *
 * @throws {ListenError} Naming what is wrong with it.
 */
export const parseListenAddress = (text: string, defaultPort: number): ListenAddress => {
	const named = `--listen ${text}`;
	const fail = (message: string) => new ListenError(sentences(message, example(defaultPort)));
	if (/^[a-z][\d+\-.a-z]*:\/\//iv.test(text)) {
		throw fail(say('--listen {text}: leave out the scheme.', {text}));
	}

	const {host, port = defaultPort} = parseHostAndPort(/^\d+$/v.test(text) ? `:${text}` : text, {
		named,
		leastPort: 0,
		defaultPort,
		hasZone: true,
		fail,
	});
	if (/^[\d.]+$/v.test(host) && isIP(host) === 0) {
		throw fail(notAHost(named, host));
	}

	return {host: host === '' ? loopback : host, port};
};

/** As it is written in an address: IPv6 in brackets. */
export const labelOf = ({host, port}: ListenAddress): string =>
	`${isIpv6Address(host) ? `[${host}]` : host}:${port}`;

/** Whether only programs on this machine can connect. */
export const isLoopback = (address: string): boolean =>
	address.startsWith('127.') || address === '::1' || /^::ffff:127\./iv.test(address);

/** Why a server could not listen, in plain words. */
const listenProblem = (address: ListenAddress, error: unknown): ListenError => {
	const label = labelOf(address);
	switch (codeOf(error)) {
		case 'EADDRINUSE': {
			return new ListenError(
				say(
					'{label} is in use: some program, a dm-master perhaps, listens there already. Choose another port, or 0 for one that is free.',
					{label},
				),
			);
		}

		case 'EADDRNOTAVAIL': {
			return new ListenError(
				say(
					'This machine has no address {host} to listen on. Use {own} for itself alone, {all} for everybody.',
					{
						host: address.host,
						own: `${loopback}:${address.port}`,
						all: `0.0.0.0:${address.port}`,
					},
				),
			);
		}

		case 'EACCES':
		case 'EPERM': {
			return new ListenError(
				say('{label} may not be listened on by this user. Choose a port from 1024 to 65535.', {label}),
			);
		}

		case 'ENOTFOUND':
		case 'EAI_AGAIN': {
			return new ListenError(
				say('The host name {host} is not known here. Check its spelling, or give an IP address.', {
					host: address.host,
				}),
			);
		}

		default: {
			return new ListenError(say('{label} cannot be listened on: {why}', {label, why: messageOf(error)}));
		}
	}
};

/**
 * Listens, and gives the address with the port that was found.
 *
 * @throws {ListenError} Where it cannot.
 */
export const listenOn = async (server: Server, address: ListenAddress): Promise<ListenAddress> => {
	const {promise, resolve, reject} = Promise.withResolvers<void>();
	server.once('error', reject).listen({...address, exclusive: true}, () => {
		server.off('error', reject);
		resolve();
	});
	try {
		await promise;
	} catch (error) {
		throw listenProblem(address, error);
	}

	const bound = server.address();
	if (typeof bound !== 'object' || bound === null) {
		throw listenProblem(address, say('it was closed again'));
	}

	return {host: bound.address, port: bound.port};
};
