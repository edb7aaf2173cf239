/**
 * `dm-top explain KIND`: what a kind of finding means; without a kind, which there are. No cluster is asked.
 */
import type {Writable} from 'node:stream';
import {explainKind, listKinds} from '../findings/explain.js';
import {sanitize} from '../terminal/sanitize.js';

export type ExplainOptions = {readonly output: Writable; readonly errors: Writable};

/** 0: explained. 1: there is nothing of that name. */
export const explain = (words: readonly string[], {output, errors}: ExplainOptions): 0 | 1 => {
	const subject = words.join(' ');
	const text = subject === '' ? listKinds() : explainKind(subject);
	if (text === undefined) {
		errors.write(
			`dm-top: ${sanitize(`“${subject}” is not a kind of finding. dm-top explain lists the kinds.`)}\n`,
		);
		return 1;
	}

	output.write(`${text}\n`);
	return 0;
};
