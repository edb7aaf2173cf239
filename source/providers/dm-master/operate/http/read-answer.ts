import {say} from '../../../../language/say.js';
import {sentences} from '../../../../language/sentences.js';
import {problemText} from '../../../problem-text.js';
import {textOf} from '../../../json-fields.js';
import type {OperationAnswer, SourceAnswer} from '../../../operation.js';
import {answerProblem, bodyProblem, type HttpAnswer} from '../../connection/answer-problem.js';
import {excerpt} from '../../connection/call-failure.js';
import type {MasterAddress} from '../../master-address.js';
import {isObject} from '../../../../dm/values/json-object.js';
import {accepted, notDone, refused, unknown, answerOfDm} from '../answers.js';
import {plainProblem} from '../../../problem.js';
import type {OperationRequest} from './request.js';
import {notForwarded} from './not-forwarded.js';

/** A JSON object; undefined when it is anything else, such as a page or half an object. */
const parseObject = (json: string): Record<string, unknown> | undefined => {
	try {
		const body: unknown = JSON.parse(json);
		return isObject(body) ? body : undefined;
	} catch {
		return undefined;
	}
};

/** The answer of one source, from pb.CommonWorkerResponse. */
export const sourceAnswer = (entry: Record<string, unknown>): SourceAnswer => ({
	source: textOf(entry['source']),
	worker: textOf(entry['worker']),
	result: entry['result'] === true,
	msg: textOf(entry['msg']),
});

/** Pb.StartTaskResponse, pb.OperateTaskResponse, pb.HandleErrorResponse or pb.OperateLeaderResponse. */
const readV1alpha1 = (address: MasterAddress, answer: HttpAnswer): OperationAnswer => {
	const body = parseObject(answer.text);
	if (typeof body?.['result'] !== 'boolean') {
		const {problem} = bodyProblem(
			address,
			answer.text,
			body ? say('it does not say whether it was done') : say('it is not a whole JSON object'),
		);
		return unknown(problem);
	}

	const entries = Array.isArray(body['sources']) ? body['sources'] : [];
	const sources = entries.filter(entry => isObject(entry)).map(entry => sourceAnswer(entry));
	return answerOfDm(
		body['result'] ? 'accepted' : 'refused',
		{msg: textOf(body['msg']), check: textOf(body['checkResult']), sources},
		address,
	);
};

/**
 * OpenAPI's body is empty on success. Another body came from elsewhere; one that reports a refusal in the form of
 * v1alpha1 is believed.
 */
const readOpenApi = (address: MasterAddress, answer: HttpAnswer): OperationAnswer => {
	if (answer.text.trim() === '') {
		return accepted('');
	}

	const body = parseObject(answer.text);
	if (body?.['result'] === false) {
		return readV1alpha1(address, answer);
	}

	return body
		? accepted('')
		: unknown(bodyProblem(address, answer.text, say('it is not an answer of OpenAPI')).problem);
};

/** Statuses of timeouts, or (303) ones that come after something was done. */
const openEnded: ReadonlySet<number> = new Set([303, 408, 499]);

/** Whether it is certain that nothing was done, given a status other than 200. */
const isCertainlyUndone = (status: number, body: string, code: unknown): boolean => {
	// 429 with gRPC's code 8: it was done, but the answer was too large to be forwarded.
	const isTooLarge = status === 429 && code === 8;
	return status >= 300 && status < 500
		? !openEnded.has(status) && !isTooLarge
		: status === 501 || notForwarded.test(body);
};

const openApiWords = (
	{label}: MasterAddress,
	{status, text: said}: HttpAnswer,
	body: Record<string, unknown> | undefined,
): string | undefined => {
	const message = textOf(body?.['error_msg']);
	if (message !== '') {
		return message;
	}

	const error = textOf(body?.['error']);
	if (error.includes('no matching operation')) {
		return say('DM at {label} is too old: over OpenAPI it can do this from 6.0 on.', {label});
	}

	if (error !== '') {
		return error;
	}

	if (status === 404 && /^404 page not found\s*$/v.test(said)) {
		return say(
			'OpenAPI is not switched on at {label}, and this goes over OpenAPI only. Set openapi = true in dm-master.toml, or use dmctl.',
			{label},
		);
	}

	return status === 400 && said === ''
		? say(
				'{label} knows no leader to pass it on to. After a leader is lost a new one usually serves within about 60 s.',
				{label},
			)
		: undefined;
};

/** What a whole answer means for the operation, whatever its status. */
export const readAnswer = (
	address: MasterAddress,
	request: OperationRequest,
	answer: HttpAnswer,
): OperationAnswer => {
	const {status} = answer;
	const isOpenApi = request.way === 'OpenAPI';
	if (status === 200) {
		return isOpenApi ? readOpenApi(address, answer) : readV1alpha1(address, answer);
	}

	if (isOpenApi && status > 200 && status < 300) {
		return accepted('');
	}

	const body = parseObject(answer.text);
	const problem = answerProblem(address, request.path, answer)?.problem ?? plainProblem('');
	if (!isCertainlyUndone(status, answer.text, body?.['code'])) {
		return unknown(problem);
	}

	const words = isOpenApi ? openApiWords(address, answer, body) : undefined;
	if (words !== undefined) {
		return refused(words);
	}

	if (status === 404 || status === 501) {
		const message = textOf(body?.['message']);
		const said = excerpt(message === '' ? answer.text : message);
		return refused(
			sentences(
				problemText({
					what: [
						say('{label} does not know {method} {path}', {
							label: address.label,
							method: request.method,
							path: request.path,
						}),
						...(said === '' ? [] : [`(${said})`]),
					].join(' '),
					fix: '',
				}),
				say('Nothing was done.'),
			),
		);
	}

	return notDone(problem);
};
