/**
 * `dm-top explain WHAT`: explains a kind of finding, a code, or the text of an error; without words, the error on
 * standard input, else it lists all kinds. No cluster is asked.
 */
import type {Readable, Writable} from 'node:stream';
import {say} from '../../../language/say.js';
import {nearest} from '../../../dm/nearest.js';
import {errorEntries} from '../../../dm/errors/knowledge.js';
import {explainKind, findingKinds, listKinds, listThresholds} from '../../../findings/explain.js';
import {refuseTooLarge} from '../../../terminal/files/text-file.js';
import {fileReason} from '../../../terminal/thrown.js';
import {complain} from '../../complain.js';
import {TextEncodingError} from '../../../providers/file/decode-text.js';
import {readText} from '../../../providers/file/read-text.js';
import {type Explained, explainAsText} from './explain-errors.js';
import {wrappedText} from './wrapped.js';

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

/** What is pasted on standard input, in UTF-8 or in UTF-16 (PowerShell's >); throws where it cannot be read to its end. */
const pasted = async (input: Readable): Promise<string> => {
	try {
		let whole = '';
		for await (const piece of readText(input, new AbortController().signal)) {
			whole += piece;
			refuseTooLarge(whole.length);
		}

		return whole;
	} catch (error) {
		if (error instanceof TextEncodingError) {
			throw error;
		}

		throw new Error(
			say('{path} cannot be read: {why}', {path: say('standard input'), why: fileReason(error)}),
			{cause: error},
		);
	}
};

const kindOrError = (subject: string, width: number): Explained => {
	const page = explainKind(subject.toLowerCase());
	return page === undefined ? explainAsText(subject, width) : {page: wrappedText(page, width)};
};

/** That nothing is known about a subject, with the name that was probably meant. */
const unknown = (subject: string): string => {
	const meant = nearest(subject, [...findingKinds, ...errorEntries().map(({id}) => id), thresholdsWord]);
	return meant === undefined
		? say(
				'“{subject}” is neither a kind of finding nor an error that dm-top knows. dm-top explain lists the kinds.',
				{subject},
			)
		: say(
				'“{subject}” is neither a kind of finding nor an error that dm-top knows; did you mean {meant}? dm-top explain lists the kinds.',
				{subject, meant},
			);
};

/** 0: explained. 1: nothing is known about it. */
export const explain = async (
	words: readonly string[],
	{input, output, errors, width}: ExplainOptions,
): Promise<0 | 1> => {
	const asked = words.join(' ');
	let subject = asked.trim();
	if (subject === '' && input.isTTY !== true) {
		try {
			const read = await pasted(input);
			subject = read.trim();
		} catch (error) {
			if (!(error instanceof TextEncodingError)) {
				throw error;
			}

			complain(errors, say('Standard input {what}. {fix}', {what: error.message, fix: error.fix}));
			return 1;
		}
	}

	const explained: Explained =
		subject === ''
			? {page: wrappedText(kinds(), width)}
			: subject.toLowerCase() === thresholdsWord
				? {
						page: wrappedText(
							`${say('Thresholds of findings, for --threshold NAME=VALUE:')}\n${listThresholds()}`,
							width,
						),
					}
				: kindOrError(subject, width);
	if (explained && 'page' in explained) {
		output.write(`${explained.page}\n`);
		return 0;
	}

	complain(errors, explained?.nothing ?? unknown(subject));
	return 1;
};
