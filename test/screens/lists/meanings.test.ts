import {describe, expect, it} from 'vitest';
import {withDiagnosis} from '../../../source/findings/diagnose.js';
import {meanings} from '../../../source/screens/lists/meanings.js';
import {createSelection} from '../../../source/screens/view/select.js';
import type {Place} from '../../../source/screens/places/place.js';
import {initialState} from '../../../source/screens/state/state.js';
import {readFixture} from '../../dm/recorded.js';
import {Watched} from '../../monitor/watched.js';
import {drawingOf} from '../drawing.js';

const places: readonly Place[] = [
	{kind: 'tasks'},
	{kind: 'task', task: 'orders'},
	{kind: 'sources'},
	{kind: 'source', source: 'mysql-replica-01'},
	{kind: 'workers'},
	{kind: 'locks'},
	{kind: 'events'},
	{kind: 'findings'},
	{kind: 'validation', task: 'orders'},
	{kind: 'schema', task: 'orders', source: 'mysql-replica-01'},
];

const watched = new Watched();
watched.document(readFixture('dm-v7.5/ddl-lock-and-sync-errors/v1alpha1-status.json'));
watched.wait(60);

const {list} = createSelection()(drawingOf(withDiagnosis(watched.view())), 200, 50);

describe('the columns', () => {
	it.each(places.map(place => [place.kind, place] as const))(
		'of %s are all explained, by their titles',
		(kind, place) => {
			const shown = list({...initialState, path: [place]})!.columns;
			expect(shown.length).toBeGreaterThan(0);
			const told = new Map(meanings.get(kind)!.map(({id, title}) => [id, title]));
			for (const {id, title} of shown) {
				expect([id, told.has(id)]).toEqual([id, true]);
				// What a plot of the past or the kind of a name is called depends on what it shows.
				if (!['trend', 'eta', 'name'].includes(id)) {
					expect(told.get(id)).toBe(title);
				}
			}
		},
	);

	it('are explained only where they exist', () => {
		expect(meanings.keys().toArray().toSorted()).toEqual(places.map(({kind}) => kind).toSorted());
	});
});
