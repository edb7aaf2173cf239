/**
 * A run of the program: a screen, lines, a table, an answer, or one operation.
 */
import {say} from '../language/say.js';
import {openAuditFile} from '../modes/written/logs/audit-file.js';
import {endOnSignals} from '../modes/end-on-signals.js';
import {complainTo, metricsTrouble} from '../modes/complain.js';
import type {InquireCommand} from '../modes/inquire/inquiry.js';
import type {Invocation} from '../modes/invocation.js';
import type {SettingsSource} from '../modes/live/follow-settings.js';
import type {LiveCluster} from '../modes/live/session.js';
import {startLanguage} from '../modes/written/kept/keep-language.js';
import {startLook} from '../modes/written/kept/keep-look.js';
import {keptFile, memoryPlace} from '../modes/written/kept/places.js';
import type {RememberOptions} from '../modes/written/memory/remember.js';
import type {ScriptCommand} from '../modes/script/parse-script.js';
import {ownVersion} from '../modes/version.js';
import type {Provider} from '../providers/provider.js';
import {UsageError} from '../settings/usage-error.js';
import type {Watch} from '../session/watching/watch.js';
import {capabilities} from '../terminal/capabilities.js';
import {timeOf} from '../providers/steady-clock.js';
import {printOnce} from './print-once.js';
import {runScript} from './run-script.js';
import {metricsOf} from './opening/metrics-of.js';
import {accessOf, isReplay} from './opening/open-provider.js';
import type {Opened} from './opening/opened.js';

/** Adds the figures of DM's metrics to a provider's observations, until the signal is aborted. */
const follow = async (
	watch: Watch,
	{provider, flags}: Pick<Opened, 'provider' | 'flags'>,
	sayProblem: (text: string) => void,
	signal: AbortSignal,
): Promise<void> => {
	const metrics = await metricsOf(flags, provider);
	if (!metrics) {
		return;
	}

	const {followMetrics} = await import('../session/follow-metrics.js');
	void followMetrics(watch, metrics, {
		signal,
		now: () => timeOf(provider),
		onProblem(problem) {
			sayProblem(metricsTrouble(problem));
		},
	});
};

/** Changes as lines, until a signal ends it or the output is closed. */
const showPlain = async ({provider, title, flags}: Opened, invocation: Invocation): Promise<void> => {
	const sayProblem = complainTo(invocation.errors);
	const {interval, alarm, thresholds} = flags;
	const [{startAlarm}, {startWatch}, {printChanges}, {watchClock}] = await Promise.all([
		import('../modes/alarms/alarm.js'),
		import('../session/watching/watch.js'),
		import('../modes/plain/plain.js'),
		import('../session/clock-set.js'),
	]);
	const {signal} = endOnSignals();
	const watch = startWatch(provider, interval, {thresholds});
	await follow(watch, {provider, flags}, sayProblem, signal);
	const stopAlarm = startAlarm(watch, {...alarm, title, onProblem: sayProblem});
	const leaveClock = isReplay(provider) ? () => undefined : watchClock(sayProblem);
	await printChanges(watch, title, invocation.output, signal);
	leaveClock();
	stopAlarm();
	await watch.stop();
};

/** `check`, `wait` and `export`; returns the exit code. */
const answerInquiry = async (
	{provider, title, flags}: Opened,
	inquiry: InquireCommand,
	invocation: Invocation,
): Promise<number> => {
	const sayProblem = complainTo(invocation.errors);
	const {interval, alarm, thresholds} = flags;
	const {inquire} = await import('../modes/inquire/inquire.js');
	return inquire(provider, inquiry, {
		title,
		interval,
		thresholds,
		untilEnd: isReplay(provider),
		metrics: await metricsOf(flags, provider),
		follow: async (watch, signal) => follow(watch, {provider, flags}, sayProblem, signal),
		alarm: {...alarm, title, onProblem: sayProblem},
		output: invocation.output,
		errors: invocation.errors,
	});
};

const remember = async (provider: Provider, options: RememberOptions): Promise<Provider> => {
	const {rememberProvider} = await import('../modes/written/memory/remember.js');
	return rememberProvider(provider, options);
};

