import {expect, test} from 'vitest';
import {isLeftover, trueErrors} from '../../../source/dm/derived/leftovers.js';
import {processError} from '../subtasks.js';

const canceled = processError({message: 'flush: context canceled'});
const closed = processError({rawCause: 'sql: connection is already closed'});
const duplicate = processError({rawCause: 'Error 1062 (23000): Duplicate entry'});

test('the message of a unit that was stopped is not taken for an error', () => {
	expect([canceled, closed, duplicate].map(error => isLeftover(error))).toEqual([true, true, false]);
	expect(isLeftover(processError({rawCause: 'context canceled'}))).toBe(true);
	expect(isLeftover(processError({message: 'connection is already closed'}))).toBe(true);
	expect(isLeftover(processError({}))).toBe(false);
});

test('a pause hides only the messages that it caused itself', () => {
	const errorsOf = (isCanceled: boolean, ...errors: Array<typeof canceled>) =>
		trueErrors({isCanceled, errors, detail: ''});
	expect(errorsOf(true, canceled, closed)).toEqual([]);
	expect(errorsOf(true, canceled, duplicate)).toEqual([canceled, duplicate]);
	// Nobody paused it: that it was stopped is all that is known.
	expect(errorsOf(false, canceled)).toEqual([canceled]);
	expect(errorsOf(true)).toEqual([]);
	expect(trueErrors(undefined)).toEqual([]);
});
