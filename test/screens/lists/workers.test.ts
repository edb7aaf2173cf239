import {expect, test} from 'vitest';
import {lineText} from '../../../source/components/line.js';
import {withDiagnosis} from '../../../source/findings/diagnose.js';
import {decodeMembers} from '../../../source/providers/dm-master/members.js';
import {workersList} from '../../../source/screens/lists/workers.js';
import {readFixture} from '../../dm/recorded.js';
import {bound, entryOf, errors, idle, syncing, Watched} from '../../monitor/watched.js';
import {cellsOf, drawingOf} from '../drawing.js';

/** "worker source relay" of each worker. */
const shown = (watched: Watched): readonly string[] => {
	const {rows, columns} = workersList(drawingOf(withDiagnosis(watched.view())));
	const draw = (id: string, row: (typeof rows)[number]): string =>
		lineText(columns.find(column => column.id === id)!.draw(row, 40)).trim();
	return rows
		.filter(({kind}) => kind === 'worker')
		.map(row => ['name', 'source', 'relay'].map(id => draw(id, row)).join(' '));
};

const live = (file: string): string => readFixture(`dm-v7.5/live-2/relay-only-worker-${file}.json`);

test('a worker that only pulls relay is shown with its relay and the source that it pulls from', () => {
	const watched = new Watched().cluster(decodeMembers(live('members')));
	expect(shown(watched)).toEqual([
		'worker-1 mysql-replica-01 unknown',
		'worker-2 mysql-replica-03 unknown',
		'worker-3 mysql-replica-02 unknown',
		'worker-4 - unknown',
	]);
	watched.document(live('v1alpha1-all')).document(live('v1alpha1-source'), {asked: ['mysql-replica-01']});
	expect(shown(watched)).toEqual([
		'worker-1 mysql-replica-01 off',
		'worker-2 mysql-replica-03 off',
		'worker-3 mysql-replica-02 off',
		'worker-4 mysql-replica-01 Running',
	]);
});

test('of a worker whose source has never answered neither subtasks nor rows nor errors are known', () => {
	const watched = new Watched()
		.cluster({workers: [bound('w1', 's1'), bound('w2', 's2'), idle('w3', 'free')]})
		.part(entryOf('s2', 'w2', [syncing('orders')]));
	const columns = ['name', 'subtasks', 'rate', 'errors'];
	const expected = ['w1 ? ? ?', 'w2 1 - 0', 'w3 - - -'];
	expect(cellsOf(workersList(drawingOf(watched.view())), columns).toSorted()).toEqual(expected);
	watched.silence('no answer within 5 s', 's1');
	expect(cellsOf(workersList(drawingOf(watched.view())), columns).toSorted()).toEqual(expected);
});

test('a list of tasks tells no errors of its workers', () => {
	const watched = new Watched().cluster({workers: [bound('w1', 'mysql-replica-01')]});
	const list = readFixture('dm-v7.5/syncing/dmctl-list.json');
	expect(cellsOf(workersList(drawingOf(watched.document(list).view())), ['name', 'errors'])).toEqual([
		'w1 ?',
	]);
});

test('a worker without a source has no relay to show; for a stopped one its stage is shown', () => {
	const relay = {
		masterBinlog: '(mysql-bin.000002, 500)',
		relayBinlog: '(mysql-bin.000002, 100)',
		relaySubDir: '',
		stage: 'Paused',
		result: errors(30_015),
	};
	const watched = new Watched()
		.cluster({workers: [bound('w1', 's1'), idle('w2', 'free'), idle('w3', 'offline')]})
		.part(entryOf('s1', 'w1', [syncing('orders')], relay));
	expect(shown(watched)).toEqual(['w1 s1 Paused', 'w2 - -', 'w3 - -']);
});
