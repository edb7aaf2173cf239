import {shellQuote} from '../../../dm/values/shell-quote.js';
import {isUnreadable} from '../../../dm/positions/binlog.js';
import type {RelayView} from '../../../monitor/view.js';
import {say} from '../../../language/say.js';
import type {Found, Rule} from '../../rule.js';
import {filled} from '../../words.js';

/** Positions as DM names them, with what it says of each. */
type Told = ReadonlyArray<readonly [name: string, text: string]>;

const find = (told: Told, source: string, missing = ''): Found | undefined => {
	const unreadable = told.filter(([, text]) => isUnreadable(text));
	return unreadable.length === 0 && missing === ''
		? undefined
		: {
				severity: 'warning',
				isSinceAtLeast: true,
				brief: say('position unreadable'),
				what: say('A binlog position cannot be read: how far it is behind is not known'),
				why: [
					...unreadable.map(([name, text]) => say('{name}: {text}', {name, text})),
					...filled(missing && say('DM reports no {name}', {name: missing})),
				],
				fix: [
					say('Ask the worker: dmctl query-status -s {source}', {source: shellQuote(source)}),
					say('If it stays, check the log of the dm-worker.'),
				],
				operations: [],
				retries: 'unknown',
			};
};

const findInRelay = ({worker, relay}: RelayView, source: string): readonly Found[] => {
	const found = find(
		[
			['relayBinlog', relay.relayBinlog],
			['masterBinlog', relay.masterBinlog],
		],
		source,
	);
	return found ? [{...found, ...(worker !== '' && {worker})}] : [];
};

export const rule: Rule = {
	kind: 'position-unreadable',
	order: 229,
	title: 'A position in a binlog cannot be read',
	reportedWhen:
		'Where the checkpoint, the relay log or the binlog of the upstream ends is no binlog position in DM’s answer, or a running Sync reports the end of the upstream’s binlog and no checkpoint. How far the checkpoint or the relay is behind is not known; a lag of 0 is shown as unknown.',
	silentWhen:
		'DM reports no end of the upstream’s binlog: this is reported as `upstream-blind`. Or there is no checkpoint yet: DM then prints `(, 0)`.',
	needs: ['details'],
	hides: 'distance',
	health: 'unknown',
	ofSubtask: ({subtask: {unit, stage, sync, source}, stale}) =>
		unit === 'Sync' && sync && stale === ''
			? find(
					[
						['syncerBinlog', sync.syncerBinlog],
						['masterBinlog', sync.masterBinlog],
					],
					source,
					stage === 'Running' && sync.masterBinlog !== '' && sync.syncerBinlog === '' ? 'syncerBinlog' : '',
				)
			: undefined,
	ofSource: ({source, relays = [], condition}) =>
		condition.kind === 'fresh' ? relays.flatMap(relay => findInRelay(relay, source)) : [],
};
