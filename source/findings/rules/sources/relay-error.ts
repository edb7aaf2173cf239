import {retriesOfResult} from '../../../dm/errors.js';
import {trueErrors} from '../../../dm/derived/leftovers.js';
import type {SourceView} from '../../../monitor/view.js';
import {errorsFound} from '../../evidence/process-errors.js';
import {furtherErrorsOf} from '../../evidence/further-errors.js';
import {concernsReader, type RelayDown, relaysDown, whoReads} from '../../evidence/relays.js';
import {orLog} from '../../evidence/what-to-do.js';
import {recurrence} from '../../evidence/recurrence.js';
import type {Found, Rule} from '../../rule.js';
import {relayName, relayNameFirst} from '../../words.js';
import {say} from '../../../language/say.js';

const find = (
	{source, worker: serving, at}: SourceView,
	{down, result, isRead, areRemote}: RelayDown,
): readonly Found[] => {
	const {worker, since, setbacks} = down;
	const [first, ...others] = trueErrors(result);
	if (!result || !first) {
		return [];
	}

	const owner = {source, worker, isOfRelay: true};
	const found = errorsFound([first, ...others], owner);
	const name = relayName(down, serving);
	const {times, why, ...began} = recurrence(setbacks, {since: since?.at, isSeen: since?.isSeen === true, at});
	return [
		{
			severity: isRead ? 'critical' : 'warning',
			...(worker !== '' && {worker}),
			...began,
			brief: say('{names}: {text}', {names: name.replace('the ', ''), text: `${found.what}${times}`}),
			...found,
			what: say('{name} stopped: {what}', {name: relayNameFirst(down, serving), what: found.what}),
			why: [...found.why, ...furtherErrorsOf(result), ...why, whoReads({isRead, areRemote})],
			fix: orLog(found.fix, owner),
			operations: [
				...new Set([...found.operations.filter(kind => kind.endsWith('-relay')), 'resume-relay' as const]),
			],
			retries: found.retries === 'no' ? 'no' : retriesOfResult(result, 'relay'),
		},
	];
};

export const rule: Rule = {
	kind: 'relay-error',
	order: 30,
	title: 'A relay stopped with an error',
	reportedWhen:
		'The relay of a worker of the source does not run and its result has errors, or DM is retrying. A source can have several relays; each is reported. It is critical if subtasks read from that relay.',
	silentWhen: 'The relay is off or running: an error of a running relay is in the past.',
	needs: ['relays'],
	health: 'error',
	over: 'the relay has recovered',
	ofSource: source => relaysDown(source).flatMap(down => find(source, down)),
	concerns: concernsReader,
};
