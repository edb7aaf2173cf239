import {expect, it} from 'vitest';
import {asCallFailure, CallFailure} from '../../../../source/providers/dm-master/connection/call-failure.js';

const said = 'open dm:Hunter2Tr0ub@tcp(db:4000)/: \u{1B}[2J';
const hidden = 'open dm:******@tcp(db:4000)/: ␛[2J';

it.each([
	['a failure', new CallFailure({what: said, fix: '', detail: said}, {scope: 'call'}), hidden],
	['what else was thrown', asCallFailure(new Error(said)), ''],
])('%s is without secrets and control characters, in its message too', (_name, failure, detail) => {
	expect(failure.problem).toStrictEqual({what: hidden, fix: '', detail});
	expect(failure.message).toBe(hidden);
	expect(String(failure.stack)).not.toContain('Hunter2Tr0ub');
});
