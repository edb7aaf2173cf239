import {expect, test} from 'vitest';
import {parseByteSize} from '../../../source/providers/recording/byte-size.js';

test.each([
	['500M', 500 * 1024 * 1024],
	['1.5G', 1.5 * 1024 ** 3],
	['64 MiB', 64 * 1024 * 1024],
	['2gb', 2 * 1024 ** 3],
	['10k', 10_240],
	['1048576', 1_048_576],
])('%s is %i bytes', (text, bytes) => {
	expect(parseByteSize(text)).toBe(bytes);
});

test.each(['', 'M', '5X', '-5M', '1e9', 'much', '5 0M', 'Infinity'])('“%s” is no size', text => {
	expect(parseByteSize(text)).toBeUndefined();
});
