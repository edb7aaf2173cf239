import {readFile} from 'node:fs/promises';
import {createSecureContext} from 'node:tls';
import {CallFailure} from './call-failure.js';

/** Dmctl's `--ssl-ca`, `--ssl-cert` and `--ssl-key`: each a path, or the PEM text itself. */
export type TlsFiles = {readonly ca?: string; readonly cert?: string; readonly key?: string};

/** The same as PEM texts. */
export type TlsTexts = {readonly ca?: string; readonly cert?: string; readonly key?: string};

const flags = {ca: '--ssl-ca', cert: '--ssl-cert', key: '--ssl-key'} as const;

const errorCode = (error: unknown): string =>
	error instanceof Error && 'code' in error ? String(error.code) : '';

const troubleWithFile = (what: string, fix: string, detail = ''): CallFailure =>
	new CallFailure({what, fix, detail}, {scope: 'master'});

const readOne = async (kind: keyof typeof flags, value: string): Promise<string> => {
	if (value.includes('-----BEGIN')) {
		return value;
	}

	let text: string;
	try {
		text = await readFile(value, 'utf8');
	} catch (error) {
		const why: Record<string, string> = {
			ENOENT: 'it does not exist',
			EACCES: 'you may not read it',
			EISDIR: 'it is a folder',
		};
		throw troubleWithFile(
			`${flags[kind]} ${value} cannot be read: ${why[errorCode(error)] ?? String(error)}`,
			`Give ${flags[kind]} the path of a PEM file.`,
		);
	}

	if (!text.includes('-----BEGIN')) {
		throw troubleWithFile(
			`${flags[kind]} ${value} is not a PEM file`,
			'A PEM file has a line that starts with -----BEGIN.',
		);
	}

	return text;
};

/**
 * Reads the files anew, so that a renewed certificate counts from the next connection on, and checks that they
 * belong together.
 *
 * @throws {CallFailure} Naming the flag and the file.
 */
export const readTlsFiles = async (files: TlsFiles): Promise<TlsTexts> => {
	const texts: TlsTexts = Object.fromEntries(
		await Promise.all(
			(Object.keys(flags) as Array<keyof typeof flags>)
				.filter(kind => files[kind] !== undefined && files[kind] !== '')
				.map(async kind => [kind, await readOne(kind, files[kind] ?? '')] as const),
		),
	);
	if ((texts.cert === undefined) !== (texts.key === undefined)) {
		throw troubleWithFile(
			`${texts.key === undefined ? flags.cert : flags.key} is given without ${texts.key === undefined ? flags.key : flags.cert}`,
			'A client certificate needs both, the certificate and its key.',
		);
	}

	try {
		createSecureContext(texts);
	} catch (error) {
		const code = errorCode(error);
		const detail = error instanceof Error ? error.message : '';
		throw code === 'ERR_OSSL_X509_KEY_VALUES_MISMATCH'
			? troubleWithFile(
					`The key of ${flags.key} does not belong to the certificate of ${flags.cert}`,
					'Give the key that the certificate was made with.',
					detail,
				)
			: troubleWithFile(
					`The TLS files cannot be used: ${detail}`,
					'Each is a PEM file; the key must not need a password.',
					code,
				);
	}

	return texts;
};
