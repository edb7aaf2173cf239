import {trueErrors} from '../../../dm/derived/leftovers.js';
import type {OperationKind} from '../../../providers/operation.js';
import type {Rule} from '../../rule.js';
import {filled} from '../../words.js';
import {say} from '../../../language/say.js';
import type {Phrase} from '../../../language/text.js';

const ownBriefs: ReadonlyMap<OperationKind, Phrase> = new Map<OperationKind, Phrase>([
	['pause', 'paused by this dm-top'],
	['transfer-source', 'paused for the transfer'],
	['disable-source', 'paused: source disabled'],
]);

/** The evidence that it was this dm-top, and why. */
const ownWords: ReadonlyMap<OperationKind, Phrase> = new Map<OperationKind, Phrase>([
	['pause', 'Paused by this dm-top'],
	['transfer-source', 'Paused while this dm-top transfers its source'],
	['disable-source', 'Paused because this dm-top disabled its source'],
]);

export const rule: Rule = {
	kind: 'paused-by-person',
	order: 220,
	title: 'A subtask was paused manually',
	reportedWhen:
		'The subtask is Paused, its result says that it was cancelled, and there are no errors other than those caused by a pause.',
	silentWhen:
		'An error stopped the subtask: this is reported as `subtask-error`. Or DM does not say why it is paused: this is reported as `paused-unexplained`.',
	health: 'paused',
	over: 'no longer paused',
	ofSubtask({subtask, since, isSinceSeen, pausedBy}) {
		const {stage, result} = subtask;
		if (stage !== 'Paused' || result?.isCanceled !== true || trueErrors(result).length > 0) {
			return undefined;
		}

		const [left] = result.errors;
		return {
			severity: 'notice',
			since,
			isSinceAtLeast: !isSinceSeen,
			brief: say((pausedBy && ownBriefs.get(pausedBy)) ?? 'paused manually'),
			what: say((pausedBy && ownWords.get(pausedBy)) ?? 'Paused manually'),
			why: left
				? [
						say('The error in its result was caused by the pause itself: {error}', {
							error: filled(left.rawCause, left.message)[0] ?? '',
						}),
					]
				: pausedBy
					? []
					: [
							say(
								'DM says no more than that it was cancelled, as after pause-task or while it transfers the source',
							),
						],
			fix: [
				pausedBy === 'transfer-source'
					? say('Wait: DM resumes it on the other worker. If it stays paused, resume it.')
					: say('Resume it when the reason for the pause no longer applies.'),
			],
			operations: ['resume'],
			retries: 'no',
		};
	},
};
