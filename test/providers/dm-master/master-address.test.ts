import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {
	MasterAddressError,
	parseMasterAddresses,
} from '../../../source/providers/dm-master/master-address.js';

const anyText = fc.oneof(fc.string(), fc.webUrl(), fc.ipV6(), fc.ipV4());

const origins = (text: string, options?: {tls?: boolean}): string[] =>
	parseMasterAddresses(text, options).map(({origin}) => origin);

describe('parseMasterAddresses', () => {
	it.each([
		['dm-1', 'http://dm-1:8261'],
		['10.0.1.11', 'http://10.0.1.11:8261'],
		['10.0.1.11:9261', 'http://10.0.1.11:9261'],
		['[::1]:8261', 'http://[::1]:8261'],
		['[::1]', 'http://[::1]:8261'],
		['::1', 'http://[::1]:8261'],
		['2001:DB8::0:1', 'http://[2001:db8::1]:8261'],
		['http://dm-1', 'http://dm-1:8261'],
		['http://dm-1:80', 'http://dm-1:80'],
		['https://dm-1:443/', 'https://dm-1:443'],
		['HTTPS://DM-1:8261', 'https://dm-1:8261'],
		['dm_master-0:8261', 'http://dm_master-0:8261'],
	])('reads %s as %s', (text, origin) => {
		expect(origins(text)).toStrictEqual([origin]);
	});

	it('takes a list with commas and blanks, in its order', () => {
		expect(parseMasterAddresses(' a:1,b:2 ,, c:3\n').map(({label}) => label)).toStrictEqual([
			'a:1',
			'b:2',
			'c:3',
		]);
	});

	it('counts an address once however it is written', () => {
		expect(origins('a,A:8261,http://a,http://a:8261/')).toStrictEqual(['http://a:8261']);
	});

	it('uses https by default when there are certificates, and http if the address says so', () => {
		expect(origins('a,http://b', {tls: true})).toStrictEqual(['https://a:8261', 'http://b:8261']);
	});

	it.each([
		['', 'There is no dm-master address'],
		[' , ,', 'There is no dm-master address'],
		['ftp://a', '"ftp://a": dm-master speaks http:// or https://, not ftp://'],
		['a:8261/apis/v1alpha1', '"a:8261/apis/v1alpha1": leave out "/apis/v1alpha1"'],
		['http://a?x=1', 'leave out "?x=1"'],
		['user:secret@a', 'no users and passwords'],
		['a:0', '"0" is not a port'],
		['a:65536', '"65536" is not a port'],
		['a:http', '"http" is not a port'],
		['a:', '"" is not a port'],
		[':8261', '":8261" has no host'],
		['http://', '"http://" has no host'],
		['1:2:3', '"1:2:3" has too many colons'],
		['[::1', '"[::1" has too many colons'],
		['[fe80::1%eth0]:8261', '"fe80::1%eth0" is not an IPv6 address'],
		['[10.0.1.11]:8261', '"10.0.1.11" is not an IPv6 address'],
		['10.0.1.256', '"10.0.1.256" is neither a host name nor an IP address'],
		['a_b;c', '"a_b;c" is neither a host name nor an IP address'],
		['10.0.1.11,10.0.1.12,x!y', '"x!y" is neither'],
	])('refuses %j, saying what is wrong with which address', (text, message) => {
		expect(() => parseMasterAddresses(text)).toThrow(MasterAddressError);
		expect(() => parseMasterAddresses(text)).toThrow(message);
	});

	it('gives an origin that a URL accepts unchanged, or its own error, for any text', () => {
		fc.assert(
			fc.property(anyText, text => {
				try {
					for (const {origin, label} of parseMasterAddresses(text)) {
						expect(URL.canParse(origin)).toBe(true);
						expect(origin.endsWith(label)).toBe(true);
					}
				} catch (error) {
					expect(error).toBeInstanceOf(MasterAddressError);
				}
			}),
		);
	});
});
