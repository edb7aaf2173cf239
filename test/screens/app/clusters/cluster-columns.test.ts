/** The cells of the table of clusters. */
import {expect, test} from 'vitest';
import {lineText} from '../../../../source/components/line.js';
import {unicodeSymbols} from '../../../../source/components/symbols.js';
import {withDiagnosis} from '../../../../source/findings/diagnose.js';
import {type ClusterRow, clusterColumns} from '../../../../source/screens/app/clusters/cluster-columns.js';
import {entry, errors, syncing, Watched} from '../../../monitor/watched.js';

/** What the cells of these columns show of a cluster. */
const cells = (watched: Watched): string => {
	const row: ClusterRow = {
		name: 'prod',
		title: 'prod',
		colour: undefined,
		isReadOnly: false,
		view: withDiagnosis(watched.view()),
		age: 0,
	};
	return clusterColumns([row], unicodeSymbols)
		.filter(({id}) => ['running', 'paused', 'error', 'lag', 'leader'].includes(id))
		.map(column => lineText(column.draw(row, 30)).trim())
		.join(' ');
};

const stopped = {stage: 'Paused', result: errors(36_001)};

const answered = (): Watched =>
	new Watched()
		.cluster({leader: 'm1', masters: [{name: 'm1', alive: true, addresses: []}]})
		.whole(
			entry('s1', [syncing('orders'), syncing('users')]),
			entry('s2', [syncing('users'), syncing('coupons', {}, stopped)]),
		);

test('the tasks are counted by their states', () => {
	expect(cells(answered())).toBe('2 0 1 0s m1');
	expect(cells(new Watched())).toBe('? ? ? ? ?');
});

test('what is only the last known has a ? after it', () => {
	expect(cells(answered().wait(2).silence('connection refused'))).toBe('2? 0? 1? ? m1?');
	expect(cells(answered().wait(2).silence('no answer within 5 s', 's1'))).toBe('2? 0 1 ? m1');
});
