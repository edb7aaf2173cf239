import type {SourceView} from '../../../monitor/view.js';
import {errorsFound, errorsInMessage} from '../../evidence/process-errors.js';
import {orLog} from '../../evidence/what-to-do.js';
import type {Found, Rule} from '../../rule.js';
import {filled} from '../../words.js';
import {say} from '../../../language/say.js';
import {listNames} from '../../../language/sentences.js';

/** What a worker says when nothing is wrong. */
const harmless = /^no sub ?task started$/iv;

/** DM's errors about the upstream itself. */
const said = ({
	source,
	worker,
	upstreamErrors,
	message,
}: SourceView): Pick<Found, 'what' | 'why' | 'fix' | 'error'> | undefined => {
	const [first, ...others] = upstreamErrors;
	if (first) {
		return errorsFound([first, ...others], {source, worker, isOfUpstream: true});
	}

	if (message === '' || harmless.test(message)) {
		return undefined;
	}

	return (
		errorsInMessage(message, {source, worker}) ?? {
			what: say('DM answers with a warning or an error'),
			why: [message],
			fix: [],
		}
	);
};

const blindWords = ({bound}: SourceView, tasks: readonly string[]): Pick<Found, 'what' | 'why' | 'fix'> => ({
	what: say('The upstream does not report the end of its binlog'),
	why: [
		say('{tasks} still {count|counts|count} as Running, but the lag is not known', {
			tasks: listNames(tasks),
			count: tasks.length,
		}),
		say(
			'SHOW MASTER STATUS returned nothing to the worker: the upstream is down, cannot be reached, or denies the privilege',
		),
	],
	fix: [
		bound
			? say(
					'Check whether the upstream answers, preferably from the host of {name} ({address}): connect to it and run SHOW MASTER STATUS.',
					{name: bound.name, address: bound.address},
				)
			: say('Check whether the upstream answers: connect to it and run SHOW MASTER STATUS.'),
		say('If the result is empty, enable the binlog, or grant REPLICATION CLIENT.'),
	],
});

export const rule: Rule = {
	kind: 'upstream-blind',
	order: 130,
	title: 'The state of an upstream is not known',
	reportedWhen:
		'Subtasks are shown as Running although DM does not know the end of the upstream’s binlog (masterBinlog is empty); or DM reports an error of the upstream, or its answer has a message, or reports a failure although it has subtasks.',
	silentWhen:
		'The subtasks are Paused by an error of the upstream: this is reported as `subtask-error`. Or this form of document has no positions.',
	needs: ['details'],
	health: 'impaired',
	ofSource(source) {
		const {condition, subtasks} = source;
		const blind = subtasks.filter(({sinces}) => sinces.blind !== undefined);
		const words = said(source);
		if (condition.kind !== 'fresh' || (blind.length === 0 && !words)) {
			return [];
		}

		const sinces = blind.map(({sinces: {blind: since}}) => since!);
		const first = sinces.toSorted((left, right) => left.at - right.at)[0];
		const unseen =
			blind.length === 0
				? undefined
				: blindWords(
						source,
						blind.map(({subtask}) => subtask.task),
					);
		return [
			{
				severity: 'warning',
				...(source.worker !== '' && {worker: source.worker}),
				since: first?.at,
				isSinceAtLeast: first?.isSeen !== true,
				brief: unseen ? say('upstream not visible') : words!.what,
				what: unseen?.what ?? words!.what,
				why: [...(unseen?.why ?? []), ...(unseen && words ? filled(words.what) : []), ...(words?.why ?? [])],
				fix: orLog([...(words?.fix ?? []), ...(unseen?.fix ?? [])], source),
				operations: [],
				retries: 'yes',
				error: words?.error,
			},
		];
	},
	// Without a time it is about the answer as a whole, with all that it says to be running.
	concerns: ({sinces, subtask}, {since}) =>
		sinces.blind !== undefined || (since === undefined && subtask.stage === 'Running'),
};
