/** One failed poll does not change everything that is shown, where a cluster is watched. */
import {expect, test} from 'vitest';
import {parseStatusDocument} from '../../../source/dm/parse-status.js';
import type {Observation} from '../../../source/providers/provider.js';
import {queryStatus} from '../../dm/recorded.js';
import {bound, entry, noon, refusal, syncing, Watched} from '../watched.js';

const answers = [entry('s1', [syncing('orders')]), entry('s2', [syncing('orders')])];

/** A cluster that is asked every 2 s and has just answered. */
const watchTwo = (): Watched =>
	new Watched({interval: 2000})
		.cluster({endpoint: 'm1:8261', workers: [bound('w1', 's1')]})
		.whole(...answers);

const fresh = {status: 'Running', missing: [], health: 'running', lag: {kind: 'seconds', seconds: 0}};
const old = {status: 'Running', missing: ['s1', 's2'], health: 'silent', lag: {kind: 'unknown'}};

const problemOf = (what: string) => ({what, fix: '', detail: ''});

const kinds = (watched: Watched): readonly string[] =>
	watched.view().diagnosis.findings.map(({kind}) => kind);

test('after one failed poll the problem is told and the rows stay; after the second in a row they are old', () => {
	const watched = watchTwo().wait(2).silence('connection refused');
	expect(watched.view()).toMatchObject({problem: {what: 'connection refused'}, isOld: false});
	expect(watched.task('orders')).toMatchObject(fresh);
	expect(watched.source('s1')).toMatchObject({stale: '', health: 'running'});
	expect(watched.view().totals.incomplete).toBe(0);
	expect(kinds(watched)).toEqual([]);
	watched.wait(1).silence('connection refused');
	expect(watched.view()).toMatchObject({isOld: true, problemSince: watched.now - 1000});
	expect(watched.task('orders')).toMatchObject(old);
	expect(watched.subtask('orders', 's1').stale).toBe('connection refused');
	expect(watched.source('s2')).toMatchObject({stale: 'connection refused', health: 'silent'});
	expect(kinds(watched)).toEqual(['cluster-silent']);
});

test('an answer after one failed poll leaves nothing behind: no row waits for its source, and the next failure is the first again', () => {
	const watched = watchTwo().wait(2).silence('connection refused').wait(1).part(answers[0]!);
	expect(watched.view()).toMatchObject({problem: undefined, isOld: false, problemSince: 0});
	expect(watched.task('orders')).toMatchObject(fresh);
	watched.wait(1).silence('connection reset');
	expect(watched.task('orders')).toMatchObject(fresh);
	expect(watched.events()).toEqual([]);
});

test('the rows are old by time as well, two intervals and an answer after the last one, though nothing else comes', () => {
	const watched = watchTwo().wait(2).silence('connection refused');
	expect(watched.wait(1.9).task('orders')).toMatchObject(fresh);
	expect(watched.wait(0.1).task('orders')).toMatchObject(old);
	expect(kinds(watched)).toEqual(['cluster-silent']);
	// Whoever answers first is fresh, the other until it answers too.
	watched.wait(1).part(answers[0]!);
	expect(watched.subtask('orders', 's1').stale).toBe('');
	expect(watched.subtask('orders', 's2').stale).toBe('no answer since the cluster answers again');
});

test('what an answer usually takes is added, but never more than a second', () => {
	const slow = (took: number): Watched => {
		const watched = watchTwo();
		for (let look = 0; look < 20; look++) {
			watched.wait(2).observe({
				kind: 'status',
				at: watched.now,
				took,
				status: parseStatusDocument(queryStatus(answers)),
			});
		}

		return watched.wait(1).silence('connection refused');
	};

	expect(slow(600).wait(3.5).view().isOld).toBe(false);
	expect(slow(600).wait(3.7).view().isOld).toBe(true);
	expect(slow(4000).wait(3.9).view().isOld).toBe(false);
	expect(slow(4000).wait(4).view().isOld).toBe(true);
});

