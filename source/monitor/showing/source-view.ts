/** What is shown of a source. */
import {binlogDistance} from '../../dm/binlog.js';
import {sourceNotBound} from '../../dm/status.js';
import {relayHealth} from '../measuring/health.js';
import {worstLag} from '../measuring/lag.js';
import {stageText} from '../learning/events.js';
import {byText} from '../order.js';
import type {SourceRecord, SubtaskRecord} from '../records.js';
import type {Health, SourceView, SubtaskView} from '../view.js';
import {sumKnown} from './task-view.js';

const orderOf = (source: SourceRecord): readonly SubtaskRecord[] => {
	source.order ??= source.subtasks
		.values()
		.toArray()
		.toSorted((left, right) => byText(left.task, right.task));
	return source.order;
};

const healthOf = ({condition, at, relay, upstreamErrors}: SourceRecord): Health => {
	switch (condition.kind) {
		case 'silent': {
			return 'silent';
		}

		case 'unbound':
		case 'vanished': {
			return 'lost';
		}

		case 'fresh': {
			if (at === 0) {
				return 'new';
			}

			return upstreamErrors.length > 0 ? 'error' : (relayHealth(relay) ?? 'running');
		}
	}
};

const problemOf = ({condition, at, problem, relay}: SourceRecord): string => {
	if (condition.kind !== 'fresh') {
		return condition.why;
	}

	if (at === 0) {
		return 'no answer yet';
	}

	if (relay === undefined || problem !== '' || relayHealth(relay) === undefined) {
		return problem;
	}

	const message = relay.result?.errors[0]?.message ?? '';
	return `relay ${stageText(relay.stage, relay.result)}${message === '' ? '' : `: ${message}`}`;
};

const masterBinlogOf = (relay: SourceRecord['relay'], subtasks: readonly SubtaskView[]): string =>
	relay && relay.masterBinlog !== ''
		? relay.masterBinlog
		: (subtasks.find(({subtask}) => (subtask.sync?.masterBinlog ?? '') !== '')?.subtask.sync?.masterBinlog ??
			'');

const makeSourceView = (record: SourceRecord, subtasks: readonly SubtaskView[]): SourceView => {
	const {source, worker, at, relay, condition, upstreamErrors} = record;
	return {
		source,
		worker: condition.kind === 'unbound' ? sourceNotBound : worker,
		health: healthOf(record),
		at,
		condition,
		problem: problemOf(record),
		upstreamErrors,
		relay,
		relayDistance: relay && binlogDistance(relay.relayBinlog, relay.masterBinlog),
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
