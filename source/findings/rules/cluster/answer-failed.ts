import {say} from '../../../language/say.js';
import {errorsInMessage} from '../../evidence/process-errors.js';
import type {Found, Rule} from '../../rule.js';
import {filled} from '../../words.js';

type Said = Pick<Found, 'what' | 'why' | 'fix' | 'error'>;

/** DM's message taken apart, or as it is. */
const said = (message: string): Said =>
	errorsInMessage(message, {}) ?? {
		what: message === '' ? say('DM gives no reason') : message,
		why: [],
		fix: [],
	};

export const rule: Rule = {
	kind: 'answer-failed',
	order: 205,
	title: 'DM reports a failure of its answer',
	reportedWhen:
		'The answer says `result: false` as a whole although it has sources: a part of it may be missing or old.',
	silentWhen:
		'It has no sources either: this is reported as `cluster-silent`. Or only some sources report a failure: each is reported as `source-silent` or `upstream-blind`.',
	over: 'DM answers without a failure again',
	ofCluster: ({refusals, leader = ''}) =>
		refusals.slice(0, 1).map(first => {
			const {what, why, fix, error} = said(first);
			return {
				severity: 'warning',
				isSinceAtLeast: true,
				brief: say('answer failed'),
				what: say('DM reports a failure of its answer: {what}', {what}),
				why: [...why, ...refusals.slice(1).flatMap(other => filled(other))],
				fix:
					fix.length > 0
						? fix
						: [
								say('Check the log of the dm-master{master}, then ask it again: dmctl query-status.', {
									master: leader === '' ? '' : ` ${leader}`,
								}),
							],
				operations: [],
				retries: 'unknown',
				...(error && {error}),
			};
		}),
};
