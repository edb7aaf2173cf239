import type {Observation} from '../provider.js';
import {Bell} from '../bell.js';
import {Budget} from './budget.js';
import {asCallFailure, type CallFailure} from './connection/call-failure.js';
import {DmMaster, type StatusAnswer} from './dm-master.js';
import {boundSources, type Members} from './members.js';
import {sourceTrouble} from './connection/source-trouble.js';
import {troubleOfAll, type ClusterAccess} from './watch-cluster.js';
import {readWholeAnswer} from './whole-answer.js';

export type AskOnceOptions = ClusterAccess & {
	readonly signal: AbortSignal;
	readonly push: (observation: Observation) => void;
};

/** What a call gave: the value, or why there is none. */
type Outcome<Value> = {readonly value?: Value; readonly failure?: CallFailure};

const outcome = async <Value>(call: Promise<Value>): Promise<Outcome<Value>> => {
	try {
		return {value: await call};
	} catch (error) {
		return {failure: asCallFailure(error)};
	}
};

/** What a call gave, or nothing when `limit` is over first. */
const soon = async <Value>(
	call: Promise<Outcome<Value>>,
	limit: Promise<void> | undefined,
): Promise<Outcome<Value>> => Promise.race([call, ...(limit ? [limit.then(() => ({}))] : [])]);

/** Asks every source by itself, in parallel as far as the budget allows. */
const askEach = async (
	master: DmMaster,
	members: Members,
	{pace, signal, push}: AskOnceOptions,
): Promise<void> => {
	const budget = new Budget({rate: pace.budget, burst: pace.burst});
	const bell = new Bell();
	const calls: Array<Promise<void>> = [];
	for (const source of boundSources(members)) {
		while (!signal.aborted && !budget.take(performance.now())) {
			await bell.wait(budget.nextAt(performance.now()) - performance.now(), signal);
		}

		const ask = async (): Promise<void> => {
			const {value, failure} = await outcome(master.status(source, {deadline: pace.deadline, signal}));
			if (value) {
				push({kind: 'status', at: Date.now(), status: value.status, asked: [source], took: value.took});
			} else if (failure) {
				const trouble = sourceTrouble(source, failure, {members, deadline: pace.deadline});
				push({kind: 'silence', at: Date.now(), asked: [source], trouble});
			}
		};

		calls.push(ask());
	}

	await Promise.all(calls);
};

const pushWhole = (
	answer: StatusAnswer,
	members: Members | undefined,
	push: AskOnceOptions['push'],
): void => {
	const known = new Set(members ? boundSources(members) : []);
	const {observation} = readWholeAnswer(answer, {isBound: source => known.has(source), known, newest: true});
	if (observation) {
		push({...observation, at: Date.now()});
	}
};

/** One look at one master; gives why, when it is of no use. */
const lookAt = async (master: DmMaster, options: AskOnceOptions): Promise<CallFailure | undefined> => {
	const {pace, signal, push} = options;
	const limits = {deadline: pace.deadline, signal};
	const membersOf = async (): Promise<Members> => {
		const {members: listed} = await master.members(limits);
		return listed;
	};

	const asking = {members: outcome(membersOf()), version: outcome(master.version(limits))};
	const whole = await outcome(master.status(undefined, limits));
	if (whole.failure?.scope === 'master') {
		return whole.failure;
	}

	// Who leads is an ornament once everything else is there, and not worth a long wait.
	const ornaments = whole.value ? new Bell().wait(pace.patience, signal) : undefined;
	const {value: members, failure} = await soon(asking.members, ornaments);
	if (whole.failure && (!members || members.workers.length === 0)) {
		return failure ?? whole.failure;
	}

	const {value: version} = await soon(asking.version, ornaments);
	push({
		kind: 'cluster',
		at: Date.now(),
		endpoint: master.label,
		...members,
		...(!(version === undefined || version === '') && {version}),
	});
	if (whole.value) {
		pushWhole(whole.value, members, push);
	} else if (members) {
		await askEach(master, members, options);
	}

	return undefined;
};

/**
 * One look: a call for all sources, and when that passes its deadline one call for each. Every master is tried
 * once; when all fail it is one silence. Never throws.
 */
export const askOnce = async (options: AskOnceOptions): Promise<void> => {
	const failures: CallFailure[] = [];
	for (const address of options.masters) {
		if (options.signal.aborted) {
			return;
		}

		const {value: master, failure} = await outcome(DmMaster.open(address, options.tls));
		if (!master) {
			failures.push(...(failure ? [failure] : []));
			continue;
		}

		try {
			const trouble = await lookAt(master, options);
			if (!trouble) {
				return;
			}

			failures.push(trouble);
		} finally {
			await master.close();
		}
	}

	if (!options.signal.aborted) {
		options.push({kind: 'silence', at: Date.now(), trouble: troubleOfAll(failures)});
	}
};
