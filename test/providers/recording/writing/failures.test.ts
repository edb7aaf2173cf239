/** Why a recording does not continue, and what to do. */
import {expect, test} from 'vitest';
import {
	endProblem,
	goneProblem,
	slowProblem,
	writeProblem,
} from '../../../../source/providers/recording/writing/failures.js';

const failed = (code: string) => Object.assign(new Error(`${code}: write`), {code});

test.each([
	['ENOSPC', 'the disk is full'],
	['EDQUOT', 'the disk quota is used up'],
	['EFBIG', 'the file may not grow further'],
	['EIO', 'the disk fails'],
	['EROFS', 'the disk is read-only now'],
	['EPIPE', 'the reader has gone away'],
	['EODD', 'EODD: write'],
])('%s is reported as: %s', (code, why) => {
	expect(writeProblem('night.jsonl', failed(code), false)).toEqual({
		what: `The recording night.jsonl stopped: ${why}`,
		fix: 'It continues by itself when it can be written again.',
		detail: `${code}: write`,
	});
});

test('a recording that has ended must be started again', () => {
	const fix = 'Restart dm-top to record again.';
	expect(writeProblem('night.jsonl', failed('EPIPE'), true).fix).toBe(fix);
	expect(goneProblem('night.jsonl')).toEqual({
		what: 'night.jsonl was removed or moved away: the recording has ended',
		fix,
		detail: '',
	});
});

test('what is missing at the end stays missing: dm-top ends, too', () => {
	expect(endProblem('/data/night.jsonl', failed('EFBIG'))).toEqual({
		what: 'The recording /data/night.jsonl is not complete: the file may not grow further',
		fix: 'Free space there or record to another place, and run dm-top again.',
		detail: 'EFBIG: write',
	});
	expect(endProblem('/data/night.jsonl', failed('EPIPE')).fix).toBe('Run dm-top again to record again.');
	expect(endProblem('/data/night.jsonl', failed('EODD'))).toMatchObject({
		what: 'The recording /data/night.jsonl is not complete: EODD: write',
		fix: 'Record to another place, and run dm-top again.',
	});
});

test('a disk that is too slow is reported, with what is missing', () => {
	expect(slowProblem('night.jsonl')).toEqual({
		what: 'The disk is too slow for the recording night.jsonl: some observations are not in it',
		fix: 'It continues by itself.',
		detail: '',
	});
});
