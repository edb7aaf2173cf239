/** A server that says in a TLS alert why it refuses a client. */
import {type ChildProcessWithoutNullStreams, spawn, spawnSync} from 'node:child_process';
import {describe, expect, it} from 'vitest';
import type {TlsFiles} from '../../../source/providers/dm-master/connection/tls-files.js';
import {Observing} from '../../servers/observing.js';
import {fixturePath} from '../../servers/recorded-master.js';
import {isSilence, quickProvider} from './quick.js';

const file = (name: string): string => fixturePath('tls', `${name}.pem`);

const client: TlsFiles = {ca: file('ca'), cert: file('client'), key: file('client-key')};

/** Where a server of OpenSSL listens, once it does. */
const listening = async (server: ChildProcessWithoutNullStreams): Promise<string> => {
	let said = '';
	for await (const chunk of server.stdout.setEncoding('utf8')) {
		said += String(chunk);
		const address = /ACCEPT (?<address>127\.0\.0\.1:\d+)/v.exec(said)?.groups?.['address'];
		if (address !== undefined) {
			server.stdout.resume();
			return address;
		}
	}

	throw new Error(`It does not listen: ${said}`);
};

/** OpenSSL's own server: unlike that of Node it says in an alert why it refuses a client, as the one of dm-master does. */
const hasOpenssl = spawnSync('openssl', ['version']).status === 0;

describe.skipIf(!hasOpenssl)('a server that says why it refuses the client', () => {
	it.each<[string, string, TlsFiles, string]>([
		['no client certificate', '-tls1_3', {ca: client.ca}, '% requires a client certificate. Give a client'],
		['no client certificate', '-tls1_2', {ca: client.ca}, '% requires a client certificate. Give a client'],
		...(['-tls1_2', '-tls1_3'] as const).flatMap((version): Array<[string, string, TlsFiles, string]> => [
			[
				'a client certificate of another CA',
				version,
				{ca: client.ca, cert: file('stranger'), key: file('stranger-key')},
				`% does not accept --ssl-cert ${file('stranger')}. It is signed by “another CA”: give a client certificate that the CA of dm-master signed.`,
			],
			[
				'an expired client certificate',
				version,
				{ca: client.ca, cert: file('expired-client'), key: file('expired-client-key')},
				`% does not accept --ssl-cert ${file('expired-client')}. It expired on 2021-01-01: renew the client certificate.`,
			],
		]),
	])('is understood: %s, %s', async (_name, version, tls, words) => {
		const server = spawn('openssl', [
			's_server',
			'-accept',
			'127.0.0.1:0',
			'-www',
			version,
			'-Verify',
			'1',
			'-verify_return_error',
			'-cert',
			file('server'),
			'-key',
			file('server-key'),
			'-CAfile',
			file('ca'),
		]);
		try {
			const address = await listening(server);
			await using observing = new Observing(quickProvider(`https://${address}`, {}, tls));
			const {problem} = await observing.until(isSilence);
			expect(`${problem.what.replace(address, '%')}. ${problem.fix}`).toContain(words);
		} finally {
			server.kill();
		}
	});
});
