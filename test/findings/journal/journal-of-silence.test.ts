/** The events of sources and clusters that stop answering, and of what is not seen meanwhile. */
import {expect, test} from 'vitest';
import {entry, entryOf, refusal, syncing, unbound} from '../../monitor/watched.js';
import {Journaled} from './journaled.js';

const all = ['s1', 's2', 's3'];
const answers = all.map(source => entry(source, [syncing('orders')]));

/** Three sources that have answered, asked one by one. */
const watchThree = (): Journaled => new Journaled().cluster({endpoint: 'm1:8261'}).part(...answers);

test('a source that stops answering, and answers again', () => {
	const watched = watchThree().wait(7).silence('no answer within 5 s', 's1');
	watched.wait(7).silence('no answer within 5 s', 's1').wait(60).part(answers[0]!);
	expect(watched.tellings()).toEqual([
		's1: The source did not answer: no answer within 5 s',
		's1: answers again after 1m07s',
	]);
	expect(watched.told[0]).toMatchObject({source: 's1', health: 'running'});
});

test('all sources stopping at once, and returning, are one event each', () => {
	const watched = watchThree();
	for (const source of all) {
		watched.wait(1).silence('did not answer within 5 s', source);
	}

	const silent = 'm1:8261: all 3 sources: The source did not answer: did not answer within 5 s';
	expect(watched.tellings()).toEqual([silent]);
	expect(watched.told[0]).toMatchObject({at: watched.now, health: 'silent'});
	watched.wait(30);
	for (const answer of answers) {
		watched.wait(1).part(answer);
	}

	expect(watched.tellings()).toEqual([silent, 'm1:8261: all 3 sources answer again after 33s']);
	expect(watched.told[0]).toMatchObject({at: watched.now, health: 'running'});
});

test('all of them refused in one answer are one event too', () => {
	const watched = watchThree().part(...all.map(source => refusal(source, 'context canceled')));
	expect(watched.tellings()).toEqual(['m1:8261: all 3 sources: The source did not answer: context canceled']);
});

test('sources that stop answering one by one over a long time keep their events', () => {
	const watched = watchThree();
	for (const source of all) {
		watched.wait(90).silence('no answer within 5 s', source);
	}

	expect(watched.told.map(({subject}) => subject)).toEqual(['s3', 's2', 's1']);
	watched.wait(90).part(answers[0]!).wait(90).part(answers[1]!).wait(90).part(answers[2]!);
	expect(watched.tellings().slice(3)).toEqual([
		's1: answers again after 4m30s',
		's2: answers again after 4m30s',
		's3: answers again after 4m30s',
	]);
});

test('while one source answers, each that does not is reported', () => {
	const watched = watchThree().silence('no answer', 's1', 's2');
	expect(watched.told.map(({subject}) => subject).toSorted()).toEqual(['s1', 's2']);
	watched.wait(3).part(answers[0]!, answers[1]!);
	expect(watched.tellings().slice(2).toSorted()).toEqual([
		's1: answers again after 3s',
		's2: answers again after 3s',
	]);
});

test('when one of several silent sources answers and stops again, only that one is reported', () => {
	const watched = watchThree().silence('no answer', ...all);
	watched.wait(5).part(answers[1]!).wait(5).silence('no answer', 's2');
	expect(watched.tellings()).toEqual([
		'm1:8261: all 3 sources: The source did not answer: no answer',
		's2: answers again after 5s',
		's2: The source did not answer: no answer',
	]);
});

test('a silent source that loses its worker is not reported as answering again', () => {
	const watched = new Journaled().whole(entryOf('s1', 'w1', [syncing('orders')]), entryOf('s2', 'w2', []));
	watched.wait(5).silence('no answer', 's1');
	watched.wait(40).whole(unbound('s1', ['orders']), entryOf('s2', 'w2', []));
	expect(watched.tellings()).toEqual([
		's1: The source did not answer: no answer',
		's1: No worker is bound to the source: nothing is replicated from it',
	]);
	watched.wait(5).whole(entryOf('s1', 'w1', [syncing('orders')]), entryOf('s2', 'w2', []));
	expect(watched.tellings().at(-1)).toBe('s1: has a worker again after 45s');
});

