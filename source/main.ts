/**
 * Flags in, app out: the only place that wires the rooms together.
 */
import process, {exit} from 'node:process';
import type {DmctlAccess} from './operations/planning/dmctl.js';
import type {Provider, Trouble} from './providers/provider.js';
import type {Replay} from './providers/recording/replay/replay.js';
import {endOnSignals} from './modes/end-on-signals.js';
import {type Flags, type Origin, type Recording, type Script, UsageError, readFlags} from './flags.js';
import type {ScriptCommand} from './modes/script/parse-script.js';
import {limitYoungGeneration} from './modes/young-generation.js';
import {type Warnings, createWarnings} from './session/warnings.js';
import {ownVersion} from './modes/version.js';
import {capabilities} from './terminal/capabilities.js';
import {sanitize} from './terminal/sanitize.js';
import {messageOf} from './providers/thrown.js';

/** The provider of an origin; only the room that is needed is loaded. */
const openProvider = async (origin: Origin, {deadline}: Flags): Promise<Provider> => {
	switch (origin.kind) {
		case 'http': {
			const {openHttpProvider} = await import('./providers/http/open.js');
			return openHttpProvider({addresses: origin.addresses, tls: origin.tls, deadline});
		}

		case 'file': {
			if (origin.path === '-') {
				const {createStreamProvider} = await import('./providers/file/stream.js');
				return createStreamProvider({stream: process.stdin, title: 'standard input'});
			}

			const {createFileProvider} = await import('./providers/file/file.js');
			return createFileProvider({path: origin.path});
		}

		case 'simulator': {
			const {createSimulatorProvider} = await import('./simulator/simulator.js');
			return createSimulatorProvider({scenario: origin.scenario, seed: origin.seed, speed: origin.speed});
		}

		case 'replay': {
			const {openReplay} = await import('./providers/recording/replay/replay.js');
			return openReplay(origin.path);
		}

		case 'module': {
			const {loadProvider} = await import('./providers/module/load.js');
			return loadProvider(origin.path);
		}
	}
};

/** Only a recording that is played has a position. */
const isReplay = (provider: Provider): provider is Replay => provider.name === 'replay' && 'seek' in provider;

/** One line on standard error, and the exit code. */
const fail = (message: string, code: number): void => {
	process.stderr.write(`dm-top: ${sanitize(message)}\n`);
	process.exitCode = code;
};

const printOnce = async (
	provider: Provider,
	title: string,
	{interval, json, ascii}: Flags,
): Promise<void> => {
	const [{exitCodeOf, lookOnce}, {printTable}, {printJson}] = await Promise.all([
		import('./modes/once/look.js'),
		import('./modes/once/table.js'),
		import('./modes/once/json.js'),
	]);
	const look = await lookOnce(provider, {interval, untilEnd: isReplay(provider), wantsLocks: json});
	if (look.trouble) {
		const {what, fix} = look.trouble;
		fail(fix === '' ? what : `${what}. ${fix}`, 2);
		return;
	}

	const options = {
		ascii: ascii || !capabilities(process.env).unicode,
		title,
		width: process.stdout.columns ?? 200,
	};
	process.stdout.write(json ? printJson(look, options) : printTable(look, options));
	process.exitCode = exitCodeOf(look);
};

/** Changes as lines, until a signal ends it or the output is closed. */
const showPlain = async (provider: Provider, title: string, {interval}: Flags): Promise<void> => {
	const [{startWatch}, {printChanges}] = await Promise.all([
		import('./session/watch.js'),
		import('./modes/plain/plain.js'),
	]);
	const {signal} = endOnSignals();
	const watch = startWatch(provider, interval);
	await printChanges(watch, title, process.stdout, signal);
	await watch.stop();
};

/** How dmctl would reach the same cluster: the first of the addresses that the user gave. */
const accessOf = (origin: Origin): DmctlAccess => {
	if (origin.kind !== 'http') {
		return {address: ''};
	}

	const address = origin.addresses.split(/[\s,]+/v).find(part => part !== '') ?? '';
	const {ca = '', cert = '', key = ''} = origin.tls;
	return {address, tls: ca === '' ? undefined : {ca, cert, key}};
};

/**
 * The audit's file, opened before anything is operated, so that one that cannot be written is known at once; what fails
 * later is told to `onTrouble`, and operating goes on.
 *
 * @throws {UsageError} When the file cannot be opened.
 */
const openAudit = async (
	path: string,
	onTrouble: (text: string) => void,
): Promise<((line: string) => void) | undefined> => {
	if (path === '') {
		return undefined;
	}

	const {openSync, writeSync} = await import('node:fs');
	let file: number;
	try {
		file = openSync(path, 'a', 0o600);
	} catch (error) {
		throw new UsageError(
			`--log ${path} cannot be written: ${messageOf(error)}. Give a file in a folder that is yours.`,
		);
	}

	return line => {
		try {
			writeSync(file, `${line}\n`);
		} catch (error) {
			onTrouble(`Not logged to ${path}: ${messageOf(error)}.`);
		}
	};
};

/** The same provider, with all that it says and is asked to do written to a file. */
const recorded = async (
	provider: Provider,
	{recording, name}: {readonly recording: Recording; readonly name: string},
	onTrouble: (trouble: Trouble | undefined) => void,
): Promise<Provider> => {
	const {recordProvider} = await import('./providers/recording/record-provider.js');
	return recordProvider(provider, {...recording, name, version: await ownVersion(), onTrouble});
};

