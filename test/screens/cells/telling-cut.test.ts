import {describe, expect, it} from 'vitest';
import {cutError, tellingCut} from '../../../source/screens/cells/telling-cut.js';

describe('names that do not fit', () => {
	it.each([
		[['dm-10.0.1.21-8262', 'dm-10.0.1.22-8262'], 8, ['…21-8262', '…22-8262']],
		[['dm-10.0.1.21-8262'], 8, ['…21-8262']],
		[['orders-archive-2024', 'orders-archive-2025'], 9, ['orde…2024', 'orde…2025']],
		[['replica-eu-of-the-shop', 'replica-us-of-the-shop'], 16, ['…-eu-of-the-shop', '…-us-of-the-shop']],
		[['replica-of-the-shop-eu-01', 'replica-of-the-shop-us-01'], 8, ['…p-eu-01', '…p-us-01']],
		[['customers', ''], 20, ['customers', '']],
		[['dm-10.0.1.21-8262', ''], 8, ['…21-8262', '']],
		[['dm-10.0.1.21-8262', 'orders'], 9, ['dm-1…8262', 'orders']],
	])('%j in %d columns are %j', (names, width, cut) => {
		const inWidth = tellingCut(names);
		expect(names.map(name => inWidth(name, width))).toEqual(cut);
	});
});

describe('an error that does not fit', () => {
	it.each([
		[
			'relay: write /data/relay-dir/395d: no space left on device',
			40,
			'relay: write /da…no space left on device',
		],
		['relay: write /data/395d: no space left on device', 36, 'relay: write…no space left on device'],
		['relay: no space left on device', 20, 'relay: no space lef…'],
		['Nothing accepts connections', 12, 'Nothing acc…'],
		['short: it is', 12, 'short: it is'],
	])('“%s” in %d columns keeps its reason if there is space', (text, width, cut) => {
		expect(cutError(text, width)).toBe(cut);
	});
});
