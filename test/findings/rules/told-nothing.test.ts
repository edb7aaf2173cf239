/** What an answer leaves out is said: the rest of it would look as if nothing were wrong. */
import {expect, test} from 'vitest';
import {withDiagnosis} from '../../../source/findings/diagnose.js';
import {behind, entryOf, syncing, Watched} from '../../monitor/watched.js';
import {found, only} from '../diagnosed.js';

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
