import {say} from '../../language/say.js';
import {notAHost, parseHostAndPort, isIpv6Address} from '../host-and-port.js';

/** One dm-master to ask. */
export type MasterAddress = {
	/** For display: `10.0.1.11:8261`, `[::1]:8261`. */
	readonly label: string;
	/** `http://10.0.1.11:8261` */
	readonly origin: string;
};

/** An address that cannot be used; the message says which one, and what is wrong with it. */
export class MasterAddressError extends Error {
	override readonly name = 'MasterAddressError';
}

/** The default port of dm-master. */
const defaultMasterPort = 8261;

const parseMasterAddress = (address: string, defaultScheme: string): MasterAddress => {
	const {scheme, rest = ''} =
		/^(?:(?<scheme>[a-z][\d+\-.a-z]*):\/\/)?(?<rest>.*)$/iv.exec(address)?.groups ?? {};
	if (scheme !== undefined && !/^https?$/iv.test(scheme)) {
		throw new MasterAddressError(
			say('"{address}": dm-master speaks http:// or https://, not {scheme}://.', {address, scheme}),
		);
	}

	const pathAt = rest.search(/[#\/?]/v);
	const place = pathAt === -1 ? rest : rest.slice(0, pathAt);
	const path = pathAt === -1 ? '' : rest.slice(pathAt);
	if (path !== '' && path !== '/') {
		throw new MasterAddressError(
			say('"{address}": leave out "{path}". Only the address of dm-master is needed, the path is known.', {
				address,
				path,
			}),
		);
	}

	if (place.includes('@')) {
		throw new MasterAddressError(
			say('"{address}": dm-master knows no users and passwords; write only the host and the port.', {
				address,
			}),
		);
	}

	const {host, port = defaultMasterPort} = parseHostAndPort(place, {
		named: `"${address}"`,
		leastPort: 1,
		defaultPort: defaultMasterPort,
		hasZone: false,
		fail: message => new MasterAddressError(message),
	});
	if (host === '') {
		throw new MasterAddressError(
			say('"{address}" has no host. Write host:port, such as 10.0.1.11:8261.', {address}),
		);
	}

	const protocol = scheme?.toLowerCase() ?? defaultScheme;
	const url = URL.parse(`${protocol}://${isIpv6Address(host) ? `[${host}]` : host}`);
	if (!url) {
		throw new MasterAddressError(notAHost(`"${address}"`, host));
	}

	const label = `${url.hostname}:${port}`;
	return {label, origin: `${protocol}://${label}`};
};

/**
 * The addresses in a list, in the forms `host`, `host:port`, `::1`, `[::1]:8261`, `http(s)://host:port`, separated by
 * commas or blanks. Duplicates count once; the default port is 8261, also after `http://`. Without a scheme it is https
 * when `tls` is set, since a dm-master with certificates only speaks that.
 *
 * @throws {MasterAddressError} Naming the address and what is wrong with it, also when there is none.
 */
export const parseMasterAddresses = (
	text: string,
	options: {readonly tls?: boolean} = {},
): MasterAddress[] => {
	const byOrigin = new Map<string, MasterAddress>();
	const parts = text.split(/[\s,]+/v).filter(part => part !== '');
	for (const part of parts) {
		const address = parseMasterAddress(part, options.tls ? 'https' : 'http');
		byOrigin.set(address.origin, address);
	}

	if (byOrigin.size === 0) {
		throw new MasterAddressError(
			say('There is no dm-master address. Write host:port, such as 10.0.1.11:8261.'),
		);
	}

	return byOrigin.values().toArray();
};