/** Begins to watch a cluster for the screen. */
const watchLive = async (
	{provider, title, flags, warnings}: Opened,
	{environment}: Invocation,
): Promise<LiveCluster> => {
	const audit = openAuditFile(flags.auditLog, text => {
		warnings.say('audit', text);
	});
	const metrics = await metricsOf(flags, provider);
	const {startWatch} = await import('../session/watching/watch.js');
	const replay = isReplay(provider) ? provider : undefined;
	const memoryFolder = flags.memory && flags.keptAs !== '' ? memoryPlace(flags.keptAs, environment) : '';
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
		keptFile: flags.keptAs === '' ? '' : keptFile(flags.keptAs, environment),
		readOnly: flags.readOnly,
		access: accessOf(flags, title),
		audit,
		warnings,
		replay,
		metrics,
		alarm: flags.alarm,
	};
};

/** The clusters that can be opened from the screen. */
export type Openable = {
	readonly names: readonly string[];
	readonly open: (name: string) => Promise<Opened>;
	/** The settings file, read again when it is saved. */
	readonly settings: SettingsSource;
};

/** The screen, until the user quits. */
const showScreen = async (
	opened: readonly Opened[],
	{names, open, settings}: Openable,
	invocation: Invocation,
): Promise<void> => {
	// Until the screen listens itself: a recording must be ended properly from its first line on.
	const early = endOnSignals();
	const [{flags, warnings}] = opened as readonly [Opened, ...Opened[]];
	const {ascii, theme, themeSaid, languageSaid, mouse} = flags;
	const choices = {
		file: flags.keptAs === '' ? '' : keptFile('', invocation.environment),
		onProblem(text: string) {
			warnings.say('kept', text);
		},
	};
	const language = await startLanguage({...choices, said: languageSaid});
	const clusters = await Promise.all(opened.map(async one => watchLive(one, invocation)));
	const {showLive} = await import('../modes/live/live.js');
	if (early.signal.aborted) {
		await Promise.all(clusters.map(async ({watch}) => watch.stop()));
		return;
	}

	await showLive({
		complain: complainTo(invocation.errors),
		clusters,
		names,
		open: async name => watchLive(await open(name), invocation),
		settings,
		ascii,
		look: startLook(theme, {...choices, said: themeSaid}),
		language,
		mouse,
		version: ownVersion(),
		early,
	});
};

/** Runs what needs no screen; returns the exit code, or undefined where a screen is needed. */
const runWithoutScreen = async (
	opened: readonly Opened[],
	command: ScriptCommand | undefined,
	invocation: Invocation,
): Promise<number | undefined> => {
	const [first, second] = opened as readonly [Opened, ...Opened[]];
	const {provider, title, flags} = first;
	const isBrief = flags.script !== undefined || flags.inquiry !== undefined || flags.once;
	// Checked last, since that opens the output.
	const isPlain = (): boolean =>
		flags.plain || !invocation.output.isTTY || !capabilities(invocation.environment).cursorAddressing;
	if (second && (isBrief || isPlain())) {
		throw new UsageError(say('Several clusters go with the screen; anything else takes one.'));
	}

	if (flags.script && command) {
		return runScript(first, {script: flags.script, command}, invocation);
	}

	if (flags.inquiry) {
		return answerInquiry(first, flags.inquiry, invocation);
	}

	if (flags.once) {
		return printOnce(provider, title, flags, invocation);
	}

	if (isPlain()) {
		await showPlain(first, invocation);
		return 0;
	}

	return undefined;
};

/** Runs what the command line asks for; only the screen takes several clusters. Gives the exit code. */
export const run = async (
	opened: readonly Opened[],
	{command, openable}: {readonly command: ScriptCommand | undefined; readonly openable: Openable},
	invocation: Invocation,
): Promise<number> => {
	const [{flags, warnings}] = opened as readonly [Opened];
	const stopSaying = warnings.subscribe(() => {
		complainTo(invocation.errors)(warnings.current());
	});
	const code = await runWithoutScreen(opened, command, invocation);
	// The screen shows it in a line of its own.
	stopSaying();
	if (code !== undefined) {
		return code;
	}

	if (flags.origin.kind === 'file' && flags.origin.path === '-' && invocation.input().isTTY) {
		throw new UsageError(
			say(
				'--file - reads standard input, which is the keyboard here. Pipe documents in: some-command | dm-top --file -',
			),
		);
	}

	await showScreen(opened, openable, invocation);
	return 0;
};
