import {describe, expect, it} from 'vitest';
import {forBash, readBashLine} from '../../../../source/modes/without-cluster/completion/bash-line.js';

const breaks = ' \t\n"\'@><=;|&(:';

describe('a line of bash', () => {
	it.each<[string, string[], string]>([
		['dm-top pause ', ['dm-top', 'pause', ''], ''],
		['dm-top  --file=/tmp/a:b', ['dm-top', '--file=/tmp/a:b'], ''],
		[String.raw`dm-top pause my\ task`, ['dm-top', 'pause', 'my task'], ''],
		['dm-top pause "my ta', ['dm-top', 'pause', 'my ta'], '"'],
		[String.raw`dm-top pause 'a\b' ''`, ['dm-top', 'pause', String.raw`a\b`, ''], ''],
		[String.raw`dm-top pause "a\"b'c" d`, ['dm-top', 'pause', 'a"b\'c', 'd'], ''],
		['dm-top pause $(touch /tmp/x)', ['dm-top', 'pause', '$(touch', '/tmp/x)'], ''],
		['dm-top pause \\', ['dm-top', 'pause', ''], ''],
	])('%s', (line, words, quote) => {
		expect(readBashLine(line)).toStrictEqual({words, quote});
	});

	it('gets a candidate that bash will not expand, from where bash splits words', () => {
		const bare = {typed: '', quote: '', breaks};
		expect(forBash('a b$(c)`d', bare)).toBe('a\\ b\\$\\(c\\)\\`d');
		expect(forBash('订单-1', bare)).toBe('订单-1');
		expect(forBash('--for=synced', {...bare, typed: '--for=s'})).toBe('synced');
		expect(forBash('@prod', {...bare, typed: '@p'})).toBe('prod');
		expect(forBash('@prod', {typed: '@p', quote: '', breaks: ' '})).toBe('@prod');
		expect(forBash('my task', {typed: 'my', quote: '"', breaks})).toBe('my task');
	});

	it('gets a candidate that ends no open quote, and is not executed in it', () => {
		const name = String.raw`a"b'c$(d)\e` + '`f`';
		expect(forBash(name, {typed: 'a', quote: '"', breaks})).toBe(String.raw`a\"b'c\$(d)\\e` + '\\`f\\`');
		expect(forBash(name, {typed: 'a', quote: "'", breaks})).toBe(String.raw`a"b'\''c$(d)\e` + '`f`');
	});
});
