/** What needs no cluster to watch: it is answered, and dm-top ends. */
import process from 'node:process';
import {say} from '../language/say.js';
import {endOnSignals} from '../modes/end-on-signals.js';
import {versionLine} from '../modes/version.js';
import {isOwnConfig} from '../settings/file/own-config.js';
import {UsageError} from '../settings/usage-error.js';
import type {Arguments} from './command-line/arguments.js';
import type {Flags} from './command-line/flags.js';
import {speakAsSettings} from './speak-settings.js';
import type {Origin} from './opening/origin.js';

/**
 * Help, version, scripts for completion and settings, before any settings are read.
 *
 * @returns Whether that was asked for.
 */
export const answerAtOnce = async (given: Arguments): Promise<boolean> => {
	if (given.values.help) {
		await speakAsSettings(given.values.config);
		const {helpText} = await import('../modes/without-cluster/manual/help.js');
		process.stdout.write(`${helpText()}\n`);
		return true;
	}

	if (given.values.version) {
		process.stdout.write(`${versionLine()}\n`);
		return true;
	}

	if (given.positionals[0] === 'completion') {
		const {completionScript} = await import('../modes/without-cluster/completion/shells.js');
		const script = completionScript(given.positionals[1] ?? '');
		if (script === undefined) {
			throw new UsageError(
				say('completion takes a shell: {usage}', {usage: 'dm-top completion bash|zsh|fish'}),
			);
		}

		process.stdout.write(script);
		return true;
	}

	if (given.positionals[0] === 'config' && isOwnConfig(given.positionals)) {
		await speakAsSettings(given.values.config);
		const {configure} = await import('../modes/without-cluster/config/configure.js');
		process.exitCode = await configure(given, process.env);
		return true;
	}

	return false;
};

/** The simulation as a dm-master, until a signal ends it. */
const serve = async (origin: Origin & {readonly kind: 'simulator'}, listen: string): Promise<void> => {
	const {serveSimulation} = await import('../simulator/server/serve.js');
	const {closed} = await serveSimulation({
		scenario: origin.scenario,
		seed: origin.seed,
		speed: origin.speed,
		listen,
		signal: endOnSignals().signal,
		log(line) {
			process.stdout.write(`${line}\n`);
		},
	});
	await closed;
};

/**
 * An explanation, the list of scenarios, a simulation that is served.
 *
 * @returns Whether that was asked for.
 */
export const answerByFlags = async (flags: Flags): Promise<boolean> => {
	const {origin} = flags;
	if (flags.explain) {
		const {explain} = await import('../modes/without-cluster/explain/explain.js');
		process.exitCode = await explain(flags.explain, {
			input: process.stdin,
			output: process.stdout,
			errors: process.stderr,
			width: Math.min(100, process.stdout.columns ?? 100),
		});
		return true;
	}

	if (origin.kind === 'simulator' && origin.scenario === 'help') {
		const {simulateHelp} = await import('../modes/without-cluster/manual/simulate-help.js');
		process.stdout.write(`${simulateHelp()}\n`);
		return true;
	}

	if (origin.kind === 'simulator' && flags.listen !== '') {
		await serve(origin, flags.listen);
		return true;
	}

	return false;
};
