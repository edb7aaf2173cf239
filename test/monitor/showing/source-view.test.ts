/** What is shown of a source besides its subtasks. */
import {expect, it, test} from 'vitest';
import {parseStatusDocument} from '../../../source/dm/parse-status.js';
import {observe} from '../../../source/monitor/known.js';
import {queryStatus} from '../../dm/recorded.js';
import {entry, entryOf, noon, syncing, Watched} from '../watched.js';

const relay = (masterBinlog: string) => ({
	masterBinlog,
	masterBinlogGtid: '',
	relaySubDir: 'd.000001',
	relayBinlog: '(mysql-bin.000002, 500)',
	relayBinlogGtid: '',
	relayCatchUpMaster: true,
	stage: 'Running',
	result: null,
});

const told = syncing('orders', {masterBinlog: '(mysql-bin.000003, 70)'});
const untold = syncing('billing', {masterBinlog: ''});

it.each([
	[
		'as its relay tells it',
		entryOf('s1', 'w1', [told], relay('(mysql-bin.000003, 90)')),
		'(mysql-bin.000003, 90)',
	],
	[
		'as a subtask tells it where the relay does not',
		entryOf('s1', 'w1', [untold, told], relay('')),
		'(mysql-bin.000003, 70)',
	],
	['as a subtask tells it without a relay', entry('s1', [untold, told]), '(mysql-bin.000003, 70)'],
	['as nobody tells it', entryOf('s1', 'w1', [untold], relay('')), ''],
	['of a source without subtasks', entry('s1', []), ''],
])('the position of the upstream is shown %s', (_, answer, position) => {
	expect(new Watched().part(answer).source('s1').masterBinlog).toBe(position);
});

test('whether a source has a relay is unknown until its worker was asked', () => {
	expect(
		new Watched()
			.cluster({workers: []})
			.part(entryOf('s1', 'w1', [told]))
			.source('s1').relays,
	).toEqual([]);
	const listed = new Watched();
	observe(listed.known, {
		kind: 'cluster',
		at: noon,
		workers: [{name: 'w1', address: '', stage: 'bound', source: 's1'}],
	});
	expect(listed.source('s1').relays).toBeUndefined();
});

test('a note about an entry of an answer is shown with its source, any other with the cluster', () => {
	const watched = new Watched();
	const document = queryStatus([
		entry('s1', [told]),
		entry('s2', [{...told, sync: 'x'}]),
		{...entry('s3', [told]), result: 'maybe'},
	]);
	const status = parseStatusDocument(document);
	observe(watched.known, {kind: 'status', at: noon, status});
	const placeOf = (path: string): string => /^\$\.sources\[\d+\]/v.exec(path)?.[0] ?? 'cluster';
	expect(status.notes.map(({path}) => placeOf(path))).toEqual(['$.sources[1]', '$.sources[2]']);
	const withNotes = watched.known.sources.values().filter(({notes}) => notes.length > 0);
	expect(withNotes.map(({source}) => source).toArray()).toEqual(['s2', 's3']);
	expect(watched.known.notes).toEqual([]);
	observe(watched.known, {
		kind: 'status',
		at: noon + 2000,
		status: {...status, notes: [{path: '$.result', message: 'x'}]},
	});
	expect(
		watched.known.sources
			.values()
			.flatMap(({notes}) => notes)
			.toArray(),
	).toEqual([]);
	expect(watched.known.notes).toHaveLength(1);
});
