import {expect, test} from 'vitest';
import {
	hideAddress,
	hideInName,
	hideInSentence,
	isPublic,
} from '../../../../source/providers/recording/redact/hosts.js';
import {Pseudonyms} from '../../../../source/providers/recording/redact/pseudonyms.js';

const hide = (host: string): string => `<${host}>`;

test.each([
	['10.0.1.11:8261', 'host-1:8261'],
	['http://m1:8261', 'http://host-1:8261'],
	['https://m1.example.com:8261/apis/v1', 'https://host-1:8261'],
	['m1', 'host-1'],
	['[::1]:8261', 'host-1:8261'],
	['[fe80::1%eth0]', 'host-1'],
	['a/b:c', 'host-1'],
	['', ''],
])('the address %j becomes %j', (address, hidden) => {
	expect(hideAddress(address, new Pseudonyms())).toBe(hidden);
});

test('the same host has the same pseudonym, whatever its port', () => {
	const names = new Pseudonyms();
	expect(['m1:8261', 'm2:8261', 'http://m1:8262'].map(address => hideAddress(address, names))).toEqual([
		'host-1:8261',
		'host-2:8261',
		'http://host-1:8262',
	]);
});

test.each([
	['dm-10.0.1.13-8262', 'dm-<10.0.1.13>-8262'],
	['worker-db1.prod.example.com', '<worker-db1.prod.example.com>'],
	['fe80::1', '<fe80::1>'],
	['orders_v1.2', 'orders_v1.2'],
	['999.0.1.13', '999.0.1.13'],
	['1.2.3.4.5', '1.2.3.4.5'],
	['mysql-01', 'mysql-01'],
])('the name %s becomes %s', (name, hidden) => {
	expect(hideInName(name, hide)).toBe(hidden);
});

test.each([
	['dial tcp 10.0.1.11:3306: connection refused', 'dial tcp <10.0.1.11>:3306: connection refused'],
	['dial tcp [fe80::1]:3306', 'dial tcp [<fe80::1>]:3306'],
	['dial tcp db1:3306: i/o timeout', 'dial tcp <db1>:3306: i/o timeout'],
	['dial tcp db1:3306', 'dial tcp <db1>:3306'],
	['etcd m1:2379, m2:2379: no leader', 'etcd <m1>:2379, <m2>:2379: no leader'],
	['lookup db1 on 10.0.0.2:53: no such host', 'lookup <db1> on <10.0.0.2>:53: no such host'],
	['lookup db1: no such host', 'lookup <db1>: no such host'],
	["Can't connect to MySQL server on 'db1' (111)", "Can't connect to MySQL server on '<db1>' (111)"],
	['the host db1.prod.example.com is down', 'the host <db1.prod.example.com> is down'],
	['file shop.orders.0001.sql is broken', 'file shop.orders.0001.sql is broken'],
	['position:1234, line:12, code:1062', 'position:1234, line:12, code:1062'],
	['see https://docs.pingcap.com/tidb', 'see https://docs.pingcap.com/tidb'],
	['12:34:56 came', '12:34:56 came'],
	['c0149e17-dff1-11e8-b6a8-0242ac110004:1-14', 'c0149e17-dff1-11e8-b6a8-0242ac110004:1-14'],
])('%s', (text, hidden) => {
	expect(hideInSentence(text, hide)).toBe(hidden);
});

test('the host in DM’s own messages is not a user’s host', () => {
	expect(
		['docs.pingcap.com', 'github.com', 'pingcap.com.example.org', 'notgithub.com'].map(host =>
			isPublic(host),
		),
	).toEqual([true, true, false, false]);
});
