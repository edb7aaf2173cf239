import {expect, test} from 'vitest';
import {readErrors} from '../../../../source/dm/errors.js';
import {readFixture} from '../../recorded.js';

const error = {
	code: 36_067,
	class: 'sync-unit',
	scope: 'internal',
	level: 'high',
	message: 'parse DDL: a "b"',
	rawCause: 'line 1\nnear "b"',
	workaround: 'Skip it.',
};

const inDm = {
	ErrCode: 36_067,
	ErrClass: 'sync-unit',
	ErrScope: 'internal',
	ErrLevel: 'high',
	Message: 'parse DDL: a "b"',
	RawCause: 'line 1\nnear "b"',
	Workaround: 'Skip it.',
};

const asText =
	'[code=36067:class=sync-unit:scope=internal:level=high], Message: parse DDL: a "b", RawCause: line 1\nnear "b", Workaround: Skip it.';

test.each([
	['DM’s text', asText],
	['DM’s text within blanks', `\n  ${asText}\n`],
	['one error as JSON', JSON.stringify(inDm)],
	['a result as JSON', JSON.stringify({isCanceled: false, errors: [inDm], detail: null})],
	[
		'a whole status',
		JSON.stringify({result: true, msg: '', sources: [{subTaskStatus: [{result: {errors: [inDm]}}]}]}),
	],
	['fields cut out of a status', JSON.stringify(inDm, null, 4).split('\n').slice(1, -1).join('\n')],
	[
		'the fields that a dm-master puts into an answer',
		String.raw`ErrCode:36067 ErrClass:"sync-unit" ErrScope:"internal"  ErrLevel:"high" Message:"parse DDL: a \"b\"" RawCause:"line 1\nnear \"b\"" Workaround:"Skip it." `,
	],
	[
		'a log’s line',
		`[2026/11/27 01:02:03.000 +00:00] [ERROR] [subtask.go:1] ["it failed"] [error=${JSON.stringify(asText)}]`,
	],
	['the gateway’s answer', JSON.stringify({code: 2, message: asText, details: []})],
	['OpenAPI’s answer', JSON.stringify({error_code: 36_067, error_msg: asText})],
	['what dmctl prints', `Error: ${asText}`],
])('an error is read from %s', (_name, text) => {
	expect(readErrors(text)).toEqual([error]);
});

test('an error in the 1.0 format, as JSON and as fields', () => {
	const old = {
		class: '',
		scope: '',
		level: '',
		message: "Error 1062: Duplicate entry '1'",
		rawCause: '',
		workaround: '',
		type: 'ExecSQL',
	};
	const text = '{"Type": "ExecSQL", "msg": "Error 1062: Duplicate entry \'1\'"}';
	expect(readErrors(text)).toEqual([old]);
	expect(readErrors(`"errors": [ ${text} ]`)).toEqual([old]);
});

test('several errors are read in their order', () => {
	const second = {...error, code: 1, message: 'x', rawCause: '', workaround: ''};
	const secondText = '[code=1:class=sync-unit:scope=internal:level=high], Message: x';
	expect(readErrors(`${asText}.\n${secondText}.\n`)).toEqual([error, second]);
	expect(
		readErrors(JSON.stringify([inDm, {...inDm, ErrCode: 1, Message: 'x', RawCause: '', Workaround: ''}])),
	).toEqual([error, second]);
	expect(
		readErrors(
			String.raw`some error occurs: ErrCode:36067 ErrClass:"sync-unit" ErrScope:"internal" ErrLevel:"high" Message:"parse DDL: a \"b\"" RawCause:"line 1\nnear \"b\"" Workaround:"Skip it." , ErrCode:1 ErrClass:"sync-unit" ErrScope:"internal" ErrLevel:"high" Message:"x" `,
		),
	).toEqual([error, second]);
});

test('a message in place of a source’s answer is an error, an empty message is not', () => {
	const silent = readErrors(readFixture('field/silent-source.json'));
	expect(silent.map(({code}) => code)).toContain(38_008);
	expect(readErrors(JSON.stringify({result: true, msg: 'no sub task started', sources: []}))).toHaveLength(1);
	expect(readErrors(JSON.stringify({msg: 'no sub task started', error: 'x'}))).toEqual([
		{class: '', scope: '', level: '', message: 'x', rawCause: '', workaround: ''},
	]);
});

test('a waiting shard conflict is read from a status', () => {
	const conflicts = readErrors(readFixture('field/optimistic-conflict.json'));
	expect(conflicts.map(({code, rawCause}) => [code, rawCause])).toEqual([
		[11_111, 'at tuple index 0: incompatible types'],
	]);
});

test('any other text is one error, and blank text is none', () => {
	expect(readErrors(' out of luck ')).toEqual([
		{class: '', scope: '', level: '', message: 'out of luck', rawCause: '', workaround: ''},
	]);
	expect(readErrors(' \n')).toEqual([]);
	expect(readErrors('{"a": 1}')).toHaveLength(1);
	expect(readErrors('[not json')).toHaveLength(1);
});
