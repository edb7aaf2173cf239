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
import type {PrometheusAddress} from './providers/metrics/address.js';
import type {MetricsSource} from './providers/metrics/metrics-source.js';
import type {Provider} from './providers/provider.js';
import {UsageError} from './settings/usage-error.js';
import {runScript} from './run-script.js';
import type {Warnings} from './session/warnings.js';
import {capabilities} from './terminal/capabilities.js';

/** The status once: a table, or JSON. */
const printOnce = async (
	provider: Provider,
	title: string,
	{interval, json, ascii, thresholds}: Flags,
): Promise<void> => {
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

/** Changes as lines, until a signal ends it or the output is closed. */
const showPlain = async (
	provider: Provider,
	title: string,
	{interval, alarm, thresholds}: Flags,
): Promise<void> => {
	const [{startAlarm}, {startWatch}, {printChanges}] = await Promise.all([
		import('./modes/alarms/alarm.js'),
		import('./session/watch.js'),
		import('./modes/plain/plain.js'),
	]);
	keepHeapSmall();
	const {signal} = endOnSignals();
	const watch = startWatch(provider, interval, {thresholds});
	const stopAlarm = startAlarm(watch, {...alarm, title, onProblem: sayProblem});
	await printChanges(watch, title, process.stdout, signal);
	stopAlarm();
	await watch.stop();
};

/** `check`, `wait` and `export`. */
const answerInquiry = async (
	provider: Provider,
	title: string,
	{interval, alarm, thresholds}: Flags,
	inquiry: Inquiry,
): Promise<void> => {
	const {inquire} = await import('./modes/inquire/inquire.js');
	const code = await inquire(provider, inquiry, {
		title,
		interval,
		thresholds,
		untilEnd: isReplay(provider),
		alarm: {...alarm, title, onProblem: sayProblem},
	});
	process.exitCode = code ?? process.exitCode;
};

const openMetrics = async (address: PrometheusAddress, deadline: number): Promise<MetricsSource> => {
	const [{withAuthorization}, {createPrometheus}] = await Promise.all([
		import('./providers/metrics/authorization.js'),
		import('./providers/metrics/prometheus.js'),
	]);
	return createPrometheus({...(await withAuthorization(address)), deadline});
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
	const metrics = flags.prometheus && (await openMetrics(flags.prometheus, flags.deadline));
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
