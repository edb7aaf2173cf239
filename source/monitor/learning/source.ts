/** Folds what a document says about one source into the state. */
import {isHollow} from '../../dm/derived/stage.js';
import {sourceNotBound, type SourceStatus, type Subtask} from '../../dm/status.js';
import type {AnswerTime} from '../since/lasting.js';
import type {Steps} from '../../dm/steps.js';
import type {Worker} from '../../providers/provider.js';
import {lagAfterTakeover} from '../lag/lag.js';
import {type ClusterState, type SourceRecord} from '../records/records.js';
import {addSubtask, touchSubtask} from '../records/record-keeping.js';
import {say} from '../../language/say.js';
import {type Answer, dropUnlisted, tellAppeared} from './answer.js';
import {createAgain, isCreatedAgain} from './created-again.js';
import {setAway, setFresh} from './missing/condition.js';
import {foldEvents} from './events.js';
import {listedOnce} from './listed-again.js';
import {forgetRelays, learnFurtherRelays, learnRelay, noteRelays} from './relay.js';
import {learnSubtask, restartMeasures} from './subtask.js';

/** 38029: no worker has the source (dm-master, "relevant worker-client not found"). */
const unboundMarks = ['code=38029', 'relevant worker-client not found'];

const isSaidUnbound = (text: string): boolean => unboundMarks.some(mark => text.includes(mark));

/** The workers that serve each source, by the list of workers: there may be very many. */
const servers = new WeakMap<readonly Worker[], ReadonlyMap<string, readonly Worker[]>>();

const serversOf = (workers: readonly Worker[], source: string): readonly Worker[] => {
	let bySource = servers.get(workers);
	if (!bySource) {
		bySource = Map.groupBy(
			workers.filter(({stage}) => stage === 'bound'),
			worker => worker.source,
		);
		servers.set(workers, bySource);
	}

	return bySource.get(source) ?? [];
};

/** True when a worker serves the source, and does not only pull its relay. */
const isBoundTo = ({cluster: {workers}}: ClusterState, source: string, worker: string): boolean =>
	serversOf(workers, source).some(({name}) => name === worker);

/** Subtasks per step: enough that checking the clock costs little. */
const subtasksInStep = 20;

/** The last real state stays; without one the empty entry is all there is to show. */
const keepHollow = (known: ClusterState, source: SourceRecord, subtask: Subtask, at: number): void => {
	const record = source.subtasks.get(subtask.task) ?? addSubtask(known, source, subtask, at);
	record.stale = subtask.problem ?? '';
	if (isHollow(record.subtask)) {
		record.subtask = subtask;
		record.at = at;
	}

	touchSubtask(known, record);
};

const takeSubtask = (
	known: ClusterState,
	source: SourceRecord,
	subtask: Subtask,
	{at, isFirst}: AnswerTime,
): void => {
	// In OpenAPI a subtask that could not be asked has an entry without a stage and with a problem.
	if (subtask.problem !== undefined && isHollow(subtask)) {
		keepHollow(known, source, subtask, at);
		return;
	}

	const record = source.subtasks.get(subtask.task);
	if (record && isCreatedAgain(record.subtask, subtask)) {
		createAgain(known, record, subtask, at);
		return;
	}

	if (record) {
		learnSubtask(known, record, subtask, {at, isNew: false});
		return;
	}

	const added = addSubtask(known, source, subtask, at);
	learnSubtask(known, added, subtask, {at, isNew: true});
	if (isFirst) {
		return;
	}

	added.isSinceSeen = true;
	tellAppeared(known, added, at);
};

/** The entries of one source in one answer. */
type Entries = {
	/** The workers' answers; at least one. */
	readonly full: readonly SourceStatus[];
	/** The master's own entries, such as that no worker has one of the tasks. */
	readonly away: readonly SourceStatus[];
};

/** A worker that only pulls relay does not serve the source. */
const isServing = (
	known: ClusterState,
	{source}: SourceRecord,
	main: SourceStatus,
	{isWhole}: Answer,
): boolean =>
	isWhole || main.subtasks.length > 0 || !known.cluster.workersKnown || isBoundTo(known, source, main.worker);

const takeWorker = (known: ClusterState, source: SourceRecord, worker: string, at: number): void => {
	setFresh(known, source, worker, at);
	if (worker === '' || worker === source.worker) {
		return;
	}

	for (const record of source.subtasks.values()) {
		const checkpoint = record.subtask.sync?.syncerBinlog ?? '';
		record.lag = lagAfterTakeover(record.lag, record.at, checkpoint);
		record.stillSince ??= record.lag.stand === undefined ? undefined : record.at;
		restartMeasures(record, at);
	}

	source.worker = worker;
};

function* takeSubtasks(
	known: ClusterState,
	source: SourceRecord,
	{full, away}: Entries,
	time: AnswerTime,
): Steps<Set<string>> {
	const listed = new Set<string>();
	for (const subtask of listedOnce(full, worker => isBoundTo(known, source.source, worker))) {
		listed.add(subtask.task);
		takeSubtask(known, source, subtask, time);
		if (listed.size % subtasksInStep === 0) {
			yield;
		}
	}

	for (const {subtasks, problem, worker} of away) {
		const unlisted = subtasks.filter(({task}) => task !== '' && !listed.has(task));
		for (const subtask of unlisted) {
			listed.add(subtask.task);
			keepHollow(known, source, {...subtask, problem: subtask.problem ?? problem ?? worker}, time.at);
		}
	}

	return listed;
}

