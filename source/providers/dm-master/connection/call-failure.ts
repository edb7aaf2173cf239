import {stripSecrets} from '../../../dm/secrets/passwords.js';
import {singleSpaced} from '../../../dm/values/single-spaced.js';
import {sanitize} from '../../../terminal/sanitize.js';
import type {Problem} from '../../provider.js';
import {thrownProblem} from '../../problem.js';

/** What a failed call says about the master and about asking again. */
export type CallFailureOptions = {
	/**
	 * `master`: this dm-master is of no use at the moment, so the next one is tried. `call`: only this call failed;
	 * others may succeed.
	 */
	readonly scope: 'master' | 'call';
	/** `timeout`: the deadline passed. `unsupported`: the path is not served (404, 501). */
	readonly reason?: 'timeout' | 'unsupported' | 'other';
	/** Whether TLS is what failed: then the problem names the certificate or the file. */
	readonly isOfTls?: boolean;
};

/**
 * A call to a dm-master without a usable answer, in plain words. What servers and libraries said in it is cleaned here,
 * once.
 */
export class CallFailure extends Error {
	override readonly name: string = 'CallFailure';
	readonly problem: Problem;
	readonly scope: 'master' | 'call';
	readonly reason: 'timeout' | 'unsupported' | 'other';
	readonly isOfTls: boolean;

	constructor(problem: Problem, {scope, reason = 'other', isOfTls = false}: CallFailureOptions) {
		const what = sanitize(stripSecrets(problem.what));
		super(what);
		this.problem = {
			what,
			fix: sanitize(problem.fix),
			detail: sanitize(stripSecrets(problem.detail)),
		};
		this.scope = scope;
		this.reason = reason;
		this.isOfTls = isOfTls;
	}
}

/** The beginning of text on one line, without secrets, for a `detail`: at most 200 characters. */
export const excerpt = (text: string): string => {
	const line = singleSpaced(stripSecrets(text.slice(0, 2000)));
	return line.length > 200 ? `${line.slice(0, 199)}…` : line;
};

/** A duration in words: "5 s", "1.5 s", "300 ms". */
export const inSeconds = (milliseconds: number): string =>
	milliseconds < 1000 ? `${milliseconds} ms` : `${Math.round(milliseconds / 100) / 10} s`;

/** What a call threw as a `CallFailure`; anything else becomes a failure of that call. */
export const asCallFailure = (error: unknown): CallFailure =>
	error instanceof CallFailure ? error : new CallFailure(thrownProblem(error), {scope: 'call'});
