import {say} from '../../../language/say.js';
import {sentences} from '../../../language/sentences.js';
import type {Wakeup} from '../../waiting/wakeup.js';
import type {Observation, Problem} from '../../provider.js';
import {asCallFailure, type CallFailure} from '../connection/call-failure.js';
import {DmMaster} from '../dm-master.js';
import type {MasterAddress} from '../master-address.js';
import type {TlsFiles} from '../connection/tls-files.js';
import {steadyClock} from '../../steady-clock.js';
import type {WatchEnd, WatchState} from './conversation.js';
import {MasterWatch} from './master-watch.js';
import type {PollingPace} from './pace.js';

/** How the dm-masters of a cluster are reached. */
export type ClusterAccess = {
	/** The addresses that may be connected to, and no others. */
	readonly masters: readonly [MasterAddress, ...MasterAddress[]];
	readonly tls: TlsFiles;
	readonly pace: PollingPace;
};

/** A cluster to poll until `signal` is aborted, and where its observations go. */
export type WatchClusterOptions = ClusterAccess & {
	readonly state: WatchState;
	readonly signal: AbortSignal;
	readonly interval: () => number;
	readonly push: (observation: Observation) => void;
	/** How many observations were pushed and not yet taken. */
	readonly waiting: () => number;
	/** Interrupts a wait. */
	readonly wakeup: Wakeup;
	/** Called with the master that is polled now, or that none is. */
	readonly watching: (watch: MasterWatch | undefined) => void;
};

const unique = (texts: readonly string[]): string[] => [...new Set(texts.filter(Boolean))];

/** One problem from the failures of all masters. */
export const problemOfAll = (failures: readonly CallFailure[]): Problem => {
	const problems = failures.map(({problem}) => problem);
	const [first] = problems;
	if (first && problems.length === 1) {
		return first;
	}

	return {
		what: sentences(say('No dm-master answers.'), unique(problems.map(({what}) => what)).join(say('; '))),
		fix: sentences(...unique(problems.map(({fix}) => fix))),
		detail: unique(problems.map(({detail}) => detail)).join('; '),
	};
};

/** Polls one master until it fails; undefined when the signal was aborted. */
const watchOne = async (
	address: MasterAddress,
	options: WatchClusterOptions,
	heard: () => void,
): Promise<WatchEnd | undefined> => {
	let master: DmMaster;
	try {
		master = await DmMaster.open(address, options.tls);
	} catch (error) {
		return {answered: false, failure: asCallFailure(error)};
	}

	const watch = new MasterWatch(master, {...options, heard});
	options.watching(watch);
	try {
		return await watch.run();
	} finally {
		options.watching(undefined);
		await master.close();
	}
};

/**
 * Stays with a master that answers, moves on to the next at once when it fails, and waits longer and longer (see
 * `PollingPace.backoff`) each time all of them have failed. Until the signal is aborted; never throws.
 */
export const watchCluster = async (options: WatchClusterOptions): Promise<void> => {
	const {masters, pace, signal, push, wakeup} = options;
	let index = 0;
	let failures: CallFailure[] = [];
	let roundsFailed = 0;
	let telling: NodeJS.Timeout | undefined;
	const tell = (isUnderWay: boolean): void => {
		push({
			kind: 'silence',
			at: steadyClock.now(),
			problem: problemOfAll(failures),
			...(isUnderWay && {isUnderWay}),
		});
	};

	const heard = (): void => {
		clearTimeout(telling);
		telling = undefined;
	};

	while (!signal.aborted) {
		const end = await watchOne(masters[index % masters.length] ?? masters[0], options, heard);
		if (!end) {
			break;
		}

		index++;
		if (end.answered) {
			failures = [];
			roundsFailed = 0;
		}

		failures.push(end.failure);
		if (failures.length < masters.length) {
			telling ??= setTimeout(tell, pace.tellAfter, true);
			continue;
		}

		heard();
		tell(false);
		failures = [];
		const wait = pace.backoff[Math.min(roundsFailed, pace.backoff.length - 1)] ?? 0;
		roundsFailed++;
		const taken = (wait * pace.jitter()) / 10;
		await wakeup.wait(wait - taken, signal);
	}

	heard();
};
