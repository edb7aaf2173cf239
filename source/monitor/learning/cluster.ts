/** Folds observations of the cluster itself (masters, workers, leader) into the state. */
import type {ClusterObservation, ListInPart, Worker} from '../../providers/provider.js';
import type {Steps} from '../../dm/steps.js';
import {type ClusterState, type SourceRecord} from '../records/records.js';
import {sourceRecord, touchSource} from '../records/record-keeping.js';
import {stageSinces} from '../since/stage-since.js';
import {say} from '../../language/say.js';
import {healthOfWorkerStage} from '../measuring/health.js';
import {setAway} from './missing/condition.js';
import {recordEvent} from './events.js';
import {dropIdleRelays} from './relay.js';

const learnLeader = (known: ClusterState, {at, leader, leaderAddress}: ClusterObservation): void => {
	const {cluster} = known;
	if (leader !== undefined) {
		const before = cluster.leader;
		// Findings report that there is none.
		if (before !== undefined && before !== leader && leader !== '') {
			recordEvent(known, {
				at,
				health: 'running',
				subject: leader,
				text: before === '' ? say('leads') : say('is the leader (was {before})', {before}),
			});
		}

		cluster.leader = leader;
	}

	cluster.leaderAddress = leaderAddress ?? (leader === '' ? '' : cluster.leaderAddress);
};

/** Findings report that one is offline. */
const tellWorkers = (known: ClusterState, at: number, workers: readonly Worker[]): void => {
	const before = new Map(known.cluster.workers.map(worker => [worker.name, worker]));
	for (const {name, stage} of workers) {
		const was = before.get(name);
		before.delete(name);
		if (!was) {
			recordEvent(known, {
				at,
				health: 'running',
				subject: name,
				text: say('worker joined ({stage})', {stage}),
			});
		}
	}

	for (const name of before.keys()) {
		recordEvent(known, {at, health: 'lost', subject: name, text: say('worker left the cluster')});
	}
};

/** Notes which worker serves a source, and its address. */
const noteBound = (source: SourceRecord, bound: SourceRecord['bound']): void => {
	if (source.bound?.name === bound?.name && source.bound?.address === bound?.address) {
		return;
	}

	source.bound = bound;
	source.view = undefined;
};

/** How many workers or sources make a step: enough that checking the clock costs little. */
const inStep = 500;

/** A list that was read in part, completed with those of `before` that could not be read. */
const completed = <Member extends {readonly name: string}>(
	part: ListInPart<Member> | undefined,
	before: readonly Member[],
): readonly Member[] | undefined => {
	if (part === undefined) {
		return undefined;
	}

	const read = new Set(part.read.map(({name}) => name));
	const unread = new Set(part.unread);
	const kept = before.filter(({name}) => !read.has(name) && (unread.has('') || unread.has(name)));
	return [...part.read, ...kept];
};

/**
 * A source is unbound as soon as no worker serves it, where all workers could be read; a new binding only counts once it
 * answers.
 */
function* learnBounds(known: ClusterState, at: number, isInPart: boolean): Steps<void> {
	const {workers} = known.cluster;
	const bound = new Map(
		workers
			.filter(({stage, source}) => source !== '' && stage === 'bound')
			.map(({name, address, source}) => [source, {name, address}]),
	);
	// A worker without a readable stage may serve any source.
	const isAnyHidden = isInPart || workers.some(({stage}) => healthOfWorkerStage(stage) === 'unknown');
	let taken = 0;
	for (const name of bound.keys()) {
		sourceRecord(known, name, at);
		taken++;
		if (taken % inStep === 0) {
			yield;
		}
	}

	for (const source of known.sources.values()) {
		taken++;
		if (taken % inStep === 0) {
			yield;
		}

		const serving = bound.get(source.source);
		const worker = serving?.name;
		noteBound(source, serving);
		if (worker === undefined) {
			// An answer has already given a better reason.
			const isAsked = source.condition.kind === 'fresh' || source.condition.kind === 'silent';
			if (isAsked && !isAnyHidden) {
				setAway(known, source, {kind: 'unbound', why: say('no worker has this source'), at});
			}
		} else if (source.condition.kind === 'unbound') {
			source.condition = {
				...source.condition,
				kind: 'silent',
				why: say('bound to {worker}, no answer yet', {worker}),
				toldAt: at,
			};
			touchSource(known, source);
			recordEvent(known, {
				at,
				health: 'changing',
				subject: source.source,
				text: say('bound to {worker}', {worker}),
				source: source.source,
			});
		}
	}
}

/**
 * Notes since when masters and workers are in their stages, and since when the leader leads.
 *
 * @yields Between two steps.
 */
function* noteSinces({cluster}: ClusterState, at: number): Steps<void> {
	const {masters, workers, leader} = cluster;
	cluster.sinces = yield* stageSinces(
		cluster.sinces,
		[
			...masters.map(({name, alive}) => [`master ${name}`, alive ? 'alive' : 'down'] as const),
			...workers.map(({name, stage}) => [`worker ${name}`, stage] as const),
			...(leader === undefined ? [] : [['', leader] as const]),
		],
		{at, isFirst: cluster.sinces.size === 0},
	);
}

/**
 * "The cluster itself looks like this." Absent parts stay as they were.
 *
 * @yields Between two steps.
 */
export function* learnCluster(known: ClusterState, observation: ClusterObservation): Steps<void> {
	const {cluster} = known;
	const {at, endpoint, version, masters, workers, mastersInPart, workersInPart} = observation;
	cluster.endpoint = endpoint ?? cluster.endpoint;
	cluster.version = version ?? cluster.version;
	cluster.notes = observation.notes ?? cluster.notes;
	learnLeader(known, observation);
	cluster.masters = masters ?? completed(mastersInPart, cluster.masters) ?? cluster.masters;
	const listed = workers ?? completed(workersInPart, cluster.workers);
	if (listed) {
		if (cluster.workersKnown) {
			tellWorkers(known, at, listed);
			yield;
		}

		cluster.workers = listed;
		cluster.workersKnown ||= workers !== undefined;
		yield* learnBounds(known, at, workers === undefined);
		yield;
	}

	if (workers) {
		dropIdleRelays(known, workers);
		yield;
	}

	yield* noteSinces(known, at);
}
