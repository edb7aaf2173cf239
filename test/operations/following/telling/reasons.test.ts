import {expect, test} from 'vitest';
import {reasonOfText} from '../../../../source/operations/following/telling/reasons.js';

test('without a message from DM there is no reason, and nothing to do', () => {
	expect(reasonOfText('')).toEqual({brief: '', steps: [], dont: [], detail: []});
});
