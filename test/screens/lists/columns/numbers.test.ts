/** Numbers of sources and workers can be compared in a filter, as those of tasks can. */
import {expect, test} from 'vitest';
import {sourcesList} from '../../../../source/screens/lists/sources.js';
import {tasksList} from '../../../../source/screens/lists/tasks.js';
import {workersList} from '../../../../source/screens/lists/workers.js';
import {layoutColumns} from '../../../../source/components/table/layout.js';
import {asciiSymbols} from '../../../../source/components/symbols.js';
import {cellOf, foundBy, simulatedAt} from '../../drawing.js';

const shop = simulatedAt('shop', 60);

test.each([
	['lag:>1h', ['mysql-warehouse']],
	['tasks:>3 rows:>0', ['mysql-shop-01']],
	['behind:>1M', ['mysql-billing']],
])('%s keeps %j among the sources', (text, kept) => {
	const found = foundBy(sourcesList(shop), text).map(({source}) => source);
	expect(found).toEqual(expect.arrayContaining(kept));
	expect(found.length).toBeLessThan(sourcesList(shop).rows.length);
});

test.each(['subtasks:>3', 'rows:>300', 'err:>0'])('%s keeps some of the workers, and no master', text => {
	const found = foundBy(workersList(shop), text);
	expect(found.length).toBeGreaterThan(0);
	expect(found.map(({kind}) => kind)).not.toContain('master');
});

test('columns without a value leave their place to reasons', () => {
	const idsAt = <Row>(list: {readonly columns: Parameters<typeof layoutColumns<Row>>[0]}, width: number) =>
		layoutColumns(list.columns, width).map(({column}) => column.id);
	const again = simulatedAt('start-again', 30);
	expect(idsAt(tasksList(again), 77)).not.toContain('eta');
	expect(idsAt(sourcesList(again), 77)).not.toContain('behind');
	expect(idsAt(sourcesList(shop), 117)).toContain('behind');
});

test('a lag that is at least so great is whole in ASCII, too', () => {
	const drawing = {...simulatedAt('upstream-down', 120), symbols: asciiSymbols};
	const list = sourcesList(drawing);
	const {width} = layoutColumns(list.columns, 77).find(({column}) => column.id === 'lag')!;
	for (const index of list.rows.keys()) {
		expect(cellOf(list, 'lag', index, width)).not.toContain('~');
	}

	expect(width).toBe(7);
});
