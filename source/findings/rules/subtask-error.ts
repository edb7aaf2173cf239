import {findBadDdl} from '../../dm/bad-ddl.js';
import {retriesOfResult} from '../../dm/errors.js';
import {trueErrors} from '../../dm/leftovers.js';
import type {OperationKind} from '../../providers/operation.js';
import {errorsFound} from '../process-errors.js';
import type {Rule} from '../rule.js';

const pastDdl: readonly OperationKind[] = ['binlog-skip', 'binlog-replace', 'resume'];

const units = ['Dump', 'Load', 'Sync'] as const;

/** What the error itself asks for; a DDL can be passed whatever it is, and every subtask can be resumed. */
const operationsFor = (own: readonly OperationKind[], isAtDdl: boolean): readonly OperationKind[] => [
	...new Set([
		...own.filter(kind => isAtDdl || !pastDdl.includes(kind) || kind === 'resume'),
		...(isAtDdl ? pastDdl : []),
		'resume' as const,
	]),
];

export const subtaskError: Rule = {
	kind: 'subtask-error',
	title: 'A subtask stopped with an error',
	told: 'The subtask is Paused and its result has errors.',
	silent:
		'The subtask runs: an error in its result is a past one. Or a person paused it, and the only errors are those that a pause leaves behind (connection is already closed, context canceled).',
	health: 'error',
	ofSubtask(view) {
		const {subtask, since, isSinceSeen} = view;
		const {result, stage, task, source, worker, unit} = subtask;
		const [first, ...others] = stage === 'Paused' ? trueErrors(result) : [];
		if (!result || !first) {
			return undefined;
		}

		const found = errorsFound([first, ...others], {
			task,
			source,
			worker,
			unit: units.find(known => known === unit),
		});
		return {
			severity: 'critical',
			since,
			isSinceAtLeast: !isSinceSeen,
			brief: found.what,
			...found,
			operations: operationsFor(found.operations, findBadDdl(subtask) !== undefined),
			retries: found.retries === 'no' ? 'no' : retriesOfResult(result),
		};
	},
};
