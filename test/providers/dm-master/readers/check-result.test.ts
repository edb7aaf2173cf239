import {expect, it} from 'vitest';
import {readCheckResult} from '../../../../source/providers/dm-master/readers/check-result.js';

it('is the whole text of DM, and its individual results', () => {
	const detail = {
		results: [
			{
				id: 3,
				name: 'table structure compatibility check',
				desc: 'check compatibility of table structure',
				state: 'warn',
				errors: [
					{severity: 'warn', short_error: 'table `shop`.`t` {"}" Foreign Key', instruction: 'drop it'},
					{severity: 'fail', short_error: 'no primary key', self: 'a', other: 'b'},
				],
				extra: 'address of db instance - 10.0.0.1:3306',
			},
			{id: 4, name: 'mysql_version', desc: 'check version', state: 'success'},
			{
				id: 5,
				name: 'source db dump privilege checker',
				desc: 'check dump privileges',
				state: 'fail',
				instruction: 'grant them',
			},
		],
		summary: {passed: false, total: 3, successful: 1, failed: 1, warning: 1},
	};
	const said = `[code=26005:class=dm-master:scope=internal:level=medium], Message: fail to check synchronization configuration with type: check was failed, please see detail\n detail: ${JSON.stringify(detail, undefined, 1)}, Workaround: Please check it }.`;
	expect(readCheckResult(false, said)).toStrictEqual({
		passed: false,
		msg: said,
		items: [
			{
				name: 'table structure compatibility check',
				description: 'check compatibility of table structure',
				state: 'warn',
				problems: ['table `shop`.`t` {"}" Foreign Key; drop it', 'no primary key; a; b'],
				instruction: '',
				extra: 'address of db instance - 10.0.0.1:3306',
			},
			{
				name: 'source db dump privilege checker',
				description: 'check dump privileges',
				state: 'fail',
				problems: [],
				instruction: 'grant them',
				extra: '',
			},
		],
	});
});

it('reads DM’s format before 6.0, which had one text for each', () => {
	const said =
		'check:\n detail: {"results": [{"name": "binlog_format", "desc": "d", "state": "fail", "errorMsg": "is STATEMENT", "instruction": "set it"}]}';
	expect(readCheckResult(false, said).items).toMatchObject([{problems: ['is STATEMENT']}]);
});

it.each([
	'pre-check is passed. ',
	'',
	'detail: {"results": [',
	'detail: {} {',
	'}{',
	'detail: {"results": 3}',
])('has no individual results if DM lists none: "%s"', said => {
	expect(readCheckResult(true, said)).toStrictEqual({passed: true, msg: said, items: []});
});
