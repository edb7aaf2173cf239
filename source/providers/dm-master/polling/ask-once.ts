import type {Observation} from '../../provider.js';
import {Wakeup} from '../../waiting/wakeup.js';
import {asCallFailure, type CallFailure} from '../connection/call-failure.js';
import {DmMaster, type StatusAnswer} from '../dm-master.js';
import {boundSources, type Members} from '../members.js';
import {sourceProblem, unaskedProblem} from '../connection/source-problem.js';
import {steadyClock} from '../../steady-clock.js';
import {Budget} from './budget.js';
import {problemOfAll, type ClusterAccess} from './watch-cluster.js';
import {readWholeAnswer} from './whole-answer.js';

/** The masters of a cluster, and where one round of observations goes. */
export type AskOnceOptions = ClusterAccess & {
	readonly signal: AbortSignal;
	readonly push: (observation: Observation) => void;
};

/** The result of a call: the value, or why there is none. */
type CallOutcome<Value> = {readonly value?: Value; readonly failure?: CallFailure};

const outcome = async <Value>(call: Promise<Value>): Promise<CallOutcome<Value>> => {
	try {
		return {value: await call};
	} catch (error) {
		return {failure: asCallFailure(error)};
	}
};

/** The result of a call, or undefined after `limit`. */
const soon = async <Value>(
	call: Promise<CallOutcome<Value>>,
	limit: Promise<void> | undefined,
): Promise<CallOutcome<Value>> => Promise.race([call, ...(limit ? [limit.then(() => ({}))] : [])]);

/** The sources to ask one by one, of these members, and why not all together, as far as that is known. */
type EachOf = {
	readonly members: Members;
	readonly sources: readonly string[];
	readonly failure: CallFailure | undefined;
};

/**
 * Asks every source separately, in parallel as far as the budget allows, and as many as there is time for: with very
 * many sources it would take hours.
 */
const askEach = async (
	master: DmMaster,
	{members, sources, failure: why}: EachOf,
	{pace, signal, push}: AskOnceOptions,
): Promise<void> => {
	const budget = new Budget({rate: pace.budget, burst: pace.burst});
	const wakeup = new Wakeup();
	const calls: Array<Promise<void>> = [];
	const until = performance.now() + pace.fullDeadline;
	for (const source of sources) {
		let now = performance.now();
		while (!signal.aborted && now < until && !budget.take(now)) {
			await wakeup.wait(Math.min(until, budget.nextAt(now)) - now, signal);
			now = performance.now();
		}

		if (signal.aborted || now >= until) {
			break;
		}

		const ask = async (): Promise<void> => {
			const {value, failure} = await outcome(master.status(source, {deadline: pace.deadline, signal}));
			if (signal.aborted) {
				return;
			}

			if (value) {
				push({
					kind: 'status',
					at: steadyClock.now(),
					status: value.status,
					asked: [source],
					took: value.took,
				});
			} else if (failure) {
				const problem = sourceProblem(source, failure, {members, deadline: pace.deadline});
				push({kind: 'silence', at: steadyClock.now(), asked: [source], problem});
			}
		};

		calls.push(ask());
	}

	await Promise.all(calls);
	const unasked = sources.slice(calls.length);
	if (unasked.length === 0 || signal.aborted) {
		return;
	}

	const problem = unaskedProblem({asked: calls.length, of: sources.length, within: pace.fullDeadline}, why);
	push({kind: 'silence', at: steadyClock.now(), asked: unasked, problem});
};

/** Takes an answer for all sources, and asks those for which there is a worker and that it does not list. */
const pushWhole = async (
	master: DmMaster,
	answer: StatusAnswer,
	members: Members | undefined,
	options: AskOnceOptions,
): Promise<void> => {
	const bound = new Set(members ? boundSources(members) : []);
	const {observation, answered} = readWholeAnswer(answer, {
		isBound: source => bound.has(source),
		known: bound,
		isOvertaken: () => false,
	});
	if (observation) {
		options.push({...observation, at: steadyClock.now()});
	}

	const left = bound.difference(new Set(answered));
	if (members && left.size > 0) {
		await askEach(master, {members, sources: [...left], failure: undefined}, options);
	}
};

type Asking = {
	readonly members: Promise<CallOutcome<Members>>;
	readonly version: Promise<CallOutcome<string>>;
	readonly whole: Promise<CallOutcome<StatusAnswer>>;
	/** Resolves when a master that has not answered anything yet turns out to be of no use. */
	readonly late: Promise<void>;
};

