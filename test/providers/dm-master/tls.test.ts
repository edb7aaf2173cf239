import {describe, expect, it} from 'vitest';
import {openHttpProvider} from '../../../source/providers/dm-master/open.js';
import type {TlsFiles} from '../../../source/providers/dm-master/connection/tls-files.js';
import {startGate} from '../../servers/gate.js';
import {Observing} from '../../servers/observing.js';
import {
	fixture,
	fixturePath,
	RecordedMaster,
	type RecordedMasterOptions,
} from '../../servers/recorded-master.js';
import {isSilence, isWhole, quickProvider} from './quick.js';

const pem = (name: string): string => fixture('tls', `${name}.pem`);
const file = (name: string): string => fixturePath('tls', `${name}.pem`);

/** As dm-master does it: a client certificate is a must. */
const mutual = (name = 'server'): RecordedMasterOptions => ({
	tls: {ca: pem('ca'), cert: pem(name), key: pem(`${name}-key`), requestCert: true, rejectUnauthorized: true},
});

const client: TlsFiles = {ca: file('ca'), cert: file('client'), key: file('client-key')};

/** Of a PEM text only the beginning. */
const damaged = (name: string): string => pem(name).slice(0, 120);

const whatIsSaid = async (master: RecordedMaster, tls: TlsFiles, scheme = 'https'): Promise<string> => {
	await using observing = new Observing(quickProvider(`${scheme}://${master.address}`, {}, tls));
	const {problem} = await observing.until(isSilence);
	return `${problem.what.replace(master.address, '%')}. ${problem.fix}`;
};

describe('mutual TLS', () => {
	it('works with the files of dmctl, by address and by name', async () => {
		await using master = await RecordedMaster.start(mutual());
		for (const address of [master.address, `localhost:${master.port}`]) {
			await using observing = new Observing(
				openHttpProvider({addresses: address, tls: client, deadline: 5000}),
				{
					once: true,
				},
			);
			const {status} = await observing.until(isWhole);
			expect(status.sources).toHaveLength(3);
		}
	});

	it('accepts contents in place of paths', async () => {
		await using master = await RecordedMaster.start(mutual());
		const tls = {ca: pem('ca'), cert: pem('client'), key: pem('client-key')};
		await using observing = new Observing(quickProvider(master.address, {}, tls));
		await observing.until(isWhole);
	});

	it.each<[string, string, TlsFiles, string]>([
		[
			'no client certificate',
			'server',
			{ca: file('ca')},
			'% requires a client certificate. Give a client certificate that its CA signed: --ssl-cert and --ssl-key.',
		],
		[
			'a client certificate of another CA',
			'server',
			{ca: file('ca'), cert: file('stranger'), key: file('stranger-key')},
			`% closed the connection without an answer. It may not accept --ssl-cert ${file('stranger')}, which is signed by “another CA”: give a client certificate that the CA of dm-master signed.`,
		],
		[
			'an expired client certificate',
			'server',
			{ca: file('ca'), cert: file('expired-client'), key: file('expired-client-key')},
			`% closed the connection without an answer. --ssl-cert ${file('expired-client')} expired on 2021-01-01: renew the client certificate.`,
		],
		[
			'no CA',
			'server',
			{cert: client.cert, key: client.key},
			'The certificate of % is signed by an unknown CA, “dm-top test CA”. Give the certificate of that CA: --ssl-ca.',
		],
		[
			'another CA',
			'server',
			{...client, ca: file('stranger-ca')},
			`The certificate of % is signed by “dm-top test CA”, not by a CA of --ssl-ca ${file('stranger-ca')}. That file holds “another CA”: give the certificate of “dm-top test CA”.`,
		],
		[
			'another CA as text',
			'server',
			{...client, ca: pem('stranger-ca')},
			'The certificate of % is signed by “dm-top test CA”, not by a CA of --ssl-ca. That file holds “another CA”',
		],
		[
			'another CA of the same name',
			'server',
			{...client, ca: file('namesake-ca')},
			`The certificate of % is signed by “dm-top test CA”, not by a CA of --ssl-ca ${file('namesake-ca')}. That file holds another CA of the same name, an older or a newer one: give the one that signed the certificate.`,
		],
		[
			'a certificate that is no CA in place of one',
			'server',
			{...client, ca: file('server')},
			`The certificate of % is signed by “dm-top test CA”, not by a CA of --ssl-ca ${file('server')}. That file holds the certificate of “dm-master”, which is not a CA: give the certificate of “dm-top test CA”.`,
		],
		[
			'an expired certificate',
			'expired',
			client,
			'The certificate of % expired on 2021-01-01. Renew the certificate of dm-master, or set the clock of this machine right',
		],
		[
			'a certificate whose CA has expired',
			'outlived',
			{...client, ca: file('old-ca')},
			'The CA that signed the certificate of % has expired: “an old CA”. Renew the CA, and give its new certificate: --ssl-ca.',
		],
		[
			'a certificate of tomorrow',
			'early',
			client,
			'The certificate of % is valid only from 2119-01-01. Check the clocks of both machines, and the certificate.',
		],
		[
			'a certificate for another host',
			'elsewhere',
			client,
			'The certificate of % is for another host. Use a name or an address that it lists: dm-master.example.com.',
		],
	])('has its own message for %s', async (_name, server, tls, words) => {
		await using master = await RecordedMaster.start(mutual(server));
		expect(await whatIsSaid(master, tls)).toContain(words);
	});

	it('gives no advice for programmers', async () => {
		await using master = await RecordedMaster.start({tls: {cert: pem('server'), key: pem('server-key')}});
		await using observing = new Observing(
			quickProvider(`https://${master.address}`, {}, {...client, ca: file('stranger-ca')}),
		);
		const {problem} = await observing.until(isSilence);
		expect(problem.detail).toBe('unable to verify the first certificate (UNABLE_TO_VERIFY_LEAF_SIGNATURE)');
	});

	it('has its own message for http to a TLS port and for https to a plain one', async () => {
		await using secure = await RecordedMaster.start(mutual());
		expect(await whatIsSaid(secure, {}, 'http')).toContain('If it serves TLS, give --ssl-ca');
		expect(await whatIsSaid(secure, client, 'http')).toContain(
			'% closed the connection without an answer. If it serves TLS, write https:// before the address: with http:// the --ssl-… flags are not used.',
		);
		await using plain = await RecordedMaster.start();
		expect(await whatIsSaid(plain, client)).toContain('% does not speak TLS. Write http://');
	});

	it('recognizes a port without TLS that closes the connection at once, as dm-master does', async () => {
		await using plain = await startGate(1, (_first, socket) => {
			socket.end();
		});
		await using rude = await startGate(1, (_first, socket) => {
			socket.resetAndDestroy();
		});
		for (const gate of [plain, rude]) {
			await using observing = new Observing(quickProvider(`https://${gate.address}`, {}, client));
			const {problem} = await observing.until(isSilence);
			expect(problem.what).toBe(`${gate.address} does not speak TLS`);
		}
	});
});

