/** Hosts in addresses, in names and in sentences. */
import {isIP} from 'node:net';
import type {Pseudonyms} from './pseudonyms.js';

/** In names the parts are joined by any character: "dm-10.0.1.13-8262". */
const joinedIpv4 = /(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?![\d.])/gv;

const ipv6 = /(?<![\w\-.:])[\da-f]{0,4}(?::[\da-f]{0,4}){2,7}(?:[\d.]{7,15})?(?:%\w+)?(?![\w:])/giv;

const qualified = /(?<![\w\-.@])[a-z][\w\-]*(?:\.[\w\-]+){2,}(?![\w\-])/giv;

/** "db1:3306"; a UUID before a colon begins a GTID, and some words name a place in text. */
const withPort =
	/(?<![\w\-.])(?!(?:position|pos|line|column|row|code|error|errno|offset|id|port)\b)(?![\da-f]{8}-)[a-z][\w\-]*(?:\.[\w\-]+)*(?=:\d{2,5}(?![\d\-]|:\S))/giv;

/** Hosts in DM's own messages are not the user's. */
export const isPublic = (host: string): boolean => /(?:^|\.)(?:pingcap|github)\.com$/iv.test(host);

const isHostname = (text: string): boolean => /\.[a-z][\w\-]*$/iv.test(text) && !isPublic(text);

/** What replaces a host in text. */
type Hide = (host: string) => string;

const hideAddresses = (text: string, hide: Hide): string =>
	text
		.replaceAll(ipv6, host => (isIP(host.split('%', 1)[0] ?? '') === 6 ? hide(host) : host))
		.replaceAll(joinedIpv4, host => (isIP(host) === 4 ? hide(host) : host));

/** Hides hosts in a name, such as a worker's; the rest of it stays. */
export const hideInName = (name: string, hide: Hide): string =>
	hideAddresses(name, hide).replaceAll(qualified, host => (isHostname(host) ? hide(host) : host));

/** Hides the hosts in a sentence. What one pattern has hidden is a mark for the others, and replaced at the end. */
export const hideInSentence = (text: string, hide: Hide): string => {
	const hidden: string[] = [];
	const mark = (host: string): string => {
		hidden.push(hide(host));
		return `\u{E002}${hidden.length - 1}\u{E003}`;
	};

	return hideAddresses(text.replaceAll(/[\u{E002}\u{E003}]/gv, ''), mark)
		.replaceAll(/(?<=\blookup )[\w\-.]+(?= on\b|:)/giv, host => mark(host))
		.replaceAll(/(?<=\b(?:server on|server host|host|hostname) ')[^'\u{E000}-\u{E003}]+(?=')/giv, host =>
			mark(host),
		)
		.replaceAll(withPort, host => mark(host))
		.replaceAll(qualified, host =>
			isHostname(host) && !/\.(?:sql|csv|parquet)$/iv.test(host) ? mark(host) : host,
		)
		.replaceAll(/\u{E002}(?<index>\d+)\u{E003}/gv, (_, index: string) => hidden[Number(index)] ?? '');
};

/** Hides the host of an address: "http://m1:8261", "[::1]:8261", "10.0.1.11:8261", or any other form. */
export const hideAddress = (address: string, names: Pseudonyms): string => {
	const parts =
		/^(?<scheme>[a-z]+:\/\/)?(?:\[(?<v6>[^\]]+)\]|(?<host>[^\/:]+))(?<rest>(?::\d+)?(?:\/.*)?)$/iv.exec(
			address,
		)?.groups;
	if (!parts) {
		return address === '' ? '' : names.of('host', address);
	}

	const {scheme = '', v6, host = '', rest = ''} = parts;
	return `${scheme}${names.of('host', v6 ?? host)}${rest.split('/', 1)[0] ?? ''}`;
};
