import {expect, test} from 'vitest';
import {parseByteSize} from '../../source/providers/byte-size.js';

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
