/** What becomes of a source that an answer for all does not name. */
import {expect, test} from 'vitest';
import {queryStatus, readFixture} from '../../dm/recorded.js';
import {entry, syncing, Watched} from '../watched.js';

/** What OpenAPI and dmctl tell: a list of tasks, here without one. */
const noTasks = JSON.stringify({result: true, msg: '', tasks: []});

const kinds = (watched: Watched): ReadonlyArray<readonly [string, string]> =>
	watched.view().sources.map(({source, condition}) => [source, condition.kind]);

test('a source that has answered before is not forgotten, with a task or without', () => {
	const watched = new Watched().whole(entry('s1', [syncing('orders')]), entry('s2', []), entry('s3', []));
	watched.wait(2).whole(entry('s3', []));
	expect(kinds(watched)).toEqual([
		['s1', 'vanished'],
		['s2', 'vanished'],
		['s3', 'fresh'],
	]);
});

test('a source that never answered and is missing from an answer for all is forgotten', () => {
	const watched = new Watched().whole(entry('s1', [])).silence('no answer within 5 s', 's2');
	expect(kinds(watched).map(([source]) => source)).toEqual(['s1', 's2']);
	watched.wait(2).whole(entry('s1', []));
	expect(kinds(watched)).toEqual([['s1', 'fresh']]);
});

test('a source that never answered stays while only others are asked', () => {
	const watched = new Watched().whole(entry('s1', [])).silence('no answer within 5 s', 's2');
	watched.wait(2).part(entry('s1', []));
	expect(kinds(watched).map(([source]) => source)).toEqual(['s1', 's2']);
	watched.wait(2).document(queryStatus([entry('s1', [])]), {asked: ['s1', 's2']});
	expect(kinds(watched)).toEqual([
		['s1', 'fresh'],
		['s2', 'vanished'],
	]);
});

test('a list of tasks does not mention a source without tasks, which is forgotten; one with tasks is not', () => {
	const watched = new Watched().document(readFixture('dm-v7.5/syncing/dmctl-list.json'));
	const before = kinds(watched).length;
	expect(before).toBeGreaterThan(0);
	watched.wait(2).document(noTasks);
	expect(watched.tasks()).toEqual([]);
	expect(kinds(watched)).toEqual([]);
});
