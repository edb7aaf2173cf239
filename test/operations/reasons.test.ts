import {expect, test} from 'vitest';
import {reasonOfText} from '../../source/operations/following/reasons.js';

test('where DM said nothing, there is no reason, and nothing to do', () => {
	expect(reasonOfText('')).toEqual({brief: '', steps: [], dont: [], detail: []});
});
