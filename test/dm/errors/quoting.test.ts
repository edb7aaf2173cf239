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

test('a name in advice is one word of the command, and no part of a statement', () => {
	const odd = {task: "my 'task'; $(id)", source: 'a b', worker: '`w`'};
	const told = (error: Parameters<typeof processError>[0]) => {
		const {steps, check} = explainError(processError(error), odd);
		return [...steps, ...check.map(({run}) => run)].join('\n');
	};

	const quoted = String.raw`'my '\''task'\''; $(id)'`;
	expect(told({code: 36_067, message: 'parse DDL: x'})).toContain(`binlog skip ${quoted} -s 'a b'`);
	const meta = {code: 10_006, rawCause: "Error 1146: Table 'dm_meta.x_syncer_checkpoint' doesn't exist"};
	expect(told(meta)).toContain("LIKE 'my ''task''; $(id)%'");
	expect(told(meta)).not.toContain('stop-task my ');
	const relay = {
		code: 11_038,
		message:
			'startLocation: [position: (mysql-bin|000001.000003, 4), gtid-set: ], endLocation: [position: (mysql-bin|000001.000003, 90), gtid-set: ]: parse binlog file: binlog checksum mismatch, data may be corrupted',
	};
	expect(told(relay)).toContain('RELAY-DIR/*/mysql-bin.000003');
});
