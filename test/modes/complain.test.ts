/** Problems on standard error. */
import {PassThrough} from 'node:stream';
import {expect, test} from 'vitest';
import {complainTo} from '../../source/modes/complain.js';

test('a problem that stays is told once, and again when it returns', () => {
	const errors = new PassThrough({encoding: 'utf8'});
	const say = complainTo(errors);
	for (const problem of [
		'the disk is full',
		'the disk is full',
		'',
		'the disk is full',
		'another',
		'another',
		'',
	]) {
		say(problem);
	}

	expect(errors.read()).toBe('dm-top: the disk is full\ndm-top: the disk is full\ndm-top: another\n');
});
