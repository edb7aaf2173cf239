/**
 * The live screen: the app on the terminal, fed by a provider.
 */
import process from 'node:process';
import {setImmediate as nextTurn} from 'node:timers/promises';
import type {ColorSupportLevel} from 'chalk';
import {render} from 'ink';
import type {DmctlAccess} from '../../operations/planning/dmctl.js';
import {PlaceholderProvider} from '../../components/lines.js';
import type {ThemeName} from '../../components/theme-names.js';
import {type Theme, createTheme} from '../../components/theme.js';
import {startOperating} from '../../session/operate.js';
import {isStore, type MetricsSource} from '../../providers/metrics/metrics-source.js';
import type {Problem, Provider} from '../../providers/provider.js';
import {problemText} from '../../providers/problem-text.js';
import type {Replay} from '../../providers/recording/replay/replay.js';
import {App} from '../../screens/app.js';
import {Themed} from '../../screens/look.js';
import type {Said} from '../../settings/resolve.js';
import {startLook} from '../kept/keep-look.js';
import {startKeeper} from '../kept/keeper.js';
import type {ColorDepth} from '../../terminal/capabilities.js';
import {startTerminal} from '../../terminal/start-terminal.js';
import {editText} from '../../terminal/tty/editor.js';
import type {MouseEvent} from '../../terminal/tty/mouse.js';
import {saveFile} from '../../terminal/tty/save-file.js';
import {followMetrics} from '../../session/follow-metrics.js';
import {withStoredPast} from '../../session/stored-past.js';
import type {Warnings} from '../../session/warnings.js';
import {type Watch, begunWithin} from '../../session/watch.js';
import {type Alarm, startAlarm} from '../alarms/alarm.js';
import type {EndOnSignals} from '../end-on-signals.js';
import {keepConfig} from './keep-config.js';

export type LiveOptions = {
	readonly provider: Provider;
	/** What watches it. */
	readonly watch: Watch;
	/** The cluster's name for the header. */
	readonly title: string;
	/** Milliseconds between two looks. */
	readonly interval: number;
	/** Draw with ASCII alone. */
	readonly ascii: boolean;
	/** Undefined: as suits the terminal. */
	readonly theme?: ThemeName;
	/** Who said the theme. */
	readonly themeSaid?: Said;
	/** Where what is set on the screen is kept, for this cluster and for all; '' where nothing is. */
	readonly keptFiles: {readonly cluster: string; readonly all: string};
	/** Clicks and the wheel are dm-top's. */
	readonly mouse: boolean;
	/** Nothing can be operated. */
	readonly readOnly: boolean;
	/** How dmctl would reach the cluster. */
	readonly access: DmctlAccess;
	/** Takes each line of the audit log. */
	readonly audit?: (line: string) => void;
	readonly warnings: Warnings;
	/** Present while a recording is played. */
	readonly replay?: Replay;
	/** What has watched the cluster for longer, where there is such a store. */
	readonly metrics?: MetricsSource;
	/** What is to happen at a new finding. */
	readonly alarm: Alarm;
	/** Dm-top's own version. */
	readonly version: string;
	/** What listens to signals until the terminal does; it is released here. */
	readonly early: EndOnSignals;
};

/** Chalk's levels. */
const colorLevels: ReadonlyMap<ColorDepth, ColorSupportLevel> = new Map([
	[1, 0],
	[4, 1],
	[8, 2],
	[24, 3],
]);

/**
 * Shows the cluster until the user quits, or the terminal or the process ends; the exit code is left in `process`. The
 * terminal listens to signals before anything is waited for.
 */
export const showLive = async (options: LiveOptions): Promise<void> => {
	const {
		provider,
		watch,
		title,
		interval,
		ascii,
		theme,
		themeSaid,
		keptFiles,
		mouse,
		readOnly,
		access,
		audit,
		warnings,
		replay,
		metrics,
		alarm,
		version,
		early,
	} = options;
	const operating = startOperating({provider, watch, readOnly, title, audit, keep: keepConfig});
	const mouseListeners = new Set<(event: MouseEvent) => void>();
	const terminal = startTerminal({
		name: 'dm-top',
		...(mouse && {
			onMouse(event) {
				for (const listener of mouseListeners) {
					listener(event);
				}
			},
		}),
	});
	// A signal that came while everything was loaded is told in the next turn: then both listen.
	await nextTurn();
	early.release();
	const ended = new AbortController();
	const onMetricsProblem = (problem: Problem | undefined): void => {
		warnings.say('metrics', problem ? `Metrics: ${problemText(problem)}` : '');
	};

	const cluster = isStore(metrics)
		? withStoredPast(watch, metrics, {
				signal: ended.signal,
				onProblem: onMetricsProblem,
			})
		: watch;
	const onKeptProblem = (text: string): void => {
		warnings.say('kept', text);
	};

	const keeper = startKeeper(interval, keptFiles.cluster, onKeptProblem);
	const look = startLook({
		file: keptFiles.all,
		theme,
		isFixed: themeSaid?.by === 'flag' || themeSaid?.by === 'environment',
		inSettings: themeSaid?.by === 'cluster' || themeSaid?.by === 'file' ? String(themeSaid.value) : '',
		onProblem: onKeptProblem,
	});
	if (metrics) {
		void followMetrics(watch, metrics, {
			signal: ended.signal,
			now: () => provider.now?.() ?? Date.now(),
			onProblem: onMetricsProblem,
		});
	}

	const {colorDepth, lightBackground, unicode, braille} = terminal.capabilities;
	terminal.setTitle(`dm-top ${title}`);
	const themeOf = (name: ThemeName | undefined): Theme =>
		createTheme({
			ascii: ascii || !unicode,
			hasBraille: braille,
			name,
			colors: colorLevels.get(colorDepth) ?? 0,
			isLight: lightBackground,
		});
	// What came while everything was loaded is there on the first frame.
	await begunWithin(watch, 10);
	const app = render(
		<Themed look={look} themeOf={themeOf}>
			<PlaceholderProvider value={terminal.placeholder}>
				<App
					cluster={cluster}
					operating={operating}
					access={access}
					warnings={warnings}
					replay={replay}
					title={title}
					provider={provider.name}
					version={version}
					interval={interval}
					isPushed={provider.isPushed ?? false}
					store={keeper.store}
					onTheme={look.set}
					onInterval={watch.setInterval}
					onRefresh={() => provider.refresh?.()}
					mouse={listener => {
						mouseListeners.add(listener);
						return () => {
							mouseListeners.delete(listener);
						};
					}}
					onCopy={terminal.copy}
					onSave={saveFile}
					onRedraw={terminal.repaint}
					onSuspend={terminal.suspend}
					onEdit={text => terminal.lend(() => editText(text, process.env))}
					onFocus={sources => provider.focus?.(sources)}
				/>
			</PlaceholderProvider>
		</Themed>,
		terminal.ink,
	);
	const stopAlarm = startAlarm(cluster, {
		...alarm,
		title,
		terminal,
		onProblem(text) {
			warnings.say('alarm', text);
		},
	});
	const {exitCode} = await terminal.until(app.waitUntilExit());
	app.unmount();
	keeper.stop();
	stopAlarm();
	ended.abort();
	operating.stop();
	await watch.stop();
	process.exitCode = exitCode;
};