const pushCluster = async (
	master: DmMaster,
	members: Members | undefined,
	version: Promise<CallOutcome<string>>,
	push: AskOnceOptions['push'],
): Promise<void> => {
	const {value: told} = await version;
	push({
		kind: 'cluster',
		at: steadyClock.now(),
		endpoint: master.label,
		...members,
		...(!(told === undefined || told === '') && {version: told}),
	});
};

/** The call for all sources has ended. */
const takeWhole = async (
	master: DmMaster,
	whole: CallOutcome<StatusAnswer>,
	asking: Asking,
	options: AskOnceOptions,
): Promise<CallFailure | undefined> => {
	const {pace, signal, push} = options;
	if (whole.failure?.scope === 'master') {
		return whole.failure;
	}

	// Once everything else has arrived, it is not worth waiting long for the leader.
	const ornaments = whole.value ? new Wakeup().wait(pace.patience, signal) : undefined;
	const {value: members, failure} = await soon(asking.members, ornaments);
	if (whole.failure && (members?.workers ?? []).length === 0) {
		return failure ?? whole.failure;
	}

	await pushCluster(master, members, soon(asking.version, ornaments), push);
	if (whole.value) {
		await pushWhole(master, whole.value, members, options);
	} else if (members) {
		const sources = boundSources(members);
		await askEach(master, {members, sources, failure: whole.failure}, options);
	}

	return undefined;
};

/**
 * The call for all sources takes long: a worker may hang. Meanwhile each source is asked separately, and whichever is
 * done first ends the other.
 */
const askBeside = async (
	master: DmMaster,
	asking: Asking,
	options: AskOnceOptions,
): Promise<CallFailure | undefined> => {
	const {pace, signal, push} = options;
	const late = await Promise.race([asking.whole, asking.members.then(() => undefined)]);
	if (late?.value) {
		return takeWhole(master, late, asking, options);
	}

	const {value: members, failure} = await asking.members;
	if (!members) {
		const whole = await soon(asking.whole, asking.late);
		const isKnown = whole.value !== undefined || whole.failure !== undefined;
		return isKnown ? takeWhole(master, whole, asking, options) : failure;
	}

	if ((members.workers ?? []).length === 0 || late?.failure?.scope === 'master') {
		return takeWhole(master, await asking.whole, asking, options);
	}

	await pushCluster(master, members, soon(asking.version, new Wakeup().wait(pace.patience, signal)), push);
	const enough = new AbortController();
	const each = askEach(
		master,
		{members, sources: boundSources(members), failure: late?.failure},
		{...options, signal: AbortSignal.any([signal, enough.signal])},
	);
	const whole = await Promise.race([asking.whole, each]);
	if (whole?.value) {
		enough.abort();
		await pushWhole(master, whole.value, members, options);
	}

	await each;
	return undefined;
};

/** Observes one master once; returns the failure if there is one. */
const lookAt = async (master: DmMaster, options: AskOnceOptions): Promise<CallFailure | undefined> => {
	const {pace} = options;
	const over = new AbortController();
	// Pending calls would keep the program from ending.
	const within = {...options, signal: AbortSignal.any([options.signal, over.signal])};
	const limits = {deadline: pace.deadline, signal: within.signal};
	const membersOf = async (): Promise<Members> => {
		const {members: listed} = await master.members(limits);
		return listed;
	};

	const asking: Asking = {
		members: outcome(membersOf()),
		version: outcome(master.version(limits)),
		// One hung worker delays it that long, and with very many sources it is the only call.
		whole: outcome(master.status(undefined, {...limits, deadline: pace.fullDeadline})),
		late: new Wakeup().wait(pace.deadline, within.signal),
	};
	try {
		const whole = await Promise.race([
			asking.whole,
			new Wakeup().wait(2 * pace.patience, within.signal).then(() => undefined),
		]);
		return await (whole ? takeWhole(master, whole, asking, within) : askBeside(master, asking, within));
	} finally {
		over.abort();
	}
};

/**
 * Observes once: a call for all sources and, when that takes long, one for each of them as well. Every master is tried
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
			const problem = await lookAt(master, options);
			if (!problem) {
				return;
			}

			failures.push(problem);
		} finally {
			await master.close();
		}
	}

	if (!options.signal.aborted) {
		options.push({kind: 'silence', at: steadyClock.now(), problem: problemOfAll(failures)});
	}
};
