/** What is shown of a source. */
import {sourceNotBound} from '../../dm/status.js';
import {relayHealth, worstHealth} from '../measuring/health.js';
import {worstLag} from '../measuring/worst-lag.js';
import {stageText} from '../learning/events.js';
import {relayView} from '../learning/relay.js';
import {isUnheard} from '../learning/unheard.js';
import {byText} from '../order.js';
import type {SourceRecord, SubtaskRecord} from '../records.js';
import type {Health, RelayView, SourceView, SubtaskView} from '../view.js';
import {sumKnown} from './task-view.js';

const orderOf = (source: SourceRecord): readonly SubtaskRecord[] => {
	source.order ??= source.subtasks
		.values()
		.toArray()
		.toSorted((left, right) => byText(left.task, right.task));
	return source.order;
};

/** Its relays, that of the worker that serves it first; undefined while nobody told. */
const relaysOf = ({
	worker,
	relay,
	isRelayTold,
	furtherRelays,
	relayPasts,
}: SourceRecord): readonly RelayView[] | undefined =>
	!isRelayTold && furtherRelays.length === 0
		? undefined
		: [...(relay ? [relayView(worker, relay)] : []), ...furtherRelays].map(one => ({
				...one,
				since: relayPasts.get(one.worker)?.since,
				setbacks: relayPasts.get(one.worker)?.setbacks,
			}));

const healthOf = (
	{condition, at, isOnlyListed, upstreamErrors}: SourceRecord,
	relays: readonly RelayView[],
): Health => {
	switch (condition.kind) {
		case 'silent': {
			return 'silent';
		}

		case 'unbound':
		case 'vanished': {
			return 'lost';
		}

		case 'fresh': {
			if (at === 0 || isOnlyListed) {
				return 'unknown';
			}

			return upstreamErrors.length > 0
				? 'error'
				: (worstHealth(relays.flatMap(({relay}) => relayHealth(relay) ?? [])) ?? 'running');
		}
	}
};

const relayProblem = ({worker, relay}: RelayView, source: SourceRecord): string => {
	const message = relay.result?.errors[0]?.message ?? '';
	const whose = worker === source.worker ? 'relay' : `relay of ${worker}`;
	return `${whose} ${stageText(relay.stage, relay.result)}${message === '' ? '' : `: ${message}`}`;
};

const problemOf = (source: SourceRecord, relays: readonly RelayView[]): string => {
	const {condition, at, problem} = source;
	if (condition.kind !== 'fresh') {
		return condition.why;
	}

	if (at === 0) {
		return 'no answer yet';
	}

	const down = relays.find(({relay}) => relayHealth(relay) !== undefined);
	return problem === '' && down ? relayProblem(down, source) : problem;
};

const masterBinlogOf = (relay: SourceRecord['relay'], subtasks: readonly SubtaskView[]): string =>
	relay && relay.masterBinlog !== ''
		? relay.masterBinlog
		: (subtasks.find(({subtask}) => (subtask.sync?.masterBinlog ?? '') !== '')?.subtask.sync?.masterBinlog ??
			'');

const makeSourceView = (record: SourceRecord, subtasks: readonly SubtaskView[]): SourceView => {
	const {source, worker, at, relay, condition, upstreamErrors, message, listedAt} = record;
	const relays = relaysOf(record);
	return {
		source,
		worker: condition.kind === 'unbound' ? sourceNotBound : worker,
		bound: record.bound,
		health: healthOf(record, relays ?? []),
		at,
		condition,
		problem: problemOf(record, relays ?? []),
		upstreamErrors,
		relay,
		relayDistance: relay && relays?.[0]?.distance,
		relays,
		message,
		listedAt,
		mayHaveMore: isUnheard(record),
		masterBinlog: masterBinlogOf(relay, subtasks),
		subtasks,
		lag: worstLag(subtasks.map(({lag}) => lag)),
		rowsPerSecond: sumKnown(subtasks.map(({rowsPerSecond}) => rowsPerSecond)),
	};
};

/** The view of a source, its subtasks' views being made already. */
export const viewSource = (record: SourceRecord): SourceView => {
	record.view ??= makeSourceView(
		record,
		orderOf(record).flatMap(({view}) => view ?? []),
	);
	return record.view;
};
