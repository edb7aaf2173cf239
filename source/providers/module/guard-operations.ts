import {withoutSecrets} from '../../dm/secrets/without-secrets.js';
import {say} from '../../language/say.js';
import type {LockReader} from '../provider.js';
import type {OperationAnswer, Operator, SourceAnswer} from '../operation.js';
import {messageOf} from '../../terminal/thrown.js';
import {guardQuestion} from './guard-question.js';
import {locksShape} from './observation-shape.js';
import {list, object, oneOf, optional, problemOf, text, truth} from './shape.js';

const answerShape = object<OperationAnswer>({
	result: oneOf('accepted', 'refused', 'not-sent', 'unknown'),
	msg: text,
	sources: list(object<SourceAnswer>({source: text, worker: text, result: truth, msg: text})),
	way: optional(oneOf('v1alpha1', 'gRPC', 'OpenAPI')),
	check: optional(text),
});

/**
 * An operator that someone else wrote. If it throws, or answers in the wrong shape, it is open whether the operation
 * was done.
 */
export const guardOperator = (operator: Operator, file: string): Operator => ({
	kinds: operator.kinds,
	async operate(operation, signal) {
		const unknown = (message: string): OperationAnswer => ({result: 'unknown', msg: message, sources: []});
		try {
			const answer = await operator.operate(operation, signal);
			const problem = problemOf('answer', answerShape, answer);
			return problem === undefined
				? withoutSecrets(answer)
				: unknown(say('The provider {file} answered something else: {why}', {file, why: problem}));
		} catch (error) {
			return unknown(say('The provider {file} failed: {why}', {file, why: messageOf(error)}));
		}
	},
});

/** A reader of locks that someone else wrote: exceptions and answers in the wrong shape become a problem. */
export const guardLocks = (locks: LockReader, file: string): LockReader => ({
	list: guardQuestion(
		file,
		'locks',
		locksShape,
	)(async (...asked: Parameters<LockReader['list']>) => locks.list(...asked)),
});
