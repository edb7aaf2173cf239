/**
 * The read-only commands: `check` and `export` for a monitoring system, `wait` for a script.
 */
import {parseSeconds} from '../../components/read-quantity.js';
import {say} from '../../language/say.js';
import {type ListenAddress, ListenError, parseListenAddress} from '../../providers/listen-address.js';
import {type Goal, goals} from './goals.js';

/** A read-only command with its parsed words. */
export type InquireCommand =
	| {readonly kind: 'check'; readonly only: readonly string[]; readonly tasks: readonly string[]}
	/** `timeout` in ms; Infinity without one. */
	| {
			readonly kind: 'wait';
			readonly task: string;
			readonly sources: readonly string[];
			readonly goal: Goal;
			readonly timeout: number;
	  }
	| {readonly kind: 'export'; readonly address: ListenAddress};

/** The flags that belong to these commands. */
export type InquiryFlags = {
	readonly only?: readonly string[];
	readonly task?: readonly string[];
	readonly source?: readonly string[];
	readonly for?: string;
	readonly timeout?: string;
	readonly listen?: string;
};

/** Where `export` listens by default. */
const exporterPort = 9269;

/** The longest timer, ms: Node treats 2³¹ as 0. */
const longestTimeout = 24 * 24 * 3_600_000;

/** The ms of "30s", "10m", "1h30m"; undefined for anything else, or more than a timer can wait. */
const millisecondsOf = (text: string): number | undefined => {
	const milliseconds = (parseSeconds(text) ?? 0) * 1000;
	return milliseconds > 0 && milliseconds <= longestTimeout ? milliseconds : undefined;
};

const isGoal = (text: string): text is Goal => (goals as readonly string[]).includes(text);

const readCheck = (
	words: readonly string[],
	{only = [], task = []}: InquiryFlags,
): InquireCommand | string => {
	if (words.length > 0) {
		return say('{command} takes no “{word}”: {usage}', {
			command: 'check',
			word: words[0]!,
			usage: 'dm-top check [--only KIND]… [--task TASK]…',
		});
	}

	return {kind: 'check', only, tasks: task};
};

const readWait = (words: readonly string[], flags: InquiryFlags): InquireCommand | string => {
	const usage = `dm-top wait TASK [-s SOURCE]… --for ${goals.join('|')} [--timeout 10m]`;
	const [task, ...rest] = words;
	if (task === undefined || rest.length > 0) {
		return say('wait takes one task: {usage}', {usage});
	}

	const {for: goal = '', timeout, source: sources = []} = flags;
	if (!isGoal(goal)) {
		return goal === ''
			? say('wait needs what to wait for: {usage}', {usage})
			: say('--for “{goal}” is not one of {names}', {goal, names: goals.join(', ')});
	}

	const milliseconds = timeout === undefined ? Infinity : millisecondsOf(timeout);
	return milliseconds === undefined
		? say('--timeout takes a length such as 30s, 10m or 1h30m, up to 576h, not “{text}”.', {
				text: timeout ?? '',
			})
		: {kind: 'wait', task, sources: [...new Set(sources)], goal, timeout: milliseconds};
};

const readExport = (
	words: readonly string[],
	{listen = String(exporterPort)}: InquiryFlags,
): InquireCommand | string => {
	if (words.length > 0) {
		return say('{command} takes no “{word}”: {usage}', {
			command: 'export',
			word: words[0]!,
			usage: `dm-top export [--listen 127.0.0.1:${exporterPort}]`,
		});
	}

	try {
		return {kind: 'export', address: parseListenAddress(listen, exporterPort)};
	} catch (error) {
		if (error instanceof ListenError) {
			return error.message;
		}

		throw error;
	}
};

/** The command of a command line, its mistake, or undefined for any other command. */
export const readInquiry = (
	words: readonly string[],
	flags: InquiryFlags,
): InquireCommand | string | undefined => {
	const [command, ...rest] = words;
	const {only = [], task = [], for: goal, timeout} = flags;
	if (command !== 'check' && (only.length > 0 || task.length > 0)) {
		return say('--only and --task go with check.');
	}

	if (command !== 'wait' && (goal !== undefined || timeout !== undefined)) {
		return say('--for and --timeout go with wait.');
	}

	switch (command) {
		case 'check': {
			return readCheck(rest, flags);
		}

		case 'wait': {
			return readWait(rest, flags);
		}

		case 'export': {
			return readExport(rest, flags);
		}

		default: {
			return undefined;
		}
	}
};