/** The workers' messages; an answer that reports a failure says so, although it has subtasks. */
const messageOf = (full: readonly SourceStatus[]): string =>
	[
		...new Set(
			full.flatMap(({result, msg, isPartial}) => {
				if (msg !== '') {
					return msg;
				}

				return result || isPartial ? [] : say('result is false, without a message');
			}),
		),
	].join('; ');

function* takeAnswer(
	known: ClusterState,
	source: SourceRecord,
	entries: Entries,
	answer: Answer,
): Steps<void> {
	const {at} = answer;
	const {full} = entries;
	const main = full[0]!;
	const time = {at, isFirst: source.at === 0};
	const isOfServer = isServing(known, source, main, answer);
	takeWorker(known, source, isOfServer ? main.worker : '', at);
	if (answer.form !== 'query-status') {
		forgetRelays(source);
	} else if (isOfServer) {
		learnRelay(known, source, main.relay, at);
	}

	source.isOnlyListed = false;
	source.message = messageOf(full);
	source.at = at;
	source.listedAt = at;
	source.problem = full.find(({problem}) => problem !== undefined)?.problem ?? '';
	source.upstreamErrors = main.sourceResult?.errors ?? [];
	source.view = undefined;
	const last = known.events.at(-1);
	const listed = yield* takeSubtasks(known, source, entries, time);
	foldEvents(known, last);
	if (full.every(({isPartial}) => !isPartial)) {
		dropUnlisted(known, source.subtasks.values(), listed, answer);
		return;
	}

	for (const record of source.subtasks.values()) {
		if (listed.has(record.task)) {
			continue;
		}

		record.stale = source.problem;
		touchSubtask(known, record);
	}
}

const whyAway = (away: readonly SourceStatus[], subtasks: readonly Subtask[]): string => {
	const problem = [...away, ...subtasks].find(entry => entry.problem !== undefined)?.problem;
	return problem ?? away.find(({msg}) => msg !== '')?.msg ?? say('result is false, without a message');
};

const takeAway = (
	known: ClusterState,
	source: SourceRecord,
	away: readonly SourceStatus[],
	answer: Answer,
): void => {
	const subtasks = [...listedOnce(away, () => false)];
	const why = whyAway(away, subtasks);
	const isUnbound =
		isSaidUnbound(why) || away.some(({worker, msg}) => worker === sourceNotBound || isSaidUnbound(msg));
	for (const subtask of subtasks) {
		keepHollow(known, source, subtask, answer.at);
	}

	// The list of an unbound source comes from the master's own configuration: what it leaves out is deleted.
	if (isUnbound && subtasks.length > 0) {
		source.listedAt = answer.at;
		dropUnlisted(known, source.subtasks.values(), new Set(subtasks.map(({task}) => task)), answer);
	}

	setAway(known, source, {kind: isUnbound ? 'unbound' : 'silent', why, at: answer.at});
};

/** True when the entry does not come from a worker. */
const isAway = ({worker, result, subtasks}: SourceStatus): boolean => {
	if (worker === sourceNotBound) {
		return true;
	}

	return subtasks.length === 0
		? !result
		: subtasks.every(subtask => isHollow(subtask) && (!result || subtask.problem !== undefined));
};

/** The entry that decides whether a source has no task: preferably that of the worker that serves it. */
const findBelieved = (
	known: ClusterState,
	source: SourceRecord,
	entries: readonly SourceStatus[],
	{isWhole}: Answer,
): SourceStatus | undefined => {
	const empty = entries.filter(({result, subtasks}) => result && subtasks.length === 0);
	const serving =
		empty.find(({worker}) => isBoundTo(known, source.source, worker)) ??
		empty.find(({worker}) => worker === source.worker);
	return serving ?? (isWhole || source.subtasks.size === 0 ? empty[0] : undefined);
};

/**
 * Takes the entries of one source in one document: usually one, two when another worker pulls relay for it.
 * An entry without subtasks does not override one with subtasks, unless it comes from the worker that serves the source.
 *
 * @yields Between two steps.
 */
export function* learnSource(
	known: ClusterState,
	source: SourceRecord,
	entries: readonly SourceStatus[],
	answer: Answer,
): Steps<void> {
	const isFirst = !source.isRelayTold;
	const away = entries.filter(entry => isAway(entry));
	const full = entries.filter(entry => entry.subtasks.length > 0 && !isAway(entry));
	const believed = full.length > 0 ? undefined : findBelieved(known, source, entries, answer);
	if (full.length > 0) {
		yield* takeAnswer(known, source, {full, away}, answer);
	} else if (believed && (away.length === 0 || believed.worker === source.worker)) {
		yield* takeAnswer(known, source, {full: [believed], away: []}, answer);
	} else if (away.length > 0) {
		takeAway(known, source, away, answer);
	}

	if (answer.form !== 'query-status') {
		return;
	}

	learnFurtherRelays(known, source, entries, answer);
	noteRelays(known, source, answer.at, isFirst);
}
