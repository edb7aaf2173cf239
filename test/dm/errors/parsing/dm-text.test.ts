/** DM's own text of an error, as one and as a list of them. */
import fc from 'fast-check';
import {expect, test} from 'vitest';
import {parseErrorList, parseErrorText} from '../../../../source/dm/errors.js';

test('DM’s text form gives the parts it was made of', () => {
	expect(
		parseErrorText(
			'[code=38029:class=dm-master:scope=internal:level=high], Message: mysql-replica-01 relevant worker-client not found, Workaround: Please use list-member.',
		),
	).toEqual({
		code: 38_029,
		class: 'dm-master',
		scope: 'internal',
		level: 'high',
		message: 'mysql-replica-01 relevant worker-client not found',
		rawCause: '',
		workaround: 'Please use list-member.',
	});
	expect(
		parseErrorText('[code=10001:class=database:scope=not-set:level=high], RawCause: refused'),
	).toMatchObject({
		code: 10_001,
		message: '',
		rawCause: 'refused',
	});
	expect(parseErrorText('[code=1:class=a:scope=b:level=c]')).toMatchObject({code: 1, message: ''});
	expect(parseErrorText('out of luck')).toBeUndefined();
	expect(parseErrorText('[code=x:class=a:scope=b:level=c], Message: m')).toBeUndefined();
});

test('errors in OpenAPI’s text are read back unchanged', () => {
	const plain = fc.string({
		unit: fc.constantFrom('a', ' ', '`', '.', String.raw`\n`, ':', ']', '['),
		maxLength: 20,
	});
	const one = fc.record({
		code: fc.integer({min: 1, max: 99_999}),
		class: fc.constantFrom('sync-unit', 'database', 'unknown error class: 7'),
		scope: fc.constantFrom('internal', 'upstream'),
		level: fc.constantFrom('high', 'low'),
		message: plain,
		rawCause: plain,
		workaround: plain,
	});
	fc.assert(
		fc.property(fc.array(one, {minLength: 1, maxLength: 4}), errors => {
			const text = errors
				.map(
					({code, class: group, scope, level, message, rawCause, workaround}) =>
						`[code=${code}:class=${group}:scope=${scope}:level=${level}], Message: ${message}${rawCause === '' ? '' : `, RawCause: ${rawCause}`}${workaround === '' ? '' : `, Workaround: ${workaround}`}.\n`,
				)
				.join('');
			expect(parseErrorList(text)).toEqual(errors);
		}),
	);
});
