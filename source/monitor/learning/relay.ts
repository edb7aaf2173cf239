/** Folds the relays of a source into the state: that of the worker that serves it, and those of other workers. */
import {binlogDistance, parsePosition} from '../../dm/positions/binlog.js';
import type {Relay, SourceStatus} from '../../dm/status.js';
import type {OperationKind} from '../../providers/operation.js';
import type {Worker} from '../../providers/provider.js';
import {bytesBetween, endOf} from '../measuring/binlog-files.js';
import {relayHealth} from '../measuring/health.js';
import {relayPastsAfter} from '../since/relay-past.js';
import {noFigure, unknownFigure} from '../past/figure.js';
import {note} from '../past/note.js';
import {takeTrack} from '../past/track.js';
import type {ClusterState, SourceRecord} from '../records/records.js';
import type {RelayView} from '../view.js';
import {ownOperationAt} from '../records/own-operations.js';
import {say} from '../../language/say.js';
import {errorName, recordEvent, stageText} from './events.js';
import {silentAt} from './missing/outage.js';

/** The event for a change. That it was stopped by an error, and the end of that, are reported by findings. */
const changeText = (
	name: string,
	before: Relay | undefined,
	next: Relay | undefined,
	isOwn: boolean,
): string | undefined => {
	const isOfErrors =
		errorName(next?.result) !== '' || (errorName(before?.result) !== '' && next !== undefined);
	return before?.stage === next?.stage || isOfErrors
		? undefined
		: `${name} ${before ? before.stage || say('stage unknown') : say('off')} → ${next ? stageText(next.stage, next.result, isOwn) : say('off')}`;
};

/** The operations that pause relays. */
const pausing: ReadonlySet<OperationKind> = new Set<OperationKind>(['pause-relay', 'disable-source']);

const tellChange = (
	known: ClusterState,
	source: string,
	at: number,
	{name, before, next}: {readonly name: string; readonly before?: Relay; readonly next?: Relay},
): void => {
	const isOwn = ownOperationAt(known.own, {source}, {kinds: pausing, at}) !== undefined;
	const text = changeText(name, before, next, isOwn);
	if (text !== undefined) {
		recordEvent(known, {at, health: relayHealth(next) ?? 'running', subject: source, text, source});
	}
};

/** Takes the relay as reported by a source's worker, undefined when it is off. */
export const learnRelay = (
	known: ClusterState,
	source: SourceRecord,
	relay: Relay | undefined,
	at: number,
): void => {
	if (source.isRelayTold) {
		tellChange(known, source.source, at, {name: 'relay', before: source.relay, next: relay});
	}

	source.relay = relay;
	source.isRelayTold = true;
};

/** Relays are no longer reported: the form of the document has changed to one without them. */
export const forgetRelays = (source: SourceRecord): void => {
	source.relay = undefined;
	source.isRelayTold = false;
	source.furtherRelays = [];
	source.furtherFrom = undefined;
};

/** Bytes from the end of its relay log to the end of the upstream's binlog. */
const relayFigure = ({relay, files, condition}: SourceRecord): number => {
	if (!relay) {
		return noFigure;
	}

	// An entry that says that the source could not be asked says nothing new about its relay.
	if (condition.kind !== 'fresh') {
		return unknownFigure;
	}

	const distance = binlogDistance(relay.relayBinlog, relay.masterBinlog);
	if (!distance || distance.files === 0) {
		return distance?.bytes ?? unknownFigure;
	}

	const end = endOf(files, relay.masterBinlog);
	const pulled = parsePosition(relay.relayBinlog);
	return (end && pulled && bytesBetween(files, pulled, end)) ?? unknownFigure;
};

/** Remembers the current state of its relays. */
export const noteRelays = (known: ClusterState, source: SourceRecord, at: number, isFirst: boolean): void => {
	const {worker, relay, furtherRelays, relayPasts} = source;
	if (relay) {
		source.relayTrack ??= takeTrack(known.relayHistory);
	}

	if (source.relayTrack) {
		note(known.relayHistory, source.relayTrack, {at, silentAt: silentAt(known, source)}, [
			relayFigure(source),
		]);
	}

	if (relay === undefined && furtherRelays.length === 0 && relayPasts.size === 0) {
		return;
	}

	const relays = [...(relay ? [{worker, relay}] : []), ...furtherRelays];
	source.relayPasts = relayPastsAfter(relayPasts, relays, {at, isFirst});
};

/** A relay with how far it is behind the upstream. */
export const relayView = (worker: string, relay: Relay): RelayView => ({
	worker,
	relay,
	distance: binlogDistance(relay.relayBinlog, relay.masterBinlog),
});

const findFurther = (source: SourceRecord, entries: readonly SourceStatus[]): readonly RelayView[] =>
	entries.flatMap(({worker, result, relay}) =>
		relay && result && worker !== '' && worker !== source.worker ? relayView(worker, relay) : [],
	);

/**
 * Takes the relays of other workers than the one that serves the source. They are only reported when a source is asked
 * for by name: an answer for the whole cluster without them means nothing, unless they came from such an answer.
 */
export const learnFurtherRelays = (
	known: ClusterState,
	source: SourceRecord,
	entries: readonly SourceStatus[],
	{at, isWhole}: {readonly at: number; readonly isWhole: boolean},
): void => {
	const kind = isWhole ? 'whole' : 'asked';
	const further = findFurther(source, entries);
	if (isWhole && source.furtherFrom === 'asked' && further.length === 0) {
		return;
	}

	const before = new Map(source.furtherRelays.map(({worker, relay}) => [worker, relay]));
	const next = new Map(further.map(({worker, relay}) => [worker, relay]));
	if (source.furtherFrom === kind) {
		for (const worker of new Set([...before.keys(), ...next.keys()])) {
			tellChange(known, source.source, at, {
				name: `relay of ${worker}`,
				before: before.get(worker),
				next: next.get(worker),
			});
		}
	}

	source.furtherRelays = further;
	source.furtherFrom = kind;
	source.view = undefined;
};

/** A worker that left, or is offline or free, pulls nothing. */
export const dropIdleRelays = (known: ClusterState, workers: readonly Worker[]): void => {
	const pulling = new Set(
		workers.filter(({stage}) => stage === 'bound' || stage === 'relay').map(({name}) => name),
	);
	for (const source of known.sources.values()) {
		if (source.furtherRelays.every(({worker}) => pulling.has(worker))) {
			continue;
		}

		source.furtherRelays = source.furtherRelays.filter(({worker}) => pulling.has(worker));
		source.view = undefined;
	}
};
