/** What an answer leaves out is said: the rest of it would look as if nothing were wrong. */
import {expect, test} from 'vitest';
import {withDiagnosis} from '../../../source/findings/diagnose.js';
import {behind, entryOf, syncing, unbound, Watched} from '../../monitor/watched.js';
import {found, only} from '../diagnosed.js';
import {Journaled} from '../journal/journaled.js';

const healthy = entryOf('mysql-01', 'w1', [syncing('orders')]);

test.for([[{}], [{source: ''}], [{source: null, worker: 'w2'}]])(
	'an answer whose source is %j belongs to nobody: that is said',
	([sourceStatus]) => {
		const nobody = {...entryOf('mysql-02', 'w2', [syncing('orders')]), sourceStatus};
		const watched = new Watched().whole(healthy, nobody);
		expect(found(watched)).toEqual(['unreadable']);
		expect(only(watched, 'unreadable').why[0]).toContain('sourceStatus.source');
	},
);

test.for([[null], [undefined]])('subtasks that are %j are not none', ([subTaskStatus]) => {
	const watched = new Watched().whole(healthy, {...entryOf('mysql-02', 'w2', []), subTaskStatus});
	expect(found(watched)).toContain('unreadable');
	expect(found(new Watched().whole(healthy, entryOf('mysql-02', 'w2', [])))).toEqual([]);
});

test('a negative lag is no lag of 0', () => {
	const watched = new Watched().whole(
		entryOf('mysql-01', 'w1', [behind('orders', {secondsBehindMaster: '-1'})]),
	);
	expect(withDiagnosis(watched.view()).tasks[0]?.lag).toEqual({
		kind: 'unknown',
		why: 'DM reports a negative lag',
	});
});

test.for([
	['answer-failed', {result: false, msg: 'boom'}, {}],
	['unreadable orders mysql-01 w1', {result: true, msg: ''}, {totalRows: {}}],
] as const)(
	'%s is not said of a source that no longer answers, and not over while it is silent',
	([place, head, odd]) => {
		const answer = (rest: Record<string, unknown>, sync: Record<string, unknown>): string =>
			JSON.stringify({...rest, sources: [entryOf('mysql-01', 'w1', [syncing('orders', {...sync})])]});
		const watched = new Journaled()
			.whole(healthy)
			.wait(5)
			.document(answer(head, odd), {asked: ['mysql-01']});
		expect(found(watched)).toContain(place);
		watched.wait(5).silence('timed out', 'mysql-01');
		expect(found(watched)).not.toContain(place);
		expect(watched.told.filter(({finding}) => finding?.isOver)).toEqual([]);
		watched.wait(5).part(unbound('mysql-01', ['orders']));
		expect(found(watched)).not.toContain(place);
		watched.wait(5).document(answer({result: true, msg: ''}, {}), {asked: ['mysql-01']});
		expect(watched.told.filter(({finding}) => finding?.kind === place.split(' ', 1)[0])).toHaveLength(2);
	},
);
