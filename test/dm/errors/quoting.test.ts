/** Names in commands and statements that people paste. */
import {expect, test} from 'vitest';
import {explainError} from '../../../source/dm/errors.js';
import {errorEntries} from '../../../source/dm/errors/knowledge.js';
import {processError} from '../subtasks.js';

const purged = processError({
	code: 36_069,
	rawCause: 'ERROR 1236 (HY000): Could not find first log file name in binary log index file',
});

test.each([
	['orders', 'dm_meta.orders_syncer_checkpoint'],
	['shop-orders', 'dm_meta.`shop-orders_syncer_checkpoint`'],
	['2024', 'dm_meta.`2024_syncer_checkpoint`'],
	["o'`x", "dm_meta.`o'``x_syncer_checkpoint`"],
	['', 'dm_meta.TASK_syncer_checkpoint'],
])('the checkpoint table of the task “%s” is %s', (task, table) => {
	const runs = explainError(purged, {task}).check.map(({run}) => run);
	expect(runs.find(run => run.includes('dm_meta'))).toContain(` FROM ${table} WHERE `);
});

test('the schema of the duplicates of a load is named as SQL has it', () => {
	const {check} = explainError(processError({code: 34_020}), {task: 'o`x y'});
	expect(check[0]!.run).toContain(' FROM `dm_meta_o``x y`.conflict_error_v1 ');
});

test.each(errorEntries().map(({id, check}) => [id, check] as const))(
	'no statement of SQL in %s has a name that is quoted for a shell',
	(_id, check) => {
		for (const {on, run} of check) {
			const rest = run.replaceAll(/dm_meta\.\{task\}\w+|`\w+\{task\}`/gv, '');
			expect(on.endsWith('stream') && /\{(?:task|source|worker|schema|name)\}/v.test(rest)).toBe(false);
		}
	},
);