describe('files that cannot be used', () => {
	it.each<[string, TlsFiles, string]>([
		[
			'is not there',
			{...client, ca: 'no-such.pem'},
			'--ssl-ca no-such.pem cannot be read: it does not exist',
		],
		['is a folder', {...client, key: fixturePath('tls')}, 'it is a folder'],
		['is no PEM', {...client, cert: fixturePath('tls', 'make.sh')}, 'make.sh is not a PEM file'],
		[
			'is missing beside its other half',
			{ca: client.ca, cert: client.cert},
			'--ssl-cert is given without --ssl-key',
		],
		[
			'is missing the other way round',
			{ca: client.ca, key: client.key},
			'--ssl-key is given without --ssl-cert',
		],
		[
			'does not fit',
			{...client, key: file('stranger-key')},
			`--ssl-key ${file('stranger-key')} does not belong to --ssl-cert ${file('client')}. Give the key that the certificate was made with.`,
		],
		[
			'is a damaged CA',
			{...client, ca: damaged('ca')},
			'--ssl-ca holds a certificate that cannot be read. It is damaged or cut: copy it again.',
		],
		[
			'is a damaged certificate',
			{...client, cert: damaged('client')},
			'--ssl-cert holds a certificate that cannot be read. It is damaged or cut: copy it again.',
		],
		[
			'is a damaged key',
			{...client, key: damaged('client-key')},
			'--ssl-key holds a private key that cannot be read. It is damaged or cut: copy it again.',
		],
		[
			'holds a key where a CA is wanted',
			{...client, ca: file('client-key')},
			'client-key.pem holds no certificate. It holds a private key.',
		],
		[
			'holds a key where a certificate is wanted',
			{...client, cert: file('client-key')},
			`--ssl-cert ${file('client-key')} holds no certificate. It holds a private key.`,
		],
		[
			'holds a certificate where a key is wanted',
			{...client, key: file('client')},
			'client.pem holds no private key. It holds a certificate.',
		],
		[
			'is a text of the wrong kind',
			{...client, key: pem('client')},
			'--ssl-key holds no private key. It holds a certificate.',
		],
		[
			'needs a password',
			{...client, key: file('client-key-encrypted')},
			`--ssl-key ${file('client-key-encrypted')} is encrypted. Give a key without a password: openssl pkey -in FILE -out NEW`,
		],
	])('are named: one %s', async (_name, tls, words) => {
		await using master = await RecordedMaster.start(mutual());
		expect(await whatIsSaid(master, tls)).toContain(words);
		expect(master.calls).toStrictEqual([]);
	});
});
