/** The address of a metrics store, from the command line. */
import {say} from '../../../language/say.js';
import type {Matchers} from './queries.js';

/** A metrics store, and which samples in it are of this cluster. */
export type PrometheusAddress = {
	readonly url: URL;
	/** '' for none. */
	readonly tokenFile: string;
	readonly matchers: Matchers;
};

/** The words that name a metrics store on the command line. */
export type PrometheusWords = {
	/** "http://user:password@host:9090/prefix"; without a scheme it is http, without a port 9090. */
	readonly address: string;
	readonly tokenFile?: string;
	/** "name=value" each. */
	readonly labels?: readonly string[];
};

const defaultPort = '9090';

const matcherOf = (text: string): readonly [string, string] | undefined => {
	const {name, value} = /^(?<name>[A-Z_a-z]\w*)=(?<value>.+)$/sv.exec(text)?.groups ?? {};
	return name === undefined || value === undefined ? undefined : [name, value];
};

const urlOf = (address: string): URL | undefined => {
	const hasScheme = /^https?:\/\//iv.test(address);
	if (!hasScheme && address.includes('://')) {
		return undefined;
	}

	const url = URL.parse(hasScheme ? address : `http://${address}`);
	if (url === null || url.hostname === '') {
		return undefined;
	}

	// An address with a scheme but no port is behind a proxy.
	if (!hasScheme && url.port === '' && !/:80(?:\/|$)/v.test(address)) {
		url.port = defaultPort;
	}

	return url;
};

/** Reads an address, or says what is wrong with it; a password in it is not repeated. */
export const readPrometheusAddress = ({
	address,
	tokenFile = '',
	labels = [],
}: PrometheusWords): PrometheusAddress | string => {
	const url = urlOf(address);
	if (url === undefined) {
		return say('--prometheus takes an address such as http://10.0.1.20:9090, with a prefix if there is one.');
	}

	if (url.username !== '' && tokenFile !== '') {
		return say('Give --prometheus a user and password, or --prometheus-token-file, not both.');
	}

	const matchers = labels.map(label => matcherOf(label));
	const wrong = matchers.indexOf(undefined);
	return wrong === -1
		? {url, tokenFile, matchers: matchers.filter(matcher => matcher !== undefined)}
		: say('--prometheus-label takes NAME=VALUE, not “{text}”.', {text: labels[wrong]!});
};
