/** What a failed TLS handshake means: which certificate is wrong, of which file, and what to do. */
import type {OfMaster, Phrase} from '../../../language/text.js';
import {namesText} from '../../../language/sentences.js';
import {say} from '../../../language/say.js';
import type {Problem} from '../../provider.js';
import {type Certificate, firstCertificate} from './certificate.js';
import {type TlsFiles, type TlsTexts, nameOfFile} from './tls-files.js';

/** A handshake that failed. */
export type Handshake = {
	/** The code of OpenSSL, or the alert of the other side. */
	readonly code: string;
	/** The address of the dm-master. */
	readonly label: string;
	/** The certificate of the other side, as far as it came. */
	readonly peer: Certificate | undefined;
	readonly files: TlsFiles;
	/** What is in the files. */
	readonly texts: TlsTexts;
};

/** What went wrong, and what to do. */
type Words = Pick<Problem, 'what' | 'fix'>;

const giveClientCertificate = 'Give a client certificate that its CA signed: --ssl-cert and --ssl-key.';

/** The words for a server that does not speak TLS. */
export const plainServer = [
	'{master} does not speak TLS',
	'Write http:// before the address, or leave out the --ssl-… flags.',
] as const;

/** A day as certificates count them, in UTC. */
const day = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** Why a client certificate may not be accepted, as far as the certificate itself shows. */
const aboutClient = (certificate: Certificate | undefined): string | undefined => {
	if (certificate === undefined) {
		return undefined;
	}

	return certificate.until < Date.now()
		? say('It expired on {day}: renew the client certificate.', {day: day(certificate.until)})
		: say('It is signed by “{issuer}”: give a client certificate that the CA of dm-master signed.', {
				issuer: certificate.issuer,
			});
};

/** What to do where the other side closed the connection, without a word, after the client has shown its certificate. */
export const closedAfterHandshake = (files: TlsFiles, texts: TlsTexts): string => {
	if (texts.cert === undefined) {
		return say(giveClientCertificate);
	}

	const cert = nameOfFile('cert', files);
	const certificate = firstCertificate(texts.cert);
	if (certificate === undefined) {
		return say('It may not accept {cert}.', {cert});
	}

	return certificate.until < Date.now()
		? say('{cert} expired on {day}: renew the client certificate.', {cert, day: day(certificate.until)})
		: say(
				'It may not accept {cert}, which is signed by “{issuer}”: give a client certificate that the CA of dm-master signed.',
				{cert, issuer: certificate.issuer},
			);
};

/** The certificate of the other side is not signed by a CA that is trusted. */
const unknownCa = ({label, peer, files, texts}: Handshake): Words => {
	const issuer = peer?.issuer ?? '';
	if (texts.ca === undefined) {
		return issuer === ''
			? {
					what: say('The certificate of {master} is signed by an unknown CA', {master: label}),
					fix: say('Give the CA that signed its certificate: --ssl-ca.'),
				}
			: {
					what: say('The certificate of {label} is signed by an unknown CA, “{issuer}”', {label, issuer}),
					fix: say('Give the certificate of that CA: --ssl-ca.'),
				};
	}

	const ca = nameOfFile('ca', files);
	if (issuer === '') {
		return {
			what: say('The certificate of {label} is not signed by a CA of {ca}', {label, ca}),
			fix: say('Give the CA that signed its certificate: --ssl-ca.'),
		};
	}

	const what = say('The certificate of {label} is signed by “{issuer}”, not by a CA of {ca}', {
		label,
		issuer,
		ca,
	});
	const {subject = '', isCa = true} = firstCertificate(texts.ca) ?? {};
	if (!isCa) {
		return {
			what,
			fix: say(
				'That file holds the certificate of “{subject}”, which is not a CA: give the certificate of “{issuer}”.',
				{subject, issuer},
			),
		};
	}

	return {
		what,
		fix:
			subject === issuer
				? say(
						'That file holds another CA of the same name, an older or a newer one: give the one that signed the certificate.',
					)
				: say('That file holds “{subject}”: give the certificate of “{issuer}”.', {subject, issuer}),
	};
};

