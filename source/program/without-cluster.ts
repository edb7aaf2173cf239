/** Commands that need no cluster: they are answered, and dm-top ends. */
import type {Writable} from 'node:stream';
import {say} from '../language/say.js';
import {endOnSignals} from '../modes/end-on-signals.js';
import type {Invocation} from '../modes/invocation.js';
import {versionLine} from '../modes/version.js';
import {isOwnConfig} from '../settings/file/own-config.js';
import {UsageError} from '../settings/usage-error.js';
import type {Arguments} from './command-line/arguments.js';
import type {Flags} from './command-line/flags.js';
import {speakAsSettings} from './speak-settings.js';
import type {Origin} from './command-line/origin.js';

/**
 * Help, version, completion scripts and settings, before any settings are read.
 *
 * @returns The exit code; undefined where something else was asked for.
 */
export const answerAtOnce = async (given: Arguments, invocation: Invocation): Promise<number | undefined> => {
	if (given.values.help) {
		await speakAsSettings(given.values.config, invocation);
		const {helpText} = await import('../modes/without-cluster/manual/help.js');
		invocation.print(`${helpText()}\n`);
		return 0;
	}

	if (given.values.version) {
		invocation.print(`${versionLine()}\n`);
		return 0;
	}

	if (given.positionals[0] === 'completion') {
		const {completionScript} = await import('../modes/without-cluster/completion/shells.js');
		const script = completionScript(given.positionals[1] ?? '');
		if (script === undefined) {
			throw new UsageError(
				say('completion takes a shell: {usage}', {usage: 'dm-top completion bash|zsh|fish'}),
			);
		}

		invocation.print(script);
		return 0;
	}

	if (given.positionals[0] === 'config' && isOwnConfig(given.positionals)) {
		await speakAsSettings(given.values.config, invocation);
		const {configure} = await import('../modes/without-cluster/config/configure.js');
		return configure(given, invocation);
	}

	return undefined;
};

/** Serves the simulation as a dm-master, until a signal ends it. */
const serve = async (
	origin: Origin & {readonly kind: 'simulator'},
	listen: string,
	output: Writable,
): Promise<void> => {
	const {serveSimulation} = await import('../simulator/server/serve.js');
	const {closed} = await serveSimulation({
		scenario: origin.scenario,
		seed: origin.seed,
		speed: origin.speed,
		listen,
		signal: endOnSignals().signal,
		log(line) {
			output.write(`${line}\n`);
		},
	});
	await closed;
};

/**
 * An explanation, the list of scenarios, or serving a simulation.
 *
 * @returns The exit code; undefined where something else was asked for.
 */
export const answerByFlags = async (flags: Flags, invocation: Invocation): Promise<number | undefined> => {
	const {origin} = flags;
	if (flags.explain) {
		const {explain} = await import('../modes/without-cluster/explain/explain.js');
		return explain(flags.explain, {
			input: invocation.input(),
			output: invocation.output,
			errors: invocation.errors,
			width: Math.min(100, invocation.columns() ?? 100),
		});
	}

	if (origin.kind === 'simulator' && origin.scenario === 'help') {
		const {simulateHelp} = await import('../modes/without-cluster/manual/simulate-help.js');
		invocation.print(`${simulateHelp()}\n`);
		return 0;
	}

	if (origin.kind === 'simulator' && flags.listen !== '') {
		await serve(origin, flags.listen, invocation.output);
		return 0;
	}

	return undefined;
};