/** The simulation as a dm-master, until a signal ends it. */
const serve = async (origin: Origin & {readonly kind: 'simulator'}, listen: string): Promise<void> => {
	const {serveSimulation} = await import('./simulator/server/serve.js');
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
 * What a script asks for.
 *
 * @throws {UsageError} When its words are no command.
 */
const commandOf = async (script: Script): Promise<ScriptCommand> => {
	const {parseScript} = await import('./modes/script/parse-script.js');
	const parsed = parseScript(script);
	if ('mistake' in parsed) {
		throw new UsageError(parsed.mistake);
	}

	return parsed.command;
};

/** One operation, or one question, from a script. */
const runScript = async (
	provider: Provider,
	title: string,
	{script, command}: {readonly script: Script; readonly command: ScriptCommand},
	flags: Flags,
): Promise<void> => {
	const [{runCommand}, {keepConfig}, {startOperating}, {startWatch}] = await Promise.all([
		import('./modes/script/script.js'),
		import('./modes/keep-config.js'),
		import('./session/operate.js'),
		import('./session/watch.js'),
	]);
	const audit = await openAudit(flags.log, text => {
		process.stderr.write(`dm-top: ${sanitize(text)}\n`);
	});
	const watch = startWatch(provider, flags.interval);
	const operating = startOperating({
		provider,
		watch,
		readOnly: flags.readOnly,
		title,
		audit,
		keep: keepConfig,
	});
	try {
		process.exitCode = await runCommand(watch, operating, {
			command,
			yes: script.yes,
			wait: script.wait,
			json: flags.json,
			readers: provider.readers ?? {},
			title,
			access: accessOf(flags.origin),
			input: process.stdin,
			output: process.stdout,
			errors: process.stderr,
		});
	} finally {
		operating.stop();
		await watch.stop();
	}
};

/** What the command line asks for, with a provider. */
const run = async (
	provider: Provider,
	title: string,
	flags: Flags,
	{warnings, command}: {readonly warnings: Warnings; readonly command: ScriptCommand | undefined},
): Promise<void> => {
	if (flags.script && command) {
		await runScript(provider, title, {script: flags.script, command}, flags);
		return;
	}

	if (flags.inquiry) {
		const {inquire} = await import('./modes/inquire.js');
		process.exitCode =
			(await inquire(provider, flags.inquiry, {
				title,
				interval: flags.interval,
				untilEnd: isReplay(provider),
			})) ?? process.exitCode;
		return;
	}

	if (flags.once) {
		await printOnce(provider, title, flags);
		return;
	}

	if (flags.plain || !process.stdout.isTTY || !capabilities(process.env).cursorAddressing) {
		await showPlain(provider, title, flags);
		return;
	}

	if (flags.origin.kind === 'file' && flags.origin.path === '-' && process.stdin.isTTY) {
		throw new UsageError(
			'--file - reads standard input, which is the keyboard here. Pipe documents in: some-command | dm-top --file -',
		);
	}

	limitYoungGeneration();
	const audit = await openAudit(flags.log, warnings.say);
	const {begunWithin, startWatch} = await import('./session/watch.js');
	const replay = isReplay(provider) ? provider : undefined;
	// Until the screen listens itself: what is recorded must come to its proper end from the first line on.
	const early = endOnSignals();
	const watch = startWatch(provider, flags.interval, replay);
	// Loading the screen lets nothing else happen: what is there at once is taken before.
	await begunWithin(watch, 5);
	const {showLive} = await import('./modes/live.js');
	if (early.signal.aborted) {
		await watch.stop();
		return;
	}

	const shown = showLive({
		provider,
		watch,
		title,
		interval: flags.interval,
		ascii: flags.ascii,
		theme: flags.theme,
		readOnly: flags.readOnly,
		access: accessOf(flags.origin),
		audit,
		warnings,
		replay,
	});
	early.release();
	await shown;
};

/** How long, in ms, what still runs is waited for when all is done. */
const grace = 500;

/**
 * Runs dm-top as the command line says; the exit code is left in `process.exitCode`. What a provider of the user's has
 * left running does not keep the process.
 */
export const main = async (): Promise<void> => {
	// Whoever reads may stop reading, as `head` does: there is nobody left to tell.
	process.stdout.on('error', () => undefined);
	try {
		const flags = readFlags(process.argv.slice(2), process.env);
		const {origin} = flags;
		if (flags.explain) {
			const {explain} = await import('./modes/explain.js');
			process.exitCode = await explain(flags.explain, {
				input: process.stdin,
				output: process.stdout,
				errors: process.stderr,
				width: Math.min(100, process.stdout.columns ?? 100),
			});
			return;
		}

		if (origin.kind === 'simulator' && origin.scenario === 'help') {
			const {simulateHelp} = await import('./simulator/simulator.js');
			process.stdout.write(`${simulateHelp()}\n`);
			return;
		}

		if (origin.kind === 'simulator' && flags.listen !== '') {
			await serve(origin, flags.listen);
			return;
		}

		const command = flags.script && (await commandOf(flags.script));
		const opened = await openProvider(origin, flags);
		const warnings = createWarnings();
		const provider = flags.recording
			? await recorded(opened, {recording: flags.recording, name: flags.name}, trouble => {
					warnings.say(trouble ? `Not recorded: ${trouble.what}. ${trouble.fix}`.trim() : '');
				})
			: opened;
		await run(provider, flags.name === '' ? provider.title : flags.name, flags, {warnings, command});
	} catch (error) {
		// What a monitoring system takes for "not known": 2 would be critical.
		fail(messageOf(error), process.argv[2] === 'check' ? 3 : 2);
	} finally {
		// Only after everything printed has been taken: a pager may take its time.
		process.stdout.write('', () => {
			setTimeout(exit, grace).unref();
		});
	}
};
