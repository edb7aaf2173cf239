/** What a certificate says, for messages about it. */
import {X509Certificate} from 'node:crypto';

/** The parts of a certificate that people know it by. */
export type Certificate = {
	/** Whose it is, and who signed it: the common name, else the organization; '' for none. */
	readonly subject: string;
	readonly issuer: string;
	/** From when and until when it is valid, ms since the epoch. */
	readonly from: number;
	readonly until: number;
	/** The hosts and addresses that it is for. */
	readonly hosts: readonly string[];
	/** Whether it may sign others. */
	readonly isCa: boolean;
};

const block = /-----BEGIN (?:X509 |TRUSTED )?CERTIFICATE-----/v;

/** The value of a field in a name, of which there is one on each line. */
const field = (name: string, key: string): string | undefined =>
	name
		.split('\n')
		.find(line => line.startsWith(`${key}=`))
		?.slice(key.length + 1);

const nameOf = (name: string | undefined): string => field(name ?? '', 'CN') ?? field(name ?? '', 'O') ?? '';

/** A certificate as PEM text or in bytes; undefined when it cannot be read. */
export const readCertificate = (given: string | Uint8Array | undefined): Certificate | undefined => {
	if (given === undefined) {
		return undefined;
	}

	try {
		const {subject, issuer, validFrom, validTo, subjectAltName = '', ca} = new X509Certificate(given);
		return {
			subject: nameOf(subject),
			issuer: nameOf(issuer),
			from: Date.parse(validFrom),
			until: Date.parse(validTo),
			hosts: subjectAltName
				.split(', ')
				.flatMap(entry => /^(?:DNS|IP Address):(?<host>.+)$/v.exec(entry)?.groups?.['host'] ?? []),
			isCa: ca,
		};
	} catch {
		return undefined;
	}
};

/** The first certificate of a PEM text; undefined when it has none, or it cannot be read. */
export const firstCertificate = (pem: string): Certificate | undefined => {
	const start = pem.search(block);
	return start === -1 ? undefined : readCertificate(pem.slice(start));
};
