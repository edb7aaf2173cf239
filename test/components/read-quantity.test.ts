import {expect, test} from 'vitest';
import {parseByteSize, parseQuantity, parseSeconds} from '../../source/components/read-quantity.js';

test.each([
	['500M', 500 * 1024 * 1024],
	['1.5G', 1.5 * 1024 ** 3],
	['64 MiB', 64 * 1024 * 1024],
	['2gb', 2e9],
	['300MB', 300e6],
	['48 GB', 48e9],
	['1GiB', 1024 ** 3],
	['12b', 12],
	['1.5T', 1.5 * 1024 ** 4],
	['10k', 10_240],
	['1048576', 1_048_576],
])('%s is %i bytes', (text, bytes) => {
	expect(parseByteSize(text)).toBe(bytes);
});

test.each(['', 'M', 'GB', '5iB', '5X', '-5M', '1e9', 'much', '5 0M', 'Infinity'])(
	'“%s” is not a size',
	text => {
		expect(parseByteSize(text)).toBeUndefined();
	},
);

test.each([
	['90s', 90],
	['5m', 300],
	['1h30m', 5400],
	['2d', 172_800],
	['-5m', -300],
	['1.5h', 5400],
	['1h 30m', 5400],
])('%s is %i seconds', (text, seconds) => {
	expect(parseSeconds(text)).toBe(seconds);
});

test.each(['', '5', 'm', '5x', '5m-3s', '--5s'])('“%s” is not a duration', text => {
	expect(parseSeconds(text)).toBeUndefined();
});

test.each([
	['60', 60],
	['0.5', 0.5],
	['5m', 300],
	['1h30m', 5400],
	['2d', 172_800],
	['2.5k', 2500],
	['2K', 2048],
	['10M', 10_485_760],
	['10MB', 10_000_000],
	['1.5GiB', 1.5 * 1024 ** 3],
])('%s is the number %d', (text, number) => {
	expect(parseQuantity(text)).toBe(number);
});

test.each(['', 'm', 'k', '5x', '-5m', '-5', '5mb', '1h30', '5M3s', 'Infinity'])(
	'“%s” is not a number',
	text => {
		expect(parseQuantity(text)).toBeUndefined();
	},
);
