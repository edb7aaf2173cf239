import type {Writable} from 'node:stream';
import {stripSecrets} from '../dm/secrets/passwords.js';
import {say} from '../language/say.js';
import {problemText} from '../providers/problem-text.js';
import type {Problem} from '../providers/problem.js';
import {sanitize} from '../terminal/sanitize.js';

/** One line on standard error. Addresses with a password may come from the environment or a file: standard error is kept in logs. */
export const complain = (errors: Writable, message: string): void => {
	errors.write(`dm-top: ${sanitize(stripSecrets(message))}\n`);
};

/** Writes each problem as one line on standard error; '' is none. One that stays is not repeated. */
export const complainTo = (errors: Writable) => {
	let last = '';
	return (problem: string): void => {
		if (problem !== '' && problem !== last) {
			complain(errors, problem);
		}

		last = problem;
	};
};

/** That DM's metrics are not available: findings that only they reveal are then missing without a word. */
export const metricsTrouble = (problem: Problem | undefined): string =>
	problem ? say('Metrics: {problem}', {problem: problemText(problem)}) : '';

/** One line on standard error where DM's metrics were asked for and are not available. */
export const complainOfMetrics = (errors: Writable, problem: Problem | undefined): void => {
	complainTo(errors)(metricsTrouble(problem));
};
