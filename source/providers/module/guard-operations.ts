import {freeText} from '../../dm/secrets/free-text.js';
import {say} from '../../language/say.js';
import type {LockReader} from '../provider.js';
import {notSent} from '../dm-master/operate/answers.js';
import {hiddenIn} from '../dm-master/operate/obstacle.js';
import type {Vault} from '../dm-master/secrets/vault.js';
import type {Operation, OperationAnswer, Operator, SourceAnswer} from '../operation.js';
import {locksShape} from '../observation/observation-shape.js';
import {list, object, oneOf, optional, plainOf, problemOf, text, truth} from '../observation/shape.js';
import {plainProblem} from '../problem.js';
import {guardQuestion, hideSecrets, reasonOf} from './guard-question.js';

const answerShape = object<OperationAnswer>({
	result: oneOf('accepted', 'refused', 'not-sent', 'unknown'),
	msg: text,
	sources: list(object<SourceAnswer>({source: text, worker: text, result: truth, msg: text})),
	way: optional(oneOf('v1alpha1', 'gRPC', 'OpenAPI')),
	check: optional(text),
});

/** An operation with the secrets that the vault knows: the user only saw the masked configuration. */
const whole = (operation: Operation, vault: Vault): Operation =>
	operation.kind === 'start' && operation.config !== undefined
		? {...operation, config: vault.restore(operation.task, operation.config).text}
		: operation;

/**
 * An operator that someone else wrote. If it throws, or answers in the wrong shape, it is not known whether the
 * operation was done. `vault` has the secrets of the configurations that its readers gave.
 */
export const guardOperator = (operator: Operator, file: string, vault: Vault): Operator => ({
	kinds: operator.kinds,
	async operate(operation, signal) {
		const hidden = hiddenIn(operation);
		if (hidden !== undefined) {
			return notSent(plainProblem(hidden));
		}

		const unknown = (message: string): OperationAnswer => ({result: 'unknown', msg: message, sources: []});
		try {
			const given: unknown = await operator.operate(whole(operation, vault), signal);
			const answer = plainOf(answerShape, given) as OperationAnswer;
			const problem = problemOf('answer', answerShape, answer);
			return problem === undefined
				? hideSecrets(answer)
				: unknown(say('The provider {file} answered something else: {why}', {file, why: freeText(problem)}));
		} catch (error) {
			return unknown(say('The provider {file} failed: {why}', {file, why: reasonOf(error)}));
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
