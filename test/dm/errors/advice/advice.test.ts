/**
 * The fifty errors that people meet most, and later ones, as DM writes them, each with the advice that helped: what it is taken
 * for, whether DM continues by itself, what is to be done, and whether the checkpoint has to be given up for it.
 */
import {expect, test} from 'vitest';
import {explainError, readErrors} from '../../../../source/dm/errors.js';
import {parseStatusDocument} from '../../../../source/dm/parse-status.js';
import type {ProcessError} from '../../../../source/dm/status.js';
import {Redactor} from '../../../../source/providers/recording/redact/redactor.js';
import {clusterCases} from './cluster.js';
import {connectionsCases} from './connections.js';
import {downstreamCases} from './downstream.js';
import {upstreamCases} from './upstream.js';

const cases = [...downstreamCases, ...upstreamCases, ...connectionsCases, ...clusterCases];

test.each(cases)('%s', (_name, error, {id, retries, does, checkpoint, context}) => {
	const explained = explainError(error, context);
	const steps = explained.steps.join('\n');
	expect({id: explained.id, retries: explained.retries}).toEqual({id, retries});
	expect(steps).toMatch(does);
	expect(/start-task --remove-meta|start over/iv.test(steps)).toBe(checkpoint === 'lost');
});

const typed = ({code, class: type, scope, level, message, rawCause, workaround}: ProcessError): string =>
	code === undefined
		? message
		: [
				`[code=${code}:class=${type}:scope=${scope}:level=${level}]`,
				`Message: ${message}`,
				...(rawCause === '' ? [] : [`RawCause: ${rawCause}`]),
				...(workaround === '' ? [] : [`Workaround: ${workaround}`]),
			].join(', ');

test.each(cases)(
	'said as text, in OpenAPI and as plain text without its code it is the same: %s',
	(_name, error, {id, context}) => {
		const [told] = readErrors(typed(error));
		expect(explainError(told!, context).id).toBe(id);
		const {sources} = parseStatusDocument(
			JSON.stringify({
				total: 1,
				data: [{name: 't', source_name: 's', stage: 'Paused', unit: 'Sync', error_msg: typed(error)}],
			}),
		);
		expect(explainError(sources[0]!.subtasks[0]!.result!.errors[0]!, context).id).toBe(id);
		const plain = [error.message, error.rawCause].filter(part => part !== '').join(': ');
		expect(explainError(readErrors(plain)[0]!, context).id).toBe(id);
	},
);

test('each of the fifty is here, and later ones follow them', () => {
	const numbers = new Set(cases.map(([name]) => Number(name.split(' ', 1)[0])));
	expect(numbers.size).toBeGreaterThanOrEqual(50);
	expect([...numbers].toSorted((left, right) => left - right)).toEqual(
		Array.from({length: numbers.size}, (_, index) => index + 1),
	);
});

test.each(cases.filter(one => one[2].checkpoint === 'lost'))(
	'where starting over is the last resort, its cost is stated: %s',
	(_name, error, {context}) => {
		expect(explainError(error, context).dont.join('\n')).toMatch(/--remove-meta/v);
	},
);

test.each(cases)('a recording keeps the meaning of %s', (_name, error, {id, retries, context}) => {
	for (const hidesNames of [false, true]) {
		const explained = explainError(new Redactor({hidesNames}).record(error), context);
		expect({id: explained.id, retries: explained.retries}).toEqual({id, retries});
	}
});
