import {autoResumable} from '../../dm/errors.js';
import {causeOf, trueErrors} from '../../dm/leftovers.js';
import {errorFound} from '../process-errors.js';
import type {Rule} from '../rule.js';

export const relayError: Rule = {
	kind: 'relay-error',
	title: 'A relay stopped with an error',
	told: 'The relay of a source is Paused or Stopped and its result has errors.',
	silent: 'The relay is off, or runs: an error of a running relay is a past one.',
	health: 'error',
	ofSource({relay, worker, condition}) {
		const isDown = relay?.stage === 'Paused' || relay?.stage === 'Stopped';
		const errors = isDown && condition.kind === 'fresh' ? trueErrors(relay.result) : [];
		if (errors.length === 0) {
			return [];
		}

		const found = errorFound(causeOf(errors));
		return [
			{
				severity: 'critical',
				worker,
				isSinceAtLeast: true,
				brief: `relay: ${found.what}`,
				...found,
				what: `The relay stopped: ${found.what}`,
				operations: ['resume-relay'],
				retries: autoResumable(relay?.result, 'relay') ? 'yes' : 'no',
			},
		];
	},
	// A dump or a load reads the upstream itself; a subtask that does not run has a trouble of its own.
	concerns: ({subtask}) => subtask.unit === 'Sync' && subtask.stage === 'Running',
};
