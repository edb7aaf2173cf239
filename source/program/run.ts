/**
 * What a run of the program is: a screen, lines, a table, an answer, or one operation.
 */
import process from 'node:process';
import {say} from '../language/say.js';
import {openAuditFile} from '../modes/written/logs/audit-file.js';
import {endOnSignals} from '../modes/end-on-signals.js';
import {complain, fail} from '../modes/fail.js';
import type {Inquiry} from '../modes/inquire/inquiry.js';
import type {SettingsSource} from '../modes/live/follow-settings.js';
import type {LiveCluster} from '../modes/live/session.js';
import {startLanguage} from '../modes/written/kept/keep-language.js';
import {startLook} from '../modes/written/kept/keep-look.js';
import {keptFile, memoryPlace} from '../modes/written/kept/places.js';
import type {RememberOptions} from '../modes/written/memory/remember.js';
import type {ScriptCommand} from '../modes/script/parse-script.js';
import {ownVersion} from '../modes/version.js';
import {keepHeapSmall} from '../providers/scheduling/heap-size.js';
import type {MetricsSource} from '../providers/metrics/metrics-source.js';
import {problemText} from '../providers/problem-text.js';
import type {Provider} from '../providers/provider.js';
import {UsageError} from '../settings/usage-error.js';
import type {Warnings} from '../session/warnings.js';
import type {Watch} from '../session/watching/watch.js';
import {capabilities} from '../terminal/capabilities.js';
import {runScript} from './run-script.js';
import {accessOf, isReplay} from './opening/open-provider.js';
import type {Flags} from './command-line/flags.js';

