/** Numbers over the whole cluster: what counts as a source that should answer. */
import {expect, test} from 'vitest';
import {bound, entry, refusal, syncing, unbound, Watched} from '../watched.js';

const counted = (watched: Watched): readonly [bound: number, unheard: number] => {
	const {sourcesBound, sourcesUnheard} = watched.view().totals;
	return [sourcesBound, sourcesUnheard];
};

test('a source that has never answered is counted as long as a worker has it', () => {
	const watched = new Watched().cluster({
		workers: [bound('w1', 's1'), bound('w2', 's2'), bound('w3', 's3')],
	});
	expect(counted(watched)).toEqual([3, 3]);
	watched.wait(1).whole(entry('s1', [syncing('a')]), refusal('s2', 'DeadlineExceeded'), unbound('s3', ['a']));
	expect(counted(watched)).toEqual([2, 1]);
	watched.wait(1).whole(entry('s1', [syncing('a')]), entry('s2', [syncing('a')]), unbound('s3', ['a']));
	expect(counted(watched)).toEqual([2, 0]);
	watched.wait(1).silence('no answer', 's2');
	expect(counted(watched)).toEqual([2, 0]);
});

test('a source that is gone is not one that should answer', () => {
	const watched = new Watched().whole(entry('s1', [syncing('a')]), entry('s2', [syncing('a')]));
	expect(counted(watched)).toEqual([2, 0]);
	expect(counted(watched.wait(1).whole(entry('s1', [syncing('a')])))).toEqual([1, 0]);
});
