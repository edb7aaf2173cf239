import {expect, test} from 'vitest';
import {parseStatusDocument} from '../../../source/dm/parse-status.js';
import {finish} from '../../../source/dm/steps.js';
import {createLooking} from '../../../source/session/watching/looking.js';
import {queryStatus, sourceAnswer, subtaskAnswer} from '../recorded.js';

const withErrors = (count: number) =>
	parseStatusDocument(
		queryStatus([
			sourceAnswer('mysql-01', [
				subtaskAnswer('orders', {
					stage: 'Paused',
					result: {
						isCanceled: false,
						errors: Array.from({length: count}, (_, index) => ({
							ErrCode: 10_006,
							Message: `number ${index}`,
							RawCause: `Error 1062: Duplicate entry '${index}' for key 'PRIMARY'`,
						})),
						detail: null,
					},
				}),
			]),
		]),
	);

const resultOf = (count: number) => withErrors(count).sources[0]!.subtasks[0]!.result!;

test('of very many errors the first thousand are read, and it is told how many there are', () => {
	expect(resultOf(1000).errors).toHaveLength(1000);
	expect(resultOf(1000).furtherErrors).toBeUndefined();
	const {errors, furtherErrors} = resultOf(20_000);
	expect(errors).toHaveLength(1000);
	expect(errors[999]!.message).toBe('number 999');
	expect(furtherErrors).toBe(19_000);

	const looking = createLooking();
	const at = 1_754_000_000_000;
	finish(looking.learnSteps({kind: 'status', at, status: withErrors(20_000)}));
	const {diagnosis, tasks} = finish(looking.lookSteps(at));
	const [finding] = diagnosis.findings;
	expect(tasks[0]!.errors).toBe(20_000);
	expect(finding!.kind).toBe('subtask-error');
	expect(finding!.why).toContain('the first 1000 of 20000 errors');
});
