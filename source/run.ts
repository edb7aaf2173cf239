/**
 * What a run of the program is: a screen, lines, a table, an answer, or one operation.
 */
import process from 'node:process';
import type {Flags} from './flags.js';
import {openAuditFile} from './modes/logs/audit-file.js';
import {endOnSignals} from './modes/end-on-signals.js';
import {complain, fail} from './modes/fail.js';
import type {Inquiry} from './modes/inquire/inquiry.js';
import {keptFile} from './modes/kept/places.js';
import type {ScriptCommand} from './modes/script/parse-script.js';
import {ownVersion} from './modes/version.js';
import {keepHeapSmall} from './modes/startup/small-heap.js';
import {accessOf, isReplay} from './open-provider.js';
import type {MetricsSource} from './providers/metrics/metrics-source.js';
import {problemText} from './providers/problem-text.js';
import type {Provider} from './providers/provider.js';
import {UsageError} from './settings/usage-error.js';
import {runScript} from './run-script.js';
import type {Warnings} from './session/warnings.js';
import type {Watch} from './session/watch.js';
import {capabilities} from './terminal/capabilities.js';

/** The status once: a table, or JSON. */
const printOnce = async (provider: Provider, title: string, flags: Flags): Promise<void> => {
	const {interval, json, ascii, thresholds} = flags;
	const [{exitCodeOf, observeOnce}, {printTable}, {printJson}] = await Promise.all([
		import('./modes/once/observe-once.js'),
		import('./modes/once/table.js'),
		import('./modes/once/json.js'),
	]);
	const look = await observeOnce(provider, {
		interval,
		thresholds,
		untilEnd: isReplay(provider),
		wantsLocks: json,
		metrics: await metricsOf(flags, provider),
	});
	if (look.problem) {
		const {what, fix} = look.problem;
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

	const {openMetrics} = await import('./open-metrics.js');
	return openMetrics(flags, provider);
};

/** Adds the figures of DM's metrics to what a provider says, until the signal is aborted. */
const follow = async (watch: Watch, provider: Provider, flags: Flags, signal: AbortSignal): Promise<void> => {
	const metrics = await metricsOf(flags, provider);
	if (!metrics) {
		return;
	}

	const {followMetrics} = await import('./session/follow-metrics.js');
	void followMetrics(watch, metrics, {
		signal,
		now: () => provider.now?.() ?? Date.now(),
		onProblem(problem) {
			sayProblem(problem ? `Metrics: ${problemText(problem)}` : '');
		},
	});
};

/** Changes as lines, until a signal ends it or the output is closed. */
const showPlain = async (provider: Provider, title: string, flags: Flags): Promise<void> => {
	const {interval, alarm, thresholds} = flags;
	const [{startAlarm}, {startWatch}, {printChanges}] = await Promise.all([
		import('./modes/alarms/alarm.js'),
		import('./session/watch.js'),
		import('./modes/plain/plain.js'),
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
	const {inquire} = await import('./modes/inquire/inquire.js');
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

/** The screen, until a person quits. */
const showScreen = async (
	provider: Provider,
	title: string,
	flags: Flags,
	warnings: Warnings,
): Promise<void> => {
	keepHeapSmall();
	const audit = openAuditFile(flags.auditLog, text => {
		warnings.say('audit', text);
	});
	const metrics = await metricsOf(flags, provider);
	const {begunWithin, startWatch} = await import('./session/watch.js');
	const replay = isReplay(provider) ? provider : undefined;
	// Until the screen listens itself: what is recorded must come to its proper end from the first line on.
	const early = endOnSignals();
	const watch = startWatch(provider, flags.interval, {replay, thresholds: flags.thresholds});
	// Loading the screen lets nothing else happen: what is there at once is taken before.
	await begunWithin(watch, 5);
	const {showLive} = await import('./modes/live/live.js');
	if (early.signal.aborted) {
		await watch.stop();
		return;
	}

	await showLive({
		provider,
		watch,
		title,
		interval: flags.interval,
		ascii: flags.ascii,
		keptFiles:
			flags.keptAs === ''
				? {cluster: '', all: ''}
				: {cluster: keptFile(flags.keptAs, process.env), all: keptFile('', process.env)},
		theme: flags.theme,
		themeSaid: flags.themeSaid,
		mouse: flags.mouse,
		readOnly: flags.readOnly,
		access: accessOf(flags.origin),
		audit,
		warnings,
		replay,
		metrics,
		alarm: flags.alarm,
		version: ownVersion(),
		early,
	});
};

/** What is asked for without a screen; gives whether that was all. */
const runWithoutScreen = async (
	provider: Provider,
	title: string,
	flags: Flags,
	command: ScriptCommand | undefined,
): Promise<boolean> => {
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

	if (flags.plain || !process.stdout.isTTY || !capabilities(process.env).cursorAddressing) {
		await showPlain(provider, title, flags);
		return true;
	}

	return false;
};

/** What the command line asks for, with a provider. */
export const run = async (
	provider: Provider,
	title: string,
	flags: Flags,
	{warnings, command}: {readonly warnings: Warnings; readonly command: ScriptCommand | undefined},
): Promise<void> => {
	const stopSaying = warnings.subscribe(() => {
		sayProblem(warnings.current());
	});
	const isOver = await runWithoutScreen(provider, title, flags, command);
	// The screen has a line for it.
	stopSaying();
	if (isOver) {
		return;
	}

	if (flags.origin.kind === 'file' && flags.origin.path === '-' && process.stdin.isTTY) {
		throw new UsageError(
			'--file - reads standard input, which is the keyboard here. Pipe documents in: some-command | dm-top --file -',
		);
	}

	await showScreen(provider, title, flags, warnings);
};
