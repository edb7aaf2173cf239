import {describe, expect, test} from 'vitest';
import {parseStatusDocument} from '../../../source/dm/parse-status.js';
import {queryStatus, readFixture, sourceAnswer, subtaskAnswer} from '../recorded.js';
import {compactMangles, losingMangles, mangles, wrap} from './mangles.js';

/** One of each form, and those with errors, locks and odd numbers in them. */
const forms = [
	'dm-v7.5/ddl-lock-and-sync-errors/v1alpha1-status.json',
	'dm-v7.5/sources-unbound/v1alpha1-status.json',
	'dm-v7.5/loading/dmctl-list.json',
	'dm-v7.5/syncing/openapi-tasks.json',
	'field/optimistic-conflict.json',
	'field/validation-errors.json',
	'field/wide-numbers.json',
];

describe.each(forms)('%s', file => {
	const value: unknown = JSON.parse(readFixture(file));
	const status = parseStatusDocument(JSON.stringify(value));
	const pretty = JSON.stringify(value, undefined, 4);
	const compact = JSON.stringify(value);

	test.each(mangles)('pretty-printed, with %s, is read as the same', (_name, mangle) => {
		expect(parseStatusDocument(mangle(pretty))).toStrictEqual(status);
	});

	test.each(losingMangles)('pretty-printed, with %s, differs only in blanks', (_name, mangle) => {
		const withoutBlanks = (parsed: unknown): string => JSON.stringify(parsed).replaceAll(' ', '');
		expect(withoutBlanks(parseStatusDocument(mangle(pretty)))).toBe(withoutBlanks(status));
	});

	test.each(compactMangles)('on one line, with %s, is read as the same', (_name, mangle) => {
		expect(parseStatusDocument(mangle(compact))).toStrictEqual(status);
	});
});

describe('a document on one line that a terminal wrapped', () => {
	test('is one document, even if a line begins with a brace that belongs to a message', () => {
		const message = 'near {';
		const compact = JSON.stringify(
			JSON.parse(
				queryStatus([
					sourceAnswer('mysql-01', [
						subtaskAnswer('shop', {
							stage: 'Paused',
							result: {
								isCanceled: false,
								errors: [{ErrCode: 36_027, Message: message, RawCause: ''}],
								detail: null,
							},
						}),
					]),
				]),
			),
		);
		const broken = wrap(compact, compact.indexOf('{","RawCause"'));
		expect(broken.split('\n', 2)[1]!.startsWith('{","RawCause"')).toBe(true);
		expect(parseStatusDocument(broken)).toStrictEqual(parseStatusDocument(compact));
	});
});
