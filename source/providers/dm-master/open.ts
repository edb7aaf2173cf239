import type {Provider} from '../provider.js';
import type {TlsFiles} from './connection/tls-files.js';
import {createHttpProvider} from './dm-master-provider.js';
import {parseMasterAddresses} from './master-address.js';

/** A dm-master as the command line names it. */
export type OpenHttpOptions = {
	/** A list as `--master-addr` takes it: see `parseMasterAddresses`. */
	readonly addresses: string;
	/** The paths of `--ssl-ca`, `--ssl-cert` and `--ssl-key`; with any of them, https is the default scheme. */
	readonly tls?: TlsFiles;
	/** For one answer, ms. */
	readonly deadline?: number;
};

/**
 * The HTTP provider for addresses as typed by the user.
 *
 * @throws {MasterAddressError} When an address cannot be used.
 */
export const openHttpProvider = ({addresses, tls = {}, deadline}: OpenHttpOptions): Provider => {
	const hasTls = [tls.ca, tls.cert, tls.key].some(file => file !== undefined && file !== '');
	return createHttpProvider({
		masters: parseMasterAddresses(addresses, {tls: hasTls}),
		tls,
		pace: deadline === undefined ? {} : {deadline},
	});
};