test('a poll that fails after a long wait makes everything old at once', () => {
	const watched = watchTwo().wait(7).silence('m1:8261 did not answer within 5 s');
	expect(watched.task('orders')).toMatchObject(old);
});

test('where a file is only reported when it changes, it counts when it was last seen unchanged', () => {
	const watched = watchTwo().wait(600);
	const empty = (): Observation => ({
		kind: 'silence',
		at: watched.now,
		confirmedAt: watched.now - 1000,
		problem: problemOf('status.json is empty'),
	});
	watched.observe(empty());
	expect(watched.task('orders')).toMatchObject(fresh);
	expect(watched.wait(2.9).task('orders')).toMatchObject(fresh);
	expect(watched.wait(0.1).task('orders')).toMatchObject(old);
	watched
		.wait(1)
		.whole(...answers)
		.wait(600)
		.observe(empty())
		.wait(2)
		.observe(empty());
	expect(watched.task('orders')).toMatchObject(old);
});

test('an answer of nothing but a failure is a failed poll like any other', () => {
	const failed = JSON.stringify({result: false, msg: 'no leader', sources: []});
	const watched = watchTwo().wait(2).document(failed);
	expect(watched.task('orders')).toMatchObject(fresh);
	expect(watched.wait(2).document(failed).task('orders')).toMatchObject({missing: ['s1', 's2']});
	expect(kinds(watched)).toEqual(['no-leader']);
});

test('news of the members alone end no failure: they say nothing of the rows', () => {
	const watched = watchTwo().wait(2).silence('connection refused').wait(1).cluster({leader: 'm2'});
	expect(watched.view().problem?.what).toBe('connection refused');
	expect(watched.wait(1).silence('connection refused').task('orders')).toMatchObject(old);
});

test('while further masters are tried the poll has not failed yet', () => {
	const watched = watchTwo().wait(2);
	const problem = problemOf('m1:8261 refused the connection');
	watched.observe({kind: 'silence', at: watched.now, problem, isUnderWay: true});
	watched.wait(0.2).silence('No dm-master answers.');
	expect(watched.view()).toMatchObject({problem: {what: 'No dm-master answers.'}, isOld: false});
	expect(watched.wait(1).silence('No dm-master answers.').view().isOld).toBe(true);
	const hanging = watchTwo()
		.wait(2)
		.observe({kind: 'silence', at: noon + 2000, problem, isUnderWay: true});
	expect(hanging.wait(2).task('orders')).toMatchObject(old);
});

test('a source that DM says does not answer is old at once, and stays told when a poll of all fails', () => {
	const watched = watchTwo().wait(2).part(refusal('s2', '[code=38008] grpc request error'));
	expect(watched.subtask('orders', 's2').stale).toBe('[code=38008] grpc request error');
	watched.wait(1).silence('connection refused');
	expect(kinds(watched)).toEqual(['source-silent']);
	watched.wait(1).part(answers[0]!);
	expect(kinds(watched)).toEqual(['source-silent']);
});

test('a single look has no grace, nor has a cluster that has never answered', () => {
	expect(
		new Watched()
			.whole(...answers)
			.wait(1)
			.silence('connection refused')
			.task('orders'),
	).toMatchObject(old);
	const never = new Watched({interval: 2000}).silence('connection refused');
	expect(never.view()).toMatchObject({at: 0, isOld: true});
	expect(kinds(never)).toEqual(['cluster-silent']);
});

test('a clock that was set does not make a failure last', () => {
	const watched = watchTwo().wait(2).silence('connection refused').wait(-3600);
	watched.observe({kind: 'cluster', at: watched.now, leader: 'm1'});
	expect(watched.wait(5).task('orders')).toMatchObject(old);
	const ahead = watchTwo().wait(3600).silence('connection refused');
	expect(ahead.task('orders')).toMatchObject(old);
});
