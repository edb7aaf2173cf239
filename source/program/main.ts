/**
 * From the command line to the mode that it asks for.
 */
import process, {exit} from 'node:process';
import {say} from '../language/say.js';
import {languageOf, speakLanguage} from '../language/choose.js';
import {complain, fail} from '../modes/fail.js';
import {codeOf, fileReason, messageOf} from '../terminal/thrown.js';
import {problemText} from '../providers/problem-text.js';
import {createWarnings} from '../session/warnings.js';
import type {FlagValues} from '../settings/flags/flags.js';
import {profileNames} from '../settings/clusters/profiles.js';
import {settingsPath} from '../settings/file/places.js';
import {openSettings} from '../settings/file/load-settings.js';
import {isOfOneCluster} from '../settings/resolve.js';
import {UsageError} from '../settings/usage-error.js';
import {flagsOfCluster, liveSettings, resolveCluster} from './opening/resolve-cluster.js';
import {commandOf} from './run-script.js';
import {type Openable, type Opened, run} from './run.js';
import {openProvider, recorded} from './opening/open-provider.js';
import {type Flags, readFlags} from './command-line/flags.js';
import {refuseUnknownKinds} from './command-line/refuse-unknown-kinds.js';
import {readArguments} from './command-line/arguments.js';
import {answerAtOnce, answerByFlags} from './without-cluster.js';

/** How long, in ms, what still runs is waited for when all is done. */
const grace = 500;

/** The provider that flags ask for, recorded where they say so. */
const openCluster = async (flags: Flags): Promise<Opened> => {
	const warnings = createWarnings();
	const opened = await openProvider(flags.origin, flags);
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

/** What is said of one cluster on the command line cannot be meant for several. */
const refuseSeveral = (given: FlagValues): void => {
	const own = Object.keys(given).find(name => isOfOneCluster(name));
	if (own !== undefined) {
		throw new UsageError(say('{flag} goes with one cluster.', {flag: `--${own}`}));
	}
};

/** What could not be written is reported once, and is a failure. A reader may stop reading, as `head` does: that is no failure. */
const heedOutput = (): void => {
	let isLost = false;
	process.stdout.on('error', error => {
		if (isLost || codeOf(error) === 'EPIPE') {
			return;
		}

		isLost = true;
		complain(say('The output was not written: {why}.', {why: fileReason(error)}));
	});
	process.once('exit', code => {
		if (isLost && code === 0) {
			process.exitCode = 2;
		}
	});
};

/**
 * Runs dm-top as the command line says; the exit code is left in `process.exitCode`. What a provider of the user's has
 * left running does not keep the process.
 */
export const main = async (): Promise<void> => {
	heedOutput();
	try {
		const [first, second = '', ...others] = process.argv.slice(2);
		if (first === 'complete') {
			const {answerShell} = await import('./run-completion.js');
			await answerShell(second, others);
			return;
		}

		await speakLanguage(languageOf(process.argv.slice(2), process.env));
		const given = readArguments(process.argv.slice(2));
		if (await answerAtOnce(given)) {
			return;
		}

		const file = await openSettings(given.values.config, process.env);
		const [name, ...otherNames] = new Set(given.clusters);
		const resolved = await resolveCluster(given, file, name);
		await speakLanguage(languageOf(process.argv.slice(2), process.env, resolved.values.lang));
		const flags = readFlags(given, resolved);
		if (flags.inquiry?.kind === 'check') {
			await refuseUnknownKinds(flags.inquiry.only);
		}

		if (flags.debug !== '') {
			const {openDebugFile} = await import('../modes/written/logs/debug-file.js');
			await openDebugFile(flags.debug);
		}

		if (await answerByFlags(flags)) {
			return;
		}

		const command = flags.script && (await commandOf(flags.script, flags.json));
		const opened = [await openCluster(flags)];
		let current = file;
		const openable: Openable = {
			names: profileNames(file, process.env),
			open: async other => openCluster(await flagsOfCluster(given, current, other)),
			settings: {
				path: settingsPath(given.values.config, process.env),
				first: file,
				meaning: async (next, cluster) => liveSettings(given, next, cluster),
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

		await run(opened, {command, openable});
	} catch (error) {
		// What a monitoring system takes for "not known": 2 would be critical.
		const [first = '', ...more] = messageOf(error).split('\n');
		fail(first, process.argv[2] === 'check' ? 3 : 2);
		for (const line of more) {
			complain(line);
		}
	} finally {
		// Only after everything printed has been taken: a pager may take its time.
		process.stdout.write('', () => {
			setTimeout(exit, grace).unref();
		});
	}
};
