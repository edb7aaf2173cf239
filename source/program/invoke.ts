/**
 * Runs the mode that the command line asks for.
 */
import {say} from '../language/say.js';
import {languageOf, speakLanguage} from '../language/choose.js';
import {complain} from '../modes/complain.js';
import type {Invocation} from '../modes/invocation.js';
import {messageOf} from '../terminal/thrown.js';
import {problemText} from '../providers/problem-text.js';
import {keepHeapSmall} from '../providers/v8/heap-size.js';
import {optimiseWhenBusy} from '../providers/v8/optimising.js';
import {createWarnings} from '../session/warnings.js';
import type {FlagValues} from '../settings/flags/flags.js';
import {profileNames} from '../settings/clusters/profiles.js';
import {settingsPath} from '../settings/file/places.js';
import {openSettings} from '../settings/file/load-settings.js';
import type {FileSettings} from '../settings/file/file-settings.js';
import {isOfOneCluster} from '../settings/resolve.js';
import {UsageError} from '../settings/usage-error.js';
import {flagsOfCluster, liveSettings, resolveCluster} from './opening/resolve-cluster.js';
import {commandOf} from './run-script.js';
import {type Openable, run} from './run.js';
import type {Opened} from './opening/opened.js';
import {openProvider, recorded} from './opening/open-provider.js';
import {type Flags, readFlags} from './command-line/flags.js';
import {refuseUnknownKinds} from './command-line/refuse-unknown-kinds.js';
import {type Arguments, readArguments} from './command-line/arguments.js';
import {answerAtOnce, answerByFlags} from './without-cluster.js';

/** The provider that the flags name, recorded if they say so. */
const openCluster = async (flags: Flags, input: Invocation['input']): Promise<Opened> => {
	const warnings = createWarnings();
	const opened = await openProvider(flags.origin, flags, input);
	const provider = flags.recording
		? await recorded(opened, {recording: flags.recording, name: flags.name}, problem => {
				warnings.say(
					'recording',
					problem ? say('Not recorded: {problem}', {problem: problemText(problem)}) : '',
				);
			})
		: opened;
	return {provider, title: flags.name === '' ? provider.title : flags.name, flags, warnings};
};

/** Flags for one cluster cannot apply to several. */
const refuseSeveral = (given: FlagValues): void => {
	const own = Object.keys(given).find(name => isOfOneCluster(name));
	if (own !== undefined) {
		throw new UsageError(say('{flag} goes with one cluster.', {flag: `--${own}`}));
	}
};

/** What the command line names. */
type Named = {
	/** Of the first cluster. */
	readonly flags: Flags;
	readonly given: Arguments;
	readonly file: FileSettings;
	/** Of the other clusters, as written after `@`. */
	readonly otherNames: readonly string[];
};

/** Opens every cluster that is named, the first one first; `openable`: those that can be opened from the screen later. */
const openClusters = async (
	{flags, given, file, otherNames}: Named,
	invocation: Invocation,
): Promise<{readonly opened: readonly Opened[]; readonly openable: Openable}> => {
	const {environment, input} = invocation;
	const opened = [await openCluster(flags, input)];
	let current = file;
	const openable: Openable = {
		names: profileNames(file, environment),
		open: async other => openCluster(await flagsOfCluster(given, current, other, invocation), input),
		settings: {
			path: settingsPath(given.values.config, environment),
			first: file,
			meaning: async (next, cluster) => liveSettings(given, next, cluster, invocation),
			accept(next) {
				current = next;
			},
		},
	};
	if (otherNames.length > 0) {
		refuseSeveral(given.values);
	}

	for (const other of otherNames) {
		opened.push(await openable.open(other));
	}

	return {opened, openable};
};

/**
 * Runs the command line and returns the exit code. A screen, or a signal that ends it, may change `process.exitCode`.
 */
export const invoke = async (invocation: Invocation): Promise<number> => {
	const {words, environment} = invocation;
	try {
		const [first, second = '', ...others] = words;
		if (first === 'complete') {
			const {answerShell} = await import('./run-completion.js');
			await answerShell(second, others, invocation);
			return 0;
		}

		await speakLanguage(languageOf(words, environment));
		const given = readArguments(words);
		const answered = await answerAtOnce(given, invocation);
		if (answered !== undefined) {
			return answered;
		}

		const file = await openSettings(given.values.config, environment);
		const [name, ...otherNames] = new Set(given.clusters);
		const resolved = await resolveCluster(given, file, name, invocation);
		await speakLanguage(languageOf(words, environment, resolved.values.lang));
		const flags = readFlags(given, resolved);
		if (flags.inquiry?.kind === 'check') {
			await refuseUnknownKinds(flags.inquiry.only);
		}

		if (flags.debug !== '') {
			const {openDebugFile} = await import('../modes/written/logs/debug-file.js');
			await openDebugFile(flags.debug);
		}

		const answeredByFlags = await answerByFlags(flags, invocation);
		if (answeredByFlags !== undefined) {
			return answeredByFlags;
		}

		const command =
			flags.script && (await commandOf(flags.script, flags.json ? invocation.print : undefined));
		const isBrief = flags.script !== undefined || flags.inquiry !== undefined || flags.once;
		if (!isBrief) {
			keepHeapSmall();
			optimiseWhenBusy();
		}

		const clusters = await openClusters({flags, given, file, otherNames}, invocation);
		return await run(clusters.opened, {command, openable: clusters.openable}, invocation);
	} catch (error) {
		for (const line of messageOf(error).split('\n')) {
			complain(invocation.errors, line);
		}

		// The exit code for "unknown" in monitoring systems: 2 would be critical.
		return words[0] === 'check' ? 3 : 2;
	}
};
