import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {parseStatusDocument} from '../../../source/dm/parse-status.js';
import {runs} from '../../rounds.js';
import {queryStatus, sourceAnswer, subtaskAnswer} from '../recorded.js';
import {compactMangles, mangles} from './mangles.js';

/** What could be taken for the structure of the document, of a comment or of a frame. */
const content = fc.string({
	unit: fc.constantFrom(
		...'ab1 _-.,:;{}[]"\\/#|>&<$(=)\n\t中订é',
		'// ',
		'...',
		'": "',
		'{\n',
		'true',
		"it's",
	),
	maxLength: 40,
});
const name = content.map(text => `t${text}`);

const status = fc
	.array(fc.tuple(name, fc.array(fc.tuple(name, content, fc.boolean()), {maxLength: 3})), {
		minLength: 1,
		maxLength: 3,
	})
	.map(sources =>
		queryStatus(
			sources.map(([source, subtasks]) =>
				sourceAnswer(
					source,
					subtasks.map(([task, message, isPaused]) =>
						subtaskAnswer(task, {
							stage: isPaused ? 'Paused' : 'Running',
							result: isPaused
								? {
										isCanceled: false,
										errors: [{ErrCode: 36_027, Message: message, RawCause: ''}],
										detail: null,
									}
								: null,
						}),
					),
				),
			),
		),
	);

describe('a status with any names and errors', () => {
	test.each(mangles)('with %s is read as the same', (_name, mangle) => {
		fc.assert(
			fc.property(status, text => {
				const pretty = JSON.stringify(JSON.parse(text), undefined, 4);
				expect(parseStatusDocument(mangle(pretty))).toStrictEqual(parseStatusDocument(text));
			}),
			runs(30),
		);
	});

	test.each(compactMangles)('on one line, with %s, is read as the same', (_name, mangle) => {
		fc.assert(
			fc.property(status, text => {
				expect(parseStatusDocument(mangle(text))).toStrictEqual(parseStatusDocument(text));
			}),
			runs(30),
		);
	});
});

/** Long texts of what each reader looks for again and again: one that took more than linear time would not end. */
describe('a long text', () => {
	const units = [
		...'{["\\a\n #/\'“”.…\u{1B}\r<\u{0}-，｛\u{200B}\u{A0}│}訂\u{D83D}',
		'{"',
		'[{',
		'{"a":',
		'{"a":[',
		'[...,',
		'{"a":1}',
		'{"a":1}\n',
		'{ ',
		'{\n',
		'\t{',
		'//',
		'/*',
		'“ ',
		'\u{1B}[',
		'\u{1B}]',
		'\u{1B}[1;',
		'[1;39m{',
		'[0m"[1m',
		'^[[',
		'&quot;',
		'{&quot;',
		String.raw`\"`,
		String.raw`{\"`,
		String.raw`{\n`,
		'│{',
		'> {\n',
		'> ',
		'x {\n',
		'{$\n',
		'"\u{200B}',
		'"\u{200B}":',
		'"a":\n',
		'}\n',
		'],',
		'": x}',
		'<a>',
		'<title>',
		'%7B',
		'ewog',
		'| {\n| "a": 1,\n',
		'{\n"a\n',
		'{"a": "b\n',
		'“a”:',
		'{result',
		'{result:',
		'{ result ',
		'1e9',
		'true',
		'tru',
		'a {\n"b": 1\n',
		String.raw`\u12`,
		'1\n',
		'\n{',
		'x\n{"',
		'{\n.',
		' \n',
		'{\n ',
		'result:\n',
		'# {\n',
		'// {\n',
	];
	const beginnings = [
		'',
		'{',
		'{"a":"',
		'{\n"a":',
		'{"a":[',
		'{"a":["',
		'> {\n',
		'{"a":1}',
		'{“a”:“',
		"{'a':'",
		'{"a":1 ',
		'<title',
	];

	test.each(units)('of %j is read or refused', unit => {
		const text = unit.repeat(Math.ceil(100_000 / unit.length));
		expect(() => parseStatusDocument(text)).toThrow(
			/^Expected .+, found .+, at .*line \d+|ends at line \d+/v,
		);
	});

	test.each(beginnings)('of anything after %j is read or refused', beginning => {
		for (const unit of units) {
			const text = beginning + unit.repeat(Math.ceil(4000 / unit.length));
			expect(() => parseStatusDocument(text)).toThrow(
				/^Expected .+, found .+, at .*line \d+|ends at line \d+/v,
			);
		}
	});
});
