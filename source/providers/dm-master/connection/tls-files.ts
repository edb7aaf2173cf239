import {createPrivateKey} from 'node:crypto';
import {createSecureContext} from 'node:tls';
import {say} from '../../../language/say.js';
import {readTextFile} from '../../../terminal/files/text-file.js';
import {codeOf, fileReason, messageOf} from '../../../terminal/thrown.js';
import {CallFailure} from './call-failure.js';
import {firstCertificate} from './certificate.js';

/** Dmctl's `--ssl-ca`, `--ssl-cert` and `--ssl-key`: each a path, or the PEM text itself. */
export type TlsFiles = {readonly ca?: string; readonly cert?: string; readonly key?: string};

/** The same as PEM texts. */
export type TlsTexts = {readonly ca?: string; readonly cert?: string; readonly key?: string};

const flags = {ca: '--ssl-ca', cert: '--ssl-cert', key: '--ssl-key'} as const;

/** The flag for a file, with its path; a PEM text given in place of a path is not repeated in a message. */
export const nameOfFile = (kind: keyof TlsFiles, files: TlsFiles): string => {
	const value = files[kind] ?? '';
	return value === '' || value.includes('-----BEGIN') ? flags[kind] : `${flags[kind]} ${value}`;
};

const problemWithFile = (what: string, fix: string, detail = ''): CallFailure =>
	new CallFailure({what, fix, detail}, {scope: 'master'});

/** What each file has to contain: the label of a PEM block, and the message where it is missing. */
const contents = {
	ca: [/-----BEGIN (?:X509 |TRUSTED )?CERTIFICATE-----/v, '{name} holds no certificate'],
	cert: [/-----BEGIN (?:X509 |TRUSTED )?CERTIFICATE-----/v, '{name} holds no certificate'],
	key: [/-----BEGIN [ A-Z]*PRIVATE KEY-----/v, '{name} holds no private key'],
} as const;

/** What a PEM text contains, in words, for those who gave the wrong file. */
const heldBy = (text: string): string => {
	const label = /-----BEGIN (?<label>[\d A-Z]+)-----/v.exec(text)?.groups?.['label'];
	return label === undefined ? '' : say('It holds a {label}.', {label: label.toLowerCase()});
};

const readText = async (kind: keyof typeof flags, value: string): Promise<string> => {
	try {
		return await readTextFile(value);
	} catch (error) {
		const why: ReadonlyMap<string, string> = new Map([
			['ENOENT', say('it does not exist')],
			['EACCES', say('you do not have permission to read it')],
			['EISDIR', say('it is a folder')],
		]);
		throw problemWithFile(
			say('{path} cannot be read: {why}', {
				path: `${flags[kind]} ${value}`,
				why: why.get(codeOf(error)) ?? fileReason(error),
			}),
			say('Give {flag} the path of a PEM file.', {flag: flags[kind]}),
		);
	}
};

const copyAgain = 'It is damaged or cut: copy it again.';

/** Refuses a key that is encrypted, since a password cannot be given, or cannot be read. */
const checkKey = (text: string, name: string): void => {
	if (/-----BEGIN ENCRYPTED|^Proc-Type: 4,ENCRYPTED/mv.test(text)) {
		throw problemWithFile(
			say('{name} is encrypted', {name}),
			say('Give a key without a password: openssl pkey -in FILE -out NEW writes one.'),
		);
	}

	try {
		createPrivateKey(text);
	} catch (error) {
		throw problemWithFile(
			say('{name} holds a private key that cannot be read', {name}),
			say(copyAgain),
			messageOf(error),
		);
	}
};

const readOne = async (kind: keyof typeof flags, value: string): Promise<string> => {
	const text = value.includes('-----BEGIN') ? value : await readText(kind, value);
	const name = nameOfFile(kind, {[kind]: value});
	if (!text.includes('-----BEGIN')) {
		throw problemWithFile(
			say('{name} is not a PEM file', {name}),
			say('A PEM file has a line that starts with -----BEGIN.'),
		);
	}

	const [label, without] = contents[kind];
	if (!label.test(text)) {
		throw problemWithFile(say(without, {name}), heldBy(text));
	}

	if (kind === 'key') {
		checkKey(text, name);
	} else if (firstCertificate(text) === undefined) {
		throw problemWithFile(say('{name} holds a certificate that cannot be read', {name}), say(copyAgain));
	}

	return text;
};

/**
 * Reads the files each time, so that a renewed certificate is used from the next connection on, and checks that they
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
		throw problemWithFile(
			say('{flag} is given without {other}', {
				flag: texts.key === undefined ? flags.cert : flags.key,
				other: texts.key === undefined ? flags.key : flags.cert,
			}),
			say('A client certificate needs both, the certificate and its key.'),
		);
	}

	try {
		createSecureContext(texts);
	} catch (error) {
		const code = codeOf(error);
		const detail = error instanceof Error ? error.message : '';
		throw code === 'ERR_OSSL_X509_KEY_VALUES_MISMATCH'
			? problemWithFile(
					say('{key} does not belong to {cert}', {
						key: nameOfFile('key', files),
						cert: nameOfFile('cert', files),
					}),
					say('Give the key that the certificate was made with.'),
					detail,
				)
			: problemWithFile(
					say('The TLS files cannot be used: {why}', {why: detail}),
					say('Check --ssl-ca, --ssl-cert and --ssl-key.'),
					code,
				);
	}

	return texts;
};
