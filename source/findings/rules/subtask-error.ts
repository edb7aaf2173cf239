import {findBadDdl} from '../../dm/bad-ddl.js';
import {autoResumable} from '../../dm/errors.js';
import type {OperationKind} from '../../providers/operation.js';
import {causeOf, trueErrors} from '../../dm/leftovers.js';
import {errorFound} from '../process-errors.js';
import type {Rule} from '../rule.js';

const pastDdl: readonly OperationKind[] = ['binlog-skip', 'binlog-replace', 'resume'];

export const subtaskError: Rule = {
	kind: 'subtask-error',
	title: 'A subtask stopped with an error',
	told: 'The subtask is Paused and its result has errors.',
	silent:
		'The subtask runs: an error in its result is a past one. Or a person paused it, and the only errors are those that a pause leaves behind (connection is already closed, context canceled).',
	health: 'error',
	ofSubtask(view) {
		const {subtask, since, isSinceSeen} = view;
		const errors = subtask.stage === 'Paused' ? trueErrors(subtask.result) : [];
		if (errors.length === 0) {
			return undefined;
		}

		const found = errorFound(causeOf(errors));
		return {
			severity: 'critical',
			since,
			isSinceAtLeast: !isSinceSeen,
			brief: found.what,
			...found,
			operations: findBadDdl(subtask) ? pastDdl : ['resume'],
			retries: autoResumable(subtask.result) ? 'yes' : 'no',
		};
	},
};