/** The status once: a table, or JSON. */
const printOnce = async (provider: Provider, title: string, flags: Flags): Promise<void> => {
	const {interval, json, ascii, thresholds} = flags;
	const [{exitCodeOf, observeOnce}, {printTable}, {printJson}] = await Promise.all([
		import('../modes/once/observe-once.js'),
		import('../modes/once/table.js'),
		import('../modes/once/json.js'),
	]);
	const look = await observeOnce(provider, {
		interval,
		thresholds,
		untilEnd: isReplay(provider),
		wantsLocks: json,
		metrics: await metricsOf(flags, provider),
	});
	if (look.problem) {
		fail(look.problem.fix === '' ? look.problem.what : problemText(look.problem), 2);
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

/** What went wrong beside the watching, where no screen tells it. */
const sayProblem = (text: string): void => {
	if (text !== '') {
		complain(text);
	}
};

/** Where DM's metrics are read; what reads them is only loaded where the flags name something. */
const metricsOf = async (flags: Flags, provider: Provider): Promise<MetricsSource | undefined> => {
	if (!flags.prometheus && !flags.workerMetrics) {
		return undefined;
	}

	const {openMetrics} = await import('./opening/open-metrics.js');
	return openMetrics(flags, provider);
};

/** Adds the figures of DM's metrics to what a provider says, until the signal is aborted. */
const follow = async (watch: Watch, provider: Provider, flags: Flags, signal: AbortSignal): Promise<void> => {
	const metrics = await metricsOf(flags, provider);
	if (!metrics) {
		return;
	}

	const {followMetrics} = await import('../session/follow-metrics.js');
	void followMetrics(watch, metrics, {
		signal,
		now: () => provider.now?.() ?? Date.now(),
		onProblem(problem) {
			sayProblem(problem ? say('Metrics: {problem}', {problem: problemText(problem)}) : '');
		},
	});
};

/** Changes as lines, until a signal ends it or the output is closed. */
const showPlain = async (provider: Provider, title: string, flags: Flags): Promise<void> => {
	const {interval, alarm, thresholds} = flags;
	const [{startAlarm}, {startWatch}, {printChanges}] = await Promise.all([
		import('../modes/alarms/alarm.js'),
		import('../session/watching/watch.js'),
		import('../modes/plain/plain.js'),
	]);
	keepHeapSmall();
	const {signal} = endOnSignals();
	const watch = startWatch(provider, interval, {thresholds});
	await follow(watch, provider, flags, signal);
	const stopAlarm = startAlarm(watch, {...alarm, title, onProblem: sayProblem});
	await printChanges(watch, title, process.stdout, signal);
	stopAlarm();
	await watch.stop();
};

/** `check`, `wait` and `export`. */
const answerInquiry = async (
	provider: Provider,
	title: string,
	flags: Flags,
	inquiry: Inquiry,
): Promise<void> => {
	const {interval, alarm, thresholds} = flags;
	const {inquire} = await import('../modes/inquire/inquire.js');
	const code = await inquire(provider, inquiry, {
		title,
		interval,
		thresholds,
		untilEnd: isReplay(provider),
		metrics: await metricsOf(flags, provider),
		follow: async (watch, signal) => follow(watch, provider, flags, signal),
		alarm: {...alarm, title, onProblem: sayProblem},
	});
	process.exitCode = code ?? process.exitCode;
};

/** What is watched, with the flags that hold for it. */
export type Opened = {
	readonly provider: Provider;
	/** The cluster's name for the header. */
	readonly title: string;
	readonly flags: Flags;
	readonly warnings: Warnings;
};

const remember = async (provider: Provider, options: RememberOptions): Promise<Provider> => {
	const {rememberProvider} = await import('../modes/written/memory/remember.js');
	return rememberProvider(provider, options);
};

/** Begins to watch a cluster for the screen. */
const watchLive = async ({provider, title, flags, warnings}: Opened): Promise<LiveCluster> => {
	const audit = openAuditFile(flags.auditLog, text => {
		warnings.say('audit', text);
	});
	const metrics = await metricsOf(flags, provider);
	const {startWatch} = await import('../session/watching/watch.js');
	const replay = isReplay(provider) ? provider : undefined;
	const memoryFolder = flags.memory && flags.keptAs !== '' ? memoryPlace(flags.keptAs, process.env) : '';
	const remembered =
		flags.memory && memoryFolder !== ''
			? await remember(provider, {
					folder: memoryFolder,
					maxBytes: flags.memory.maxBytes,
					version: ownVersion(),
					onProblem(text) {
						warnings.say('past', text);
					},
				})
			: provider;
	return {
		name: flags.profile,
		provider: remembered,
		memoryFolder,
		watch: startWatch(remembered, flags.interval, {replay, thresholds: flags.thresholds}),
		title,
		colour: flags.colour,
		interval: flags.interval,
		keptFile: flags.keptAs === '' ? '' : keptFile(flags.keptAs, process.env),
		readOnly: flags.readOnly,
		access: accessOf(flags, title),
		audit,
		warnings,
		replay,
		metrics,
		alarm: flags.alarm,
	};
};

/** The clusters that can be gone to from the screen. */
export type Openable = {
	readonly names: readonly string[];
	readonly open: (name: string) => Promise<Opened>;
	/** The settings file, to be read again when it is saved. */
	readonly settings: SettingsSource;
};

/** The screen, until a person quits. */
const showScreen = async (opened: readonly Opened[], {names, open, settings}: Openable): Promise<void> => {
	keepHeapSmall();
	// Until the screen listens itself: what is recorded must come to its proper end from the first line on.
	const early = endOnSignals();
	const [{flags, warnings}] = opened as readonly [Opened, ...Opened[]];
	const {ascii, theme, themeSaid, languageSaid, mouse} = flags;
	const choices = {
		file: flags.keptAs === '' ? '' : keptFile('', process.env),
		onProblem(text: string) {
			warnings.say('kept', text);
		},
	};
	const language = await startLanguage({...choices, said: languageSaid});
	const clusters = await Promise.all(opened.map(async one => watchLive(one)));
	const {begunWithin} = await import('../session/watching/watch.js');
	// Loading the screen lets nothing else happen: what is there at once is taken before.
	await Promise.all(clusters.map(async ({watch}) => begunWithin(watch, 5)));
	const {showLive} = await import('../modes/live/live.js');
	if (early.signal.aborted) {
		await Promise.all(clusters.map(async ({watch}) => watch.stop()));
		return;
	}

	await showLive({
		clusters,
		names,
		open: async name => watchLive(await open(name)),
		settings,
		ascii,
		look: startLook(theme, {...choices, said: themeSaid}),
		language,
		mouse,
		version: ownVersion(),
		early,
	});
};

/** What is asked for without a screen; gives whether that was all. */
const runWithoutScreen = async (
	opened: readonly Opened[],
	command: ScriptCommand | undefined,
): Promise<boolean> => {
	const [{provider, title, flags}, second] = opened as readonly [Opened, ...Opened[]];
	const isPlain = flags.plain || !process.stdout.isTTY || !capabilities(process.env).cursorAddressing;
	if (second && (flags.script !== undefined || flags.inquiry !== undefined || flags.once || isPlain)) {
		throw new UsageError(say('Several clusters go with the screen; anything else takes one.'));
	}

	if (flags.script && command) {
		await runScript(provider, title, {script: flags.script, command}, flags);
		return true;
	}

	if (flags.inquiry) {
		await answerInquiry(provider, title, flags, flags.inquiry);
		return true;
	}

	if (flags.once) {
		await printOnce(provider, title, flags);
		return true;
	}

	if (isPlain) {
		await showPlain(provider, title, flags);
		return true;
	}

	return false;
};

/** What the command line asks for, of what is watched; only the screen takes several clusters. */
export const run = async (
	opened: readonly Opened[],
	{command, openable}: {readonly command: ScriptCommand | undefined; readonly openable: Openable},
): Promise<void> => {
	const [{flags, warnings}] = opened as readonly [Opened];
	const stopSaying = warnings.subscribe(() => {
		sayProblem(warnings.current());
	});
	const isOver = await runWithoutScreen(opened, command);
	// The screen has a line for it.
	stopSaying();
	if (isOver) {
		return;
	}

	if (flags.origin.kind === 'file' && flags.origin.path === '-' && process.stdin.isTTY) {
		throw new UsageError(
			say(
				'--file - reads standard input, which is the keyboard here. Pipe documents in: some-command | dm-top --file -',
			),
		);
	}

	await showScreen(opened, openable);
};