const expired = ({label, peer}: Handshake): Words => {
	if (peer === undefined) {
		return {
			what: say('The certificate of {master} has expired', {master: label}),
			fix: say('Renew the certificate of dm-master.'),
		};
	}

	return peer.until > Date.now()
		? {
				what: say('The CA that signed the certificate of {label} has expired: “{issuer}”', {
					label,
					issuer: peer.issuer,
				}),
				fix: say('Renew the CA, and give its new certificate: --ssl-ca.'),
			}
		: {
				what: say('The certificate of {label} expired on {day}', {label, day: day(peer.until)}),
				fix: say(
					'Renew the certificate of dm-master, or set the clock of this machine right: it says {day}.',
					{day: day(Date.now())},
				),
			};
};

const notYetValid = ({label, peer}: Handshake): Words => ({
	what:
		peer === undefined || peer.from < Date.now()
			? say('The certificate of {master} is not valid yet', {master: label})
			: say('The certificate of {label} is valid only from {day}', {label, day: day(peer.from)}),
	fix: say('Check the clocks of both machines, and the certificate.'),
});

/** How many hosts of a certificate are named. */
const mostHosts = 5;

const otherHost = ({label, peer}: Handshake): Words => {
	const hosts = peer?.hosts ?? [];
	const named = namesText(hosts.slice(0, mostHosts));
	return {
		what: say('The certificate of {master} is for another host', {master: label}),
		fix:
			hosts.length === 0
				? say('Use a name or an address that the certificate lists.')
				: say('Use a name or an address that it lists: {hosts}.', {
						hosts: hosts.length > mostHosts ? `${named}…` : named,
					}),
	};
};

const clientRequired = (handshake: Handshake): Words =>
	handshake.texts.cert === undefined
		? {
				what: say('{master} requires a client certificate', {master: handshake.label}),
				fix: say(giveClientCertificate),
			}
		: clientRefused(handshake);

const clientRefused = ({label, files, texts}: Handshake): Words => ({
	what: say('{label} does not accept {cert}', {label, cert: nameOfFile('cert', files)}),
	fix: aboutClient(firstCertificate(texts.cert ?? '')) ?? say(giveClientCertificate),
});

const fixed =
	(what: OfMaster, fix: Phrase) =>
	({label}: Handshake): Words => ({what: say(what, {master: label}), fix: say(fix)});

const failedHandshake = fixed(
	'The TLS handshake with {master} failed',
	'Check --ssl-ca, --ssl-cert and --ssl-key.',
);

/** By the code of OpenSSL; a server that gets no client certificate, or one it does not like, may say either. */
const problems: ReadonlyArray<readonly [codes: RegExp, words: (handshake: Handshake) => Words]> = [
	[/ALERT_UNKNOWN_CA|ALERT_BAD_CERTIFICATE|ALERT_CERTIFICATE_|ALERT_ACCESS_DENIED/v, clientRequired],
	[/ALERT_DECRYPT_ERROR/v, clientRefused],
	[
		/ALERT_HANDSHAKE_FAILURE/v,
		handshake =>
			handshake.texts.cert === undefined ? clientRequired(handshake) : failedHandshake(handshake),
	],
	[
		/^(?:UNABLE_TO_VERIFY_LEAF_SIGNATURE|UNABLE_TO_GET_ISSUER_CERT(?:_LOCALLY)?|SELF_SIGNED_CERT_IN_CHAIN|DEPTH_ZERO_SELF_SIGNED_CERT|CERT_UNTRUSTED|CERT_SIGNATURE_FAILURE|INVALID_CA)$/v,
		unknownCa,
	],
	[/^CERT_HAS_EXPIRED$/v, expired],
	[/^CERT_NOT_YET_VALID$/v, notYetValid],
	[/^ERR_TLS_CERT_ALTNAME_INVALID$/v, otherHost],
	[
		/WRONG_VERSION_NUMBER|PACKET_LENGTH_TOO_LONG|HTTP_REQUEST|UNEXPECTED_MESSAGE|UNKNOWN_PROTOCOL|RECORD_LAYER_FAILURE/v,
		fixed(...plainServer),
	],
	[/^ERR_SSL|^EPROTO|^ERR_TLS/v, failedHandshake],
];

/** The words for a failed handshake; undefined for a code that is not about TLS. */
export const tlsProblem = (handshake: Handshake): Words | undefined =>
	problems.find(([codes]) => codes.test(handshake.code))?.[1](handshake);
