/**
 * `dm-top explain WHAT`: explains a kind of finding, a code, or the text of an error; without words, the error on
 * standard input, else it lists all kinds. No cluster is asked.
 */
import type {Readable, Writable} from 'node:stream';
import {say} from '../../../language/say.js';
import {explainKind, listKinds, listThresholds} from '../../../findings/explain.js';
import {readTextStream} from '../../../terminal/text-file.js';
import {fileReason} from '../../../terminal/thrown.js';
import {complain} from '../../complain.js';
import {explainAsText} from './explain-errors.js';

/** The streams and the width of `dm-top explain`. */
export type ExplainOptions = {
	/** Read when there are no words, unless it is a terminal (`isTTY`). */
	readonly input: Readable & {readonly isTTY?: boolean};
	readonly output: Writable;
	readonly errors: Writable;
	/** Columns. */
	readonly width: number;
};

/** Words other than a kind of finding or an error. */
const thresholdsWord = 'thresholds';

const kinds = (): string =>
	[
		say('Kinds of findings:'),
		listKinds(),
		'',
		say(
			"Errors: dm-top explain 36069, dm-top explain 1236, dm-top explain 'Error 1236 ...', or paste one on standard input.",
		),
	].join('\n');

/** What is pasted on standard input; throws where it cannot be read to its end. */
const pasted = async (input: Readable): Promise<string> => {
	try {
		return await readTextStream(input);
	} catch (error) {
		throw new Error(
			say('{path} cannot be read: {why}', {path: say('standard input'), why: fileReason(error)}),
			{cause: error},
		);
	}
};

/** 0: explained. 1: nothing is known about it. */
export const explain = async (
	words: readonly string[],
	{input, output, errors, width}: ExplainOptions,
): Promise<0 | 1> => {
	const asked = words.join(' ');
	const subject = asked === '' && input.isTTY !== true ? await pasted(input) : asked;
	const explained =
		subject.trim() === ''
			? kinds()
			: subject.trim() === thresholdsWord
				? `${say('Thresholds of findings, for --threshold NAME=VALUE:')}\n${listThresholds()}`
				: (explainKind(subject.trim()) ?? explainAsText(subject, width));
	if (explained === undefined) {
		complain(
			errors,
			say(
				'“{subject}” is neither a kind of finding nor an error that dm-top knows. dm-top explain lists the kinds.',
				{subject: subject.trim()},
			),
		);
		return 1;
	}

	output.write(`${explained}\n`);
	return 0;
};
