/** Parses `host:port`, where something listens or should listen. */
import {isIPv6} from 'node:net';
import {say} from '../language/say.js';

/** The parts of an address. */
export type HostAndPort = {
	/** As written, an IPv6 address without brackets; '' where there is only a port. */
	readonly host: string;
	/** Undefined where there is none. */
	readonly port: number | undefined;
};

/**
 * True for an IPv6 address, which has two colons. Node's own check takes 2.5 ms when it is first asked: what has one, for a
 * port, does not wait for it.
 */
export const isIpv6Address = (host: string): boolean =>
	host.indexOf(':') < host.lastIndexOf(':') && isIPv6(host);

/** What an address may be where it is written, and how a mistake in it is reported. */
export type AddressForm = {
	/** The beginning of an error message, such as `--listen 1:2:3`. */
	readonly named: string;
	/** 0 where any free port is allowed. */
	readonly leastPort: 0 | 1;
	/** For the example of an IPv6 address. */
	readonly defaultPort: number;
	/** Whether an IPv6 address may name an interface, as in `fe80::1%eth0`. */
	readonly hasZone: boolean;
	readonly fail: (message: string) => Error;
};

const parsePort = (port: string | undefined, {named, leastPort, fail}: AddressForm): number | undefined => {
	if (port === undefined) {
		return undefined;
	}

	const number = /^\d{1,5}$/v.test(port) ? Number(port) : -1;
	if (number < leastPort || number > 65_535) {
		throw fail(
			say('{named}: "{port}" is not a port. A port is a number from {least} to 65535.', {
				named,
				port,
				least: leastPort,
			}),
		);
	}

	return number;
};

/** The message for an invalid host. */
export const notAHost = (named: string, host: string): string =>
	say('{named}: "{host}" is neither a host name nor an IP address.', {named, host});

/**
 * Reads `host`, `host:8261`, `:8261`, `::1`, `[::1]`, `[::1]:8261`.
 *
 * @throws The error that `fail` makes of a message.
 */
export const parseHostAndPort = (text: string, form: AddressForm): HostAndPort => {
	const {named, defaultPort, hasZone, fail} = form;
	const isAddress = (host: string): boolean => isIpv6Address(host) && (hasZone || !host.includes('%'));
	const bracketed = /^\[(?<host>[^\]]*)\](?::(?<port>.*))?$/v.exec(text)?.groups;
	if (bracketed) {
		const host = bracketed['host'] ?? '';
		if (!isAddress(host)) {
			throw fail(say('{named}: "{host}" is not an IPv6 address.', {named, host}));
		}

		return {host, port: parsePort(bracketed['port'], form)};
	}

	if (isAddress(text)) {
		return {host: text, port: undefined};
	}

	const [host = '', port, ...rest] = text.split(':');
	if (rest.length > 0) {
		throw fail(
			say('{named} has too many colons. An IPv6 address with a port is written [::1]:{port}.', {
				named,
				port: defaultPort,
			}),
		);
	}

	if (!/^[\p{Letter}\p{Mark}\p{Number}\-._]*$/v.test(host)) {
		throw fail(notAHost(named, host));
	}

	return {host, port: parsePort(port, form)};
};
