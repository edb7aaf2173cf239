/** A long pause: from when on it is a warning, and what is no pause. */
import {expect, test} from 'vitest';
import {canceled, entry, errors, syncing, Watched} from '../../monitor/watched.js';
import {found, only} from '../diagnosed.js';

const place = 'orders mysql-01 worker-of-mysql-01';

const stopped = (watched: Watched, stage: string, result: unknown) =>
	watched.whole(entry('mysql-01', [syncing('orders', {}, {stage, result})]));

/** Looked at now, and again after twenty minutes. */
const held = (stage: string, result: unknown, watched = new Watched()): Watched =>
	stopped(stopped(watched, stage, result).wait(1200), stage, result);

test('a pause that was seen to begin says for how long exactly, and a warning says what to do', () => {
	const watched = new Watched().whole(entry('mysql-01', [syncing('orders')])).wait(5);
	const began = watched.now;
	held('Paused', canceled, watched);
	expect(only(watched, 'paused-long')).toMatchObject({
		severity: 'warning',
		since: began,
		isSinceAtLeast: false,
		brief: 'paused 20m',
		what: 'Paused for 20m',
		operations: ['resume'],
		retries: 'no',
	});
});

test('one that was there when first seen may be older', () => {
	expect(only(held('Paused', canceled), 'paused-long')).toMatchObject({
		isSinceAtLeast: true,
		brief: 'paused ≥20m',
		what: 'Paused for at least 20m',
	});
});

test('a pause without a result, or with an empty one, is a pause; one by an error is that error', () => {
	expect(found(held('Paused', null))).toContain(`paused-long ${place}`);
	expect(found(held('Paused', {isCanceled: false, errors: [], detail: null}))).toContain(
		`paused-long ${place}`,
	);
	expect(found(held('Paused', errors(36_067)))).toEqual([`subtask-error ${place}`]);
	// What a pause by hand leaves behind does not make it shorter.
	expect(found(held('Paused', {...errors(36_067), isCanceled: true}))).toContain(`paused-long ${place}`);
});

test('what is not paused, or was when its source last answered, has not been paused for long', () => {
	for (const stage of ['Running', 'Stopped', 'Finished']) {
		expect(found(held(stage, null))).not.toContain(`paused-long ${place}`);
	}

	const silent = held('Paused', canceled).wait(1).silence('mysql-01 did not answer', 'mysql-01');
	expect(found(silent)).not.toContain(`paused-long ${place}`);
	expect(found(silent)).toContain('source-silent mysql-01 worker-of-mysql-01');
});
