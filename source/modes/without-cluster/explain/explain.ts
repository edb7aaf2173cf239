/**
 * `dm-top explain WHAT`: what a kind of finding, a code, or an error's text means; without words, the error that standard
 * input brings, or else the kinds there are. No cluster is asked.
 */
import {text} from 'node:stream/consumers';
import type {Readable, Writable} from 'node:stream';
import {say} from '../../../language/say.js';
import {explainKind, listKinds, listThresholds} from '../../../findings/explain.js';
import {sanitize} from '../../../terminal/sanitize.js';
import {explainAsText} from './explain-errors.js';

export type ExplainOptions = {
	/** Read when there are no words; `isTTY` where it is a keyboard, which brings nothing. */
	readonly input: Readable & {readonly isTTY?: boolean};
	readonly output: Writable;
	readonly errors: Writable;
	/** Columns. */
	readonly width: number;
};

/** What is not asked for as a kind of finding or an error. */
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

/** 0: explained. 1: nothing is known of it. */
export const explain = async (
	words: readonly string[],
	{input, output, errors, width}: ExplainOptions,
): Promise<0 | 1> => {
	const asked = words.join(' ');
	const subject = asked === '' && input.isTTY !== true ? await text(input) : asked;
	const explained =
		subject.trim() === ''
			? kinds()
			: subject.trim() === thresholdsWord
				? `${say('Thresholds of findings, for --threshold NAME=VALUE:')}\n${listThresholds()}`
				: (explainKind(subject.trim()) ?? explainAsText(subject, width));
	if (explained === undefined) {
		errors.write(
			`dm-top: ${sanitize(say('“{subject}” is neither a kind of finding nor an error that dm-top knows. dm-top explain lists the kinds.', {subject: subject.trim()}))}\n`,
		);
		return 1;
	}

	output.write(`${explained}\n`);
	return 0;
};
