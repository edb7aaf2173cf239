import {say} from '../../../language/say.js';
import type {MasterAddress} from '../master-address.js';
import {CallFailure, excerpt} from './call-failure.js';
import {wordsOfDm} from './words-of-dm.js';

/** An HTTP answer with its body. */
export type HttpAnswer = {
	readonly status: number;
	readonly location: string;
	readonly text: string;
	/** Ms from the request to the end of the answer. */
	readonly took: number;
};

/** `message` and `code` of a grpc-gateway error, or `error` of another; '' and 0 when the body is something else. */
const errorMessage = (text: string): {code: number; message: string} => {
	try {
		const body: unknown = JSON.parse(text);
		if (typeof body === 'object' && body !== null) {
			const {code, message, error} = body as Record<string, unknown>;
			return {
				code: typeof code === 'number' ? code : 0,
				message: typeof message === 'string' ? message : typeof error === 'string' ? error : '',
			};
		}
	} catch {}

	return {code: 0, message: ''};
};

const isHtml = (text: string): boolean => /^\s*(?:<!doctype html|<html|<head|<body)/iv.test(text);

/** The title of a web page, else its first words. */
const pageWords = (text: string): string => {
	const beginning = text.slice(0, 4000);
	const title = excerpt(/<title>(?<title>[^<]*)/iv.exec(beginning)?.groups?.['title'] ?? '');
	return title === '' ? excerpt(beginning.replaceAll(/<[^<>]*>/gv, ' ')) : title;
};

/** A 200 whose body is not a JSON document: a page, half a body, something else. */
export const bodyProblem = (address: MasterAddress, text: string, message: string): CallFailure => {
	const {label} = address;
	if (isHtml(text)) {
		return new CallFailure(
			{
				what: say('{label} answered with a web page: {words}', {label, words: pageWords(text)}),
				fix: say('Something other than dm-master answers there, such as a proxy or a login page.'),
				detail: excerpt(text),
			},
			{scope: 'call'},
		);
	}

	return new CallFailure(
		{
			what: say('{label} gave an answer that cannot be read: {why}', {label, why: message}),
			fix: say('Is that the port of dm-master (8261), and is nothing in between that changes its answers?'),
			detail:
				text.trim() === '' ? say('The answer is empty.') : say('It begins: {text}', {text: excerpt(text)}),
		},
		{scope: 'call'},
	);
};

type Words = readonly [what: string, fix: string, scope?: 'master' | 'call'];

/** What dm-master, or the Go server under it, means by this body; undefined for an unknown body. */
const knownWords = (label: string, {status, text}: HttpAnswer): Words | undefined => {
	if (text.includes('sent an HTTP request to an HTTPS server')) {
		return [
			say('{label} speaks TLS only', {label}),
			say('Give --ssl-ca, --ssl-cert and --ssl-key, or write https:// before the address.'),
		];
	}

	if (isHtml(text)) {
		return [
			say('{label} answered {status} with a web page: {words}', {label, status, words: pageWords(text)}),
			say('Something other than dm-master answers there, such as a proxy or a login page.'),
			status === 504 ? 'call' : 'master',
		];
	}

	const {code, message} = errorMessage(text);
	if (/code=38043\b/v.test(message)) {
		return [
			say('{master} is not the leader and cannot reach the leader', {master: label}),
			say(
				'It passes by itself if a new leader is being elected (usually about 60 s); otherwise check the other masters.',
			),
		];
	}

	if (status === 503 && code === 14) {
		return [
			say('{master} has no leader to ask', {master: label}),
			say(
				'After a leader is lost a new one usually serves within about 60 s; otherwise check that most masters run.',
			),
		];
	}

	return undefined;
};

/** What an HTTP status means when the body is unknown. */
const wordsOfStatus = (label: string, {status, location}: HttpAnswer, said: string): Words => {
	if (status >= 300 && status < 400) {
		return [
			say('{label} points elsewhere: {place}', {
				label,
				place: location === '' ? say('it does not say where') : excerpt(location),
			}),
			say('dm-top asks only the addresses it was given. If that one is right, give it as --master-addr.'),
		];
	}

	switch (status) {
		case 401:
		case 403:
		case 407: {
			return [
				say('{label} denied access ({status})', {label, status}),
				say('dm-master itself asks for no password, something in between does.'),
			];
		}

		case 429: {
			return [
				say('{label} rejected the request as too large (429)', {label}),
				say('An answer over 4 MB, or a limit of something in between.'),
				'call',
			];
		}

		case 502:
		case 503: {
			return [
				say('{label} is a proxy whose backend does not answer ({status})', {label, status}),
				say('A proxy there does not reach dm-master, or dm-master does not reach its leader.'),
			];
		}

		default: {
			const words = wordsOfDm(said);
			return [
				said === ''
					? say('{label} answered {status}', {label, status})
					: say('{label} answered {status}: {said}', {label, status, said: words.said}),
				words.fix === '' && status >= 500 ? say('Check the log of dm-master.') : words.fix,
				'call',
			];
		}
	}
};

/**
 * What is wrong with an HTTP answer that is not 200, in words; undefined when it is 200.
 *
 * @param address Whose answer it is, for the message.
 * @param path What was asked, for the message.
 * @param answer What it answered.
 */
export const answerProblem = (
	address: MasterAddress,
	path: string,
	answer: HttpAnswer,
): CallFailure | undefined => {
	const {status, text} = answer;
	if (status === 200) {
		return undefined;
	}

	const {label} = address;
	const {message} = errorMessage(text);
	const said = excerpt(message === '' ? text : message);
	const detail = `HTTP ${status} for ${path}${said === '' ? '' : `: ${said}`}`;
	const known = knownWords(label, answer);
	if (known === undefined && [404, 501].includes(status)) {
		return new CallFailure(
			{
				what: say('{label} is not a dm-master: it does not serve {path}', {
					label,
					path: path.split('?', 1)[0] ?? path,
				}),
				fix: say('dm-master listens on 8261; 8262 is usually a dm-worker, 2379 a PD or an etcd.'),
				detail,
			},
			{scope: 'master', reason: 'unsupported'},
		);
	}

	const [what, fix, scope = 'master'] =
		known ?? wordsOfStatus(label, answer, (message === '' ? text : message).trim());
	return new CallFailure({what, fix, detail}, {scope});
};
