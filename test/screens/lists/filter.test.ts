import {describe, expect, it} from 'vitest';
import {matches, parseFilter} from '../../../source/screens/lists/filter.js';

const kept = (filter: string, words: string) => matches(parseFilter(filter), words);

describe('a filter', () => {
	it('wants every word, anywhere, in any case', () => {
		expect(kept('orders err', 'Orders-shard Error Sync')).toBe(true);
		expect(kept('orders load', 'Orders-shard Error Sync')).toBe(false);
	});

	it('wants a word after ! to be absent', () => {
		expect(kept('!finished', 'legacy Finished')).toBe(false);
		expect(kept('!finished legacy', 'legacy Running')).toBe(true);
	});

	it('means nothing while it is empty or only a !', () => {
		expect(kept('', 'x')).toBe(true);
		expect(kept(' ! ', 'x')).toBe(true);
	});
});
