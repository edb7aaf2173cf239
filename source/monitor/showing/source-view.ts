/** The view of a source. */
import {fitted} from '../../dm/values/fitted.js';
import type {MetricValues} from '../../dm/metrics/catalogue.js';
import {sourceNotBound} from '../../dm/status.js';
import {worstLagWithout} from '../lag/worst-lag.js';
import {relayView} from '../learning/relay.js';
import {isUnheard} from '../learning/missing/unheard.js';
import {byText} from '../order.js';
import type {ClusterState, SourceRecord, SubtaskRecord} from '../records/records.js';
import type {RelayView, SourceView, SubtaskView} from '../view.js';
import {sumKnown} from './over-subtasks.js';
import {whySourceIsStale} from './stale.js';

const orderOf = (source: SourceRecord): readonly SubtaskRecord[] => {
	source.order ??= source.subtasks
		.values()
		.toArray()
		.toSorted((left, right) => byText(left.task, right.task));
	return source.order;
};

const withMetrics = (metrics: MetricValues | undefined): Pick<RelayView, 'metrics'> =>
	metrics ? {metrics} : {};

/** Its relays, that of the worker that serves it first; undefined while none is known. */
const relaysOf = ({
	worker,
	relay,
	isRelayTold,
	furtherRelays,
	relayPasts,
	workerMetrics,
}: SourceRecord): readonly RelayView[] | undefined =>
	!isRelayTold && furtherRelays.length === 0
		? undefined
		: [...(relay ? [relayView(worker, relay)] : []), ...furtherRelays].map(one => ({
				...one,
				since: relayPasts.get(one.worker)?.since,
				setbacks: relayPasts.get(one.worker)?.setbacks,
				...withMetrics(workerMetrics?.get(one.worker)),
			}));

const masterBinlogOf = (relay: SourceRecord['relay'], subtasks: readonly SubtaskView[]): string =>
	relay && relay.masterBinlog !== ''
		? relay.masterBinlog
		: (subtasks.find(({subtask}) => (subtask.sync?.masterBinlog ?? '') !== '')?.subtask.sync?.masterBinlog ??
			'');

const makeSourceView = (
	known: ClusterState,
	record: SourceRecord,
	subtasks: readonly SubtaskView[],
): SourceView => {
	const {source, worker, at, relay, condition, upstreamErrors, message, listedAt} = record;
	const relays = relaysOf(record);
	return {
		source,
		worker: condition.kind === 'unbound' ? sourceNotBound : worker,
		bound: record.bound,
		at,
		condition,
		stale: whySourceIsStale(known, record),
		isTold: at > 0 && !record.isOnlyListed,
		upstreamErrors,
		relay,
		relayDistance: relay && relays?.[0]?.distance,
		relays,
		message,
		listedAt,
		mayHaveMore: isUnheard(record),
		masterBinlog: masterBinlogOf(relay, subtasks),
		subtasks,
		// It may have tasks that are not known.
		lag: worstLagWithout(
			at === 0 ? 1 : 0,
			subtasks.map(({lag}) => lag),
		),
		rowsPerSecond: sumKnown(subtasks.map(({rowsPerSecond}) => rowsPerSecond)),
	};
};

/** The view of a source, given its subtasks' views. */
export const viewSource = (known: ClusterState, record: SourceRecord): SourceView => {
	record.view ??= makeSourceView(known, record, fitted(orderOf(record).flatMap(({view}) => view ?? [])));
	return record.view;
};