test('the whole cluster stops answering, and answers again', () => {
	const watched = new Journaled().cluster({endpoint: 'm1:8261'}).whole(entry('s1', [syncing('orders')]));
	watched
		.wait(5)
		.silence('m1:8261 refused the connection')
		.wait(64)
		.whole(entry('s1', [syncing('orders')]));
	expect(watched.tellings()).toEqual([
		'm1:8261: m1:8261 refused the connection',
		'm1:8261: answers again after 1m04s',
	]);
});

const late = (task: string) =>
	syncing(task, {masterBinlog: '(mysql-bin.000001, 9000)', synced: false, secondsBehindMaster: '4000'});

test('what nobody can see is not over: it is neither told as over nor as new when answers come again', () => {
	const watched = new Journaled().whole(entry('s1', [syncing('orders')]));
	watched.wait(5).whole(entry('s1', [late('orders')]));
	const ofLag = () => watched.told.filter(({finding}) => finding?.kind === 'lag-high');
	expect(ofLag()).toHaveLength(1);
	watched.wait(2).silence('m1:8261 refused the connection');
	for (let looks = 0; looks < 20; looks++) {
		watched.wait(5).look();
	}

	watched.wait(2).whole(entry('s1', [late('orders')]));
	expect(ofLag()).toHaveLength(1);
	watched.wait(10).whole(entry('s1', [syncing('orders')]));
	expect(ofLag()[0]?.text).toMatch(/^over after 1m54s: /v);
});

test('nor is it over while others answer again, but not yet the source that it is on', () => {
	const watched = new Journaled().part(entry('s1', [syncing('users')]), entry('s2', [syncing('orders')]));
	watched.wait(5).part(entry('s2', [late('orders')]));
	watched.wait(2).silence('m1:8261 refused the connection').wait(20).look();
	const ofLag = () =>
		watched.told.flatMap(({finding, text}) => (finding?.kind === 'lag-high' ? text : [])).toReversed();
	watched.wait(2).part(entry('s1', [syncing('users')]));
	watched.wait(1).part(entry('s1', [syncing('users')]));
	expect(ofLag()).toEqual(['1h06m behind its upstream']);
	watched.wait(1).part(entry('s2', [late('orders')]));
	expect(ofLag()).toEqual(['1h06m behind its upstream']);
	watched.wait(10).part(entry('s2', [syncing('orders')]));
	expect(ofLag()).toEqual(['1h06m behind its upstream', 'over after 36s: 1h06m behind its upstream']);
});

test('a lag is not over while it is not known', () => {
	const watched = new Journaled().whole(entry('s1', [syncing('orders')]));
	const ofLag = () =>
		watched.told.flatMap(({finding, text}) => (finding?.kind === 'lag-high' ? text : [])).toReversed();
	watched.wait(5).whole(entry('s1', [late('orders')]));
	// The upstream is not reached, then it answers, and nothing is in flight.
	watched.wait(10).whole(entry('s1', [syncing('orders', {masterBinlog: '', secondsBehindMaster: '4000'})]));
	for (let looks = 0; looks < 8; looks++) {
		watched.wait(10).whole(
			entry('s1', [
				syncing('orders', {
					masterBinlog: '(mysql-bin.000009, 9000)',
					synced: false,
					secondsBehindMaster: '0',
				}),
			]),
		);
	}

	watched.wait(10).whole(entry('s1', [late('orders')]));
	expect(ofLag()).toEqual(['1h06m behind its upstream']);
	watched.wait(10).whole(entry('s1', [syncing('orders')]));
	expect(ofLag()).toEqual(['1h06m behind its upstream', 'over after 1m50s: 1h06m behind its upstream']);
});

test('what was found on a source that stopped answering, or that has no worker, is not over', () => {
	const watched = new Journaled().whole(entryOf('s1', 'w1', [syncing('orders')]), entryOf('s2', 'w2', []));
	watched.wait(5).whole(entryOf('s1', 'w1', [late('orders')]), entryOf('s2', 'w2', []));
	watched.wait(5).silence('no answer', 's1');
	watched.wait(40).whole(unbound('s1', ['orders']), entryOf('s2', 'w2', []));
	watched.wait(40).whole(entryOf('s1', 'w3', [late('orders')]), entryOf('s2', 'w2', []));
	expect(watched.told.filter(({finding}) => finding?.kind === 'lag-high')).toHaveLength(1);
});
