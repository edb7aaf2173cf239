/** How dm-top authenticates with Prometheus. */
import {Buffer} from 'node:buffer';
import {say} from '../../../language/say.js';
import {readTextFile} from '../../../terminal/files/text-file.js';
import {fileReason} from '../../../terminal/thrown.js';
import type {PrometheusAddress} from './address.js';
import type {PrometheusOptions} from './prometheus.js';

/** A decoded part of an address; not everybody writes % as %25. */
const decoded = (text: string): string => {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
};

const basic = ({username, password}: URL): string =>
	username === '' && password === ''
		? ''
		: `Basic ${Buffer.from(`${decoded(username)}:${decoded(password)}`).toString('base64')}`;

/**
 * The address with the content of the token's file.
 *
 * @throws {Error} When the file cannot be read, or there is nothing in it.
 */
export const withAuthorization = async ({
	url,
	tokenFile,
	matchers,
}: PrometheusAddress): Promise<Omit<PrometheusOptions, 'deadline'>> => {
	if (tokenFile === '') {
		return {url, matchers, authorization: basic(url)};
	}

	const text = await readTextFile(tokenFile).catch((error: unknown) => {
		throw new Error(
			say('{path} cannot be read: {why}', {
				path: `--prometheus-token-file ${tokenFile}`,
				why: fileReason(error),
			}),
		);
	});
	const token = text.trim();
	if (!/^[\u{21}-\u{7E}]+$/v.test(token)) {
		throw new Error(
			say('{path} holds no token: one word is expected in it.', {
				path: `--prometheus-token-file ${tokenFile}`,
			}),
		);
	}

	return {url, matchers, authorization: `Bearer ${token}`};
};
