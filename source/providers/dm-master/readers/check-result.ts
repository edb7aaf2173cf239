/** Parses the text of DM's check of a task. */
import {parseJson, records, textOf} from '../../json-fields.js';
import type {CheckItem, CheckResult} from '../../readers.js';
import {isObject} from '../../../dm/values/json-object.js';

/** The JSON object that begins at the first brace of text, and ends where it closes; '' when there is none. */
const objectIn = (said: string): string => {
	const from = said.indexOf('{');
	let depth = 0;
	for (const {0: part, index} of said.slice(Math.max(from, 0)).matchAll(/"(?:[^"\\]|\\.)*"|[\{\}]/gv)) {
		depth += part === '{' ? 1 : part === '}' ? -1 : 0;
		if (depth === 0 && part === '}') {
			return said.slice(from, from + index + 1);
		}
	}

	return '';
};

const problemsOf = (item: Readonly<Record<string, unknown>>): readonly string[] => {
	const errors = records(item['errors']).map(error =>
		[
			textOf(error['short_error']),
			textOf(error['self']),
			textOf(error['other']),
			textOf(error['instruction']),
		]
			.filter(Boolean)
			.join('; '),
	);
	// Before 6.0 there was a single text.
	const single = textOf(item['errorMsg']);
	return errors.length === 0 && single !== '' ? [single] : errors;
};

const itemOf = (item: Readonly<Record<string, unknown>>): readonly CheckItem[] => {
	const state = textOf(item['state']);
	return state === 'fail' || state === 'warn'
		? [
				{
					name: textOf(item['name']),
					description: textOf(item['desc']),
					state,
					problems: problemsOf(item),
					instruction: textOf(item['instruction']),
					extra: textOf(item['extra']),
				},
			]
		: [];
};

/** The result of a check: `passed` is whether DM would start the task, `said` its whole text. */
export const readCheckResult = (passed: boolean, said: string): CheckResult => {
	const detail = parseJson(objectIn(said.slice(Math.max(0, said.indexOf('detail: ')))));
	const items = isObject(detail) ? records(detail['results']).flatMap(item => itemOf(item)) : [];
	return {passed, msg: said, items};
};
