import {describe, expect, it} from 'vitest';
import {withDiagnosis} from '../../../source/findings/diagnose.js';
import {createClusterState} from '../../../source/monitor/known.js';
import {view} from '../../../source/monitor/showing/cluster.js';
import type {LockView} from '../../../source/monitor/lock-view.js';
import {lockRowId} from '../../../source/screens/lists/locks.js';
import {openMenu} from '../../../source/screens/keys/operating/operations.js';
import {initialState, inputOf, withList} from '../../../source/screens/state/state.js';

const lock = (id: string, task: string): LockView => ({
	id,
	task,
	mode: 'pessimistic',
	owner: 'mysql-01',
	ddls: [],
	conflict: '',
	synced: ['mysql-01'],
	waiting: ['mysql-02'],
	table: '',
	unsyncedTables: [],
	since: 0,
	isSinceSeen: true,
});

const locks = [lock('a-`x`.`y`', 'a'), lock('b-`x`.`y`', 'b')];

describe('the menu over the DDL locks', () => {
	it('is about the lock under the cursor, however the table is sorted or filtered', () => {
		const cluster = {...withDiagnosis(view(createClusterState(), 0)), locks};
		const ids = locks.map(row => lockRowId(row)).toReversed();
		const state = withList({...initialState, path: [{kind: 'locks'}]}, {kind: 'locks'}, {selected: ids[0]});
		const opened = openMenu(
			state,
			{
				width: 77,
				height: 5,
				ids,
				page: [],
				matches: [],
				sortable: [],
				open: () => undefined,
				canMark: false,
				cluster,
			},
			{
				cluster,
				capabilities: {operator: {kinds: new Set(['unlock-ddl'])}, readOnly: false, provider: 'http'},
				access: {address: ''},
				inquiries: new Map(),
				now: 0,
				newId: () => 'id',
				confirm: () => '',
			},
		);
		expect(
			inputOf(opened, 'menu')?.offers.map(offer =>
				offer.kind === 'unlock-ddl' && 'lock' in offer.choice ? offer.choice.lock : '',
			),
		).toEqual(['b-`x`.`y`', 'b-`x`.`y`']);
	});
});
