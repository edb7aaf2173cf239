/** The text of an event beside its place, which is in a column of its own. */
import {afterEach, expect, test} from 'vitest';
import {speakLanguage} from '../../../source/language/choose.js';
import {besidePlace} from '../../../source/screens/cells/event-text.js';

afterEach(async () => {
	await speakLanguage('en');
});

const subtask = {subject: 'orders/mysql-01', task: 'orders', source: 'mysql-01'};
const source = {subject: 'mysql-01', source: 'mysql-01'};

test.each([
	['skip of orders on mysql-01 accepted', subtask, 'skip accepted'],
	['pausing orders on mysql-01: accepted by DM', subtask, 'pausing orders on mysql-01: accepted by DM'],
	['skipping the DDL of orders on mysql-01: accepted', subtask, 'skipping the DDL: accepted'],
	['orders on mysql-01: skip mysql-bin.000001:4', subtask, 'skip mysql-bin.000001:4'],
	['orders on mysql-01 Paused (1/1)', subtask, 'Paused (1/1)'],
	['transfer of mysql-01 requested by this dm-top', source, 'transfer requested by this dm-top'],
	['mysql-01 relay Running', source, 'relay Running'],
	['mysql-01: no answer', source, 'no answer'],
	// The name of another.
	['transfer of mysql-012 requested', source, 'transfer of mysql-012 requested'],
	['taken over by worker-2', source, 'taken over by worker-2'],
	['the leader of this cluster is gone', {subject: ''}, 'the leader of this cluster is gone'],
])('%s', (text, event, shown) => {
	expect(besidePlace(text, event)).toBe(shown);
});

test('in Chinese too', async () => {
	await speakLanguage('zh');
	expect(besidePlace('此 dm-top 请求：跳过（mysql-01 上的 orders）', subtask)).toBe('此 dm-top 请求：跳过');
});
