/**
 * One watched cluster, with everything that runs for it besides the screen.
 */
import process from 'node:process';
import {setTimeout as pause} from 'node:timers/promises';
import {isSameValue} from '../../dm/values/same-value.js';
import type {ClusterColour} from '../../components/theme/cluster-colours.js';
import type {DmctlAccess} from '../../operations/planning/dmctl.js';
import {metricsTrouble} from '../complain.js';
import {type MetricsSource, isStore} from '../../providers/metrics/metrics-source.js';
import type {Problem, Provider} from '../../providers/provider.js';
import type {Replay} from '../../providers/recording/replay/replay.js';
import type {DeskEntry} from '../../screens/context/desk.js';
import type {Look} from '../../screens/state/store/look.js';
import {followMetrics} from '../../session/follow-metrics.js';
import {startOperating} from '../../session/operate.js';
import {type RememberedSource, withRemembered} from '../../session/past/remembered-past.js';
import {withStoredPast} from '../../session/past/stored-past.js';
import type {Warnings} from '../../session/warnings.js';
import type {Watch} from '../../session/watching/watch.js';
import type {Terminal} from '../../terminal/terminal.js';
import {editText} from '../../terminal/tty/editor.js';
import type {MouseEvent} from '../../terminal/tty/input/mouse.js';
import {saveFile} from '../../terminal/files/save-file.js';
import {type Alarm, startAlarm} from '../alarms/alarm.js';
import {startKeeper} from '../written/kept/keeper.js';
import {keepConfig} from '../written/kept/keep-config.js';
import {watchClock} from '../../session/clock-set.js';
import {timeOf} from '../../providers/steady-clock.js';
import type {LiveSettings} from './follow-settings.js';

/** Plots show the last hour where a store has it, ms. */
const storedSpan = 3_600_000;

/** A cluster that is to be shown. */
export type LiveCluster = {
	/** Its name after `@`; '' for one without a profile. */
	readonly name: string;
	readonly provider: Provider;
	/** The watch of the cluster. */
	readonly watch: Watch;
	/** The cluster's name for the header. */
	readonly title: string;
	/** The colour of that name. */
	readonly colour?: ClusterColour;
	/** Milliseconds between two refreshes. */
	readonly interval: number;
	/** Where the last hours are stored; '' where they are not. */
	readonly memoryFolder: string;
	/** Where the settings of its screens are stored; '' where they are not. */
	readonly keptFile: string;
	/** Read-only. */
	readonly readOnly: boolean;
	/** How dmctl would reach the cluster. */
	readonly access: DmctlAccess;
	/** Takes each line of the audit log. */
	readonly audit?: (line: string) => void;
	readonly warnings: Warnings;
	/** Present while a recording is played. */
	readonly replay?: Replay;
	/** The store that knows the cluster's past, where there is one. */
	readonly metrics?: MetricsSource;
	/** What happens at a new finding. */
	readonly alarm: Alarm;
};

/** Shared by all clusters on a screen. */
export type SharedScreen = {
	readonly terminal: Terminal;
	readonly look: Look;
	/** Called when another language was chosen. */
	readonly onLanguage: (code: string) => void;
	readonly mouse: (listener: (event: MouseEvent) => void) => () => void;
	/** Dm-top's own version. */
	readonly version: string;
};

/** A watched cluster as the table of clusters lists it, with what ends or changes it. */
export type Session = DeskEntry & {
	readonly warnings: Warnings;
	/** Renders everything again, as after a change of language. */
	readonly viewAgain: () => Promise<void>;
	/** The settings file has changed for this cluster. */
	readonly apply: (now: LiveSettings, before: LiveSettings) => void;
	readonly stop: () => Promise<void>;
};

/** How long after the screen the past is loaded, ms. */
const pastAfter = 500;

/** The past is shown once it is read; quitting does not wait for it. */
const recallInto = async (
	remembered: RememberedSource,
	folder: string,
	signal: AbortSignal,
): Promise<void> => {
	const began = Date.now();
	try {
		await pause(pastAfter, undefined, {signal, ref: false});
		const {recallMemory} = await import('../written/memory/recall.js');
		await recallMemory(folder, began, remembered.add, signal);
	} catch (error) {
		if (!signal.aborted) {
			throw error;
		}
	}
};

/** Starts everything that a cluster's screens need. */
export const startSession = (
	cluster: LiveCluster,
	{terminal, look, onLanguage, mouse, version}: SharedScreen,
): Session => {
	const {name, provider, watch, title, colour, interval, readOnly, access, audit, warnings, replay, metrics} =
		cluster;
	const operating = startOperating({
		provider,
		watch,
		readOnly,
		title,
		audit,
		keep: (task, config) => keepConfig(task, config, process.env),
	});
	const ended = new AbortController();
	// A replay has a clock of its own.
	const leaveClock = replay
		? () => undefined
		: watchClock(text => {
				warnings.say('clock', text);
			});
	const remembered = cluster.memoryFolder === '' ? undefined : withRemembered(watch);
	if (remembered) {
		void recallInto(remembered, cluster.memoryFolder, ended.signal);
	}

	const onMetricsProblem = (problem: Problem | undefined): void => {
		warnings.say('metrics', metricsTrouble(problem));
	};

	const source = isStore(metrics)
		? withStoredPast(remembered ?? watch, metrics, {signal: ended.signal, onProblem: onMetricsProblem})
		: (remembered ?? watch);
	if (metrics) {
		void followMetrics(watch, metrics, {
			signal: ended.signal,
			now: () => timeOf(provider),
			onProblem: onMetricsProblem,
		});
	}

	const keeper = startKeeper(
		interval,
		cluster.keptFile,
		text => {
			warnings.say('kept', text);
		},
		isStore(metrics) ? storedSpan : undefined,
	);
	const stopAlarm = startAlarm(source, {
		...cluster.alarm,
		title,
		terminal,
		onProblem(text) {
			warnings.say('alarm', text);
		},
	});
	return {
		name,
		warnings,
		props: {
			cluster: source,
			operating,
			access,
			warnings,
			replay,
			title,
			colour,
			provider: provider.name,
			version,
			interval,
			isPushed: provider.isPushed ?? false,
			store: keeper.store,
			onTheme: look.set,
			onLanguage,
			onInterval: watch.setInterval,
			onRefresh: provider.refresh && (() => provider.refresh?.()),
			mouse,
			onCopy: terminal.copy,
			onSave: saveFile,
			onRedraw: terminal.repaint,
			onSuspend: terminal.suspend,
			onEdit: text => terminal.lend(() => editText(text, process.env)),
			onFocus: sources => provider.focus?.(sources),
		},
		viewAgain: watch.viewAgain,
		apply(now, before) {
			if (!isSameValue(now.thresholds, before.thresholds)) {
				void watch.setThresholds(now.thresholds);
			}

			if (now.interval === before.interval) {
				return;
			}

			keeper.store.change(state => ({...state, interval: now.interval}));
			watch.setInterval(now.interval);
		},
		async stop() {
			keeper.stop();
			stopAlarm();
			leaveClock();
			ended.abort();
			operating.stop();
			await watch.stop();
		},
	};
};
