import {say} from '../../../language/say.js';
/** The workers whose metrics are read directly, from the command line. */

/** Where the metrics of workers are served. */
export type WorkerAddresses =
	/** Those that the workers advertise to the masters. */
	| {readonly kind: 'advertised'}
	/** By the worker's name; '' in place of a name where only an address was given. */
	| {readonly kind: 'listed'; readonly workers: ReadonlyArray<readonly [name: string, url: URL]>};

/** Asks for the addresses that the workers advertise. */
const advertised = 'advertised';

const defaultPort = '8262';

const urlOf = (address: string, scheme: 'http' | 'https'): URL | undefined => {
	const hasScheme = /^https?:\/\//iv.test(address);
	if (!hasScheme && address.includes('://')) {
		return undefined;
	}

	const url = URL.parse(hasScheme ? address : `${scheme}://${address}`);
	if (url === null || url.hostname === '' || url.username !== '') {
		return undefined;
	}

	if (url.port === '' && !/:(?:80|443)(?:\/|$)/v.test(address)) {
		url.port = defaultPort;
	}

	if (url.pathname === '/') {
		url.pathname = '/metrics';
	}

	return url;
};

/** Parses the value of the flag, or says what is wrong with it. With `tls` https is the default. */
export const readWorkerAddresses = (text: string, tls: boolean): WorkerAddresses | string => {
	if (text.trim() === advertised) {
		return {kind: 'advertised'};
	}

	const workers: Array<readonly [string, URL]> = [];
	for (const written of text.split(',')) {
		const part = written.trim();
		const {name = '', address = ''} = /^(?:(?<name>[^\/=]+)=)?(?<address>.+)$/v.exec(part)?.groups ?? {};
		const url = urlOf(address, tls ? 'https' : 'http');
		if (url === undefined) {
			return part === ''
				? say(
						'--worker-metrics takes “advertised”, or a list such as 10.0.1.21:8262,worker-2=127.0.0.1:9002.',
					)
				: say(
						'--worker-metrics takes “advertised”, or a list such as 10.0.1.21:8262,worker-2=127.0.0.1:9002, not “{text}”.',
						{text: part},
					);
		}

		workers.push([name, url]);
	}

	return {kind: 'listed', workers};
};

/** The metrics of a worker by the address that it advertises, such as "10.0.1.21:8262". */
export const advertisedUrl = (address: string, tls: boolean): URL | undefined =>
	urlOf(address, tls ? 'https' : 'http');
