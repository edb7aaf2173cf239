/** Why a recording does not continue, in plain words. */
import type {Phrase} from '../../../language/text.js';
import {say} from '../../../language/say.js';
import type {Problem} from '../../provider.js';
import {messageOf, codeOf} from '../../../terminal/thrown.js';

const failureText: ReadonlyMap<string, Phrase> = new Map([
	['ENOSPC', 'the disk is full'],
	['EDQUOT', 'the disk quota is used up'],
	['EFBIG', 'the file may not grow further'],
	['EIO', 'the disk fails'],
	['EROFS', 'the disk is read-only now'],
	['EPIPE', 'the reader has gone away'],
	['EAGAIN', 'its reader does not read'],
	['ETIMEDOUT', 'the disk does not answer'],
]);

/** What can be done after a recording has ended early. */
const restart = (): string => say('Restart dm-top to record again.');

const whyFailed = (error: unknown): string => {
	const known = failureText.get(codeOf(error));
	return known === undefined ? messageOf(error) : say(known);
};

/** Failures after which there is too little space. */
const spaceless: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);

/** A write failed at the end of dm-top: what was not written by then never is. */
export const endProblem = (path: string, error: unknown): Problem => {
	const code = codeOf(error);
	return {
		what: say('The recording {path} is not complete: {why}', {path, why: whyFailed(error)}),
		fix: spaceless.has(code)
			? say('Free space there or record to another place, and run dm-top again.')
			: code === 'EPIPE' || code === 'EAGAIN'
				? say('Run dm-top again to record again.')
				: say('Record to another place, and run dm-top again.'),
		detail: messageOf(error),
	};
};

/** A write failed. `isOver`: there will be no retry. */
export const writeProblem = (name: string, error: unknown, isOver: boolean): Problem => ({
	what: say('The recording {name} stopped: {why}', {name, why: whyFailed(error)}),
	fix: isOver ? restart() : say('It continues by itself when it can be written again.'),
	detail: messageOf(error),
});

/** The disk is too slow. */
export const slowProblem = (name: string): Problem => ({
	what: say('The disk is too slow for the recording {name}: some observations are not in it', {name}),
	fix: say('It continues by itself.'),
	detail: '',
});

/** The file was moved or removed. */
export const goneProblem = (name: string): Problem => ({
	what: say('{name} was removed or moved away: the recording has ended', {name}),
	fix: restart(),
	detail: '',
});
