/**
 * The choice of an operating verb and its arguments; names are taken literally.
 */
import {say} from '../../language/say.js';
import type {Choice} from '../../operations/target.js';
import type {StartFrom} from '../../operations/starting/start.js';
import {isDuration, isStartTime} from '../../operations/starting/task-file.js';
import {type Verb, usageOf} from './verbs.js';

/** The words of an operating verb. */
export type VerbWords = {
	readonly verb: Verb;
	/** Arguments, without the verb and options. */
	readonly texts: readonly string[];
	/** The value of `-b`. */
	readonly position?: string;
};

const lockChoice = ([lock = '', ...how]: readonly string[], verb: Verb): Choice | string => {
	const wrong = how.find(word => !['exec', 'skip', 'force'].includes(word));
	if (
		wrong !== undefined ||
		new Set(how).size < how.length ||
		(how.includes('exec') && how.includes('skip'))
	) {
		return say('“{word}” is not valid here: {usage}', {word: wrong ?? how.at(-1)!, usage: usageOf(verb)});
	}

	return {
		kind: 'unlock-ddl',
		lock,
		task: '',
		// As dmctl's default.
		action: how.includes('exec') ? 'exec' : 'skip',
		owner: '',
		force: how.includes('force'),
	};
};

/**
 * The effect of one word after a task that is started again, and the one after it; undefined where they are invalid.
 */
const startHow = (
	word: string,
	value: string,
): {readonly from: Partial<StartFrom>; readonly words: number} | undefined => {
	switch (word) {
		case 'without-checkpoint': {
			return {from: {removesMeta: true}, words: 1};
		}

		case 'from': {
			return isStartTime(value) ? {from: {startTime: value}, words: 2} : undefined;
		}

		case 'safe-mode': {
			return isDuration(value) ? {from: {safeModeFor: value}, words: 2} : undefined;
		}

		default: {
			return undefined;
		}
	}
};

/** `without-checkpoint`, `from TIME` and `safe-mode LENGTH`, in any order; else the first invalid word. */
const startHows = ([word, ...rest]: readonly string[]): Partial<StartFrom> | string => {
	if (word === undefined) {
		return {};
	}

	const how = startHow(word, rest[0] ?? '');
	if (!how) {
		return word;
	}

	const others = startHows(rest.slice(how.words - 1));
	return typeof others === 'string' ? others : {...others, ...how.from};
};

const restartChoice = (texts: readonly string[], verb: Verb): Choice | string => {
	const changes = startHows(texts.slice(1));
	if (typeof changes === 'string') {
		return say(
			'“{word}” is not valid here: {usage}, HOW being without-checkpoint, from "2026-11-27 01:02:03" or safe-mode 10m',
			{word: changes, usage: usageOf(verb)},
		);
	}

	const from = {isAgain: true, removesMeta: false, startTime: '', safeModeFor: '', ...changes};
	return {kind: 'start', task: texts[0] ?? '', sources: [], from};
};

/** The choice that an operating verb asks for, or a mistake. */
export const choiceOf = ({verb, texts, position}: VerbWords): Choice | string => {
	if (verb.name === 'restart') {
		return restartChoice(texts, verb);
	}

	const [first = '', second = ''] = texts;
	const rest = texts.slice(1);
	const kind = verb.operation!;
	switch (kind) {
		case 'enable-relay':
		case 'disable-relay': {
			return {kind, source: first, workers: rest};
		}

		case 'purge-relay': {
			return {kind, source: first, before: second};
		}

		case 'transfer-source': {
			return {kind, source: first, worker: second};
		}

		case 'pause-relay':
		case 'resume-relay': {
			return {kind, source: first};
		}

		case 'validation-start':
		case 'validation-stop': {
			return {kind, task: first, sources: rest};
		}

		case 'validation-ignore':
		case 'validation-resolve':
		case 'validation-clear': {
			return second === 'all' || /^\d+$/v.test(second)
				? {kind, task: first, sources: [], error: second}
				: say('“{word}” is not the number of a difference: {usage}', {word: second, usage: usageOf(verb)});
		}

		case 'evict-leader':
		case 'cancel-evict-leader': {
			return {kind};
		}

		case 'unlock-ddl': {
			return lockChoice(texts, verb);
		}

		case 'pause':
		case 'resume':
		case 'start':
		case 'stop': {
			return {kind, targets: [{task: first, sources: rest}]};
		}

		default: {
			return {
				kind,
				targets: [{task: first, sources: rest}],
				...(position !== undefined && {position}),
			};
		}
	}
};
