import {retriesOfResult} from '../../dm/errors.js';
import {trueErrors} from '../../dm/leftovers.js';
import {errorsFound} from '../process-errors.js';
import type {Rule} from '../rule.js';

export const relayError: Rule = {
	kind: 'relay-error',
	title: 'A relay stopped with an error',
	told: 'The relay of a source is Paused or Stopped and its result has errors.',
	silent: 'The relay is off, or runs: an error of a running relay is a past one.',
	health: 'error',
	ofSource({source, relay, worker, condition}) {
		const isDown = relay?.stage === 'Paused' || relay?.stage === 'Stopped';
		const [first, ...others] = isDown && condition.kind === 'fresh' ? trueErrors(relay.result) : [];
		if (!relay?.result || !first) {
			return [];
		}

		const found = errorsFound([first, ...others], {source, worker, isOfRelay: true});
		return [
			{
				severity: 'critical',
				worker,
				isSinceAtLeast: true,
				brief: `relay: ${found.what}`,
				...found,
				what: `The relay stopped: ${found.what}`,
				operations: [
					...new Set([...found.operations.filter(kind => kind.endsWith('-relay')), 'resume-relay' as const]),
				],
				retries: found.retries === 'no' ? 'no' : retriesOfResult(relay.result, 'relay'),
			},
		];
	},
	// A dump or a load reads the upstream itself; a subtask that does not run has a trouble of its own.
	concerns: ({subtask}) => subtask.unit === 'Sync' && subtask.stage === 'Running',
};
