import {useEffect, useMemo, useState, useSyncExternalStore} from 'react';
import {Box, useApp, useWindowSize} from 'ink';
import {type Command, bindings} from '../commands/bindings.js';
import {type Dialog, reduceDialog} from '../commands/operations/dialog.js';
import type {Follow} from '../commands/operations/following/follow.js';
import {flashes, overlayOf} from '../commands/operations/following/report.js';
import type {DmctlAccess} from '../commands/operations/planning/dmctl.js';
import {refreshPlan} from '../commands/operations/planning/plan.js';
import type {Means} from '../commands/operations/refusal.js';
import {span} from '../components/line.js';
import {Lines} from '../components/lines.js';
import {useTheme} from '../components/theme.js';
import {scrollTo} from '../components/table/viewport.js';
import {wrapLine} from '../components/wrap.js';
import type {ClusterEvent, ClusterView, Trend} from '../monitor/view.js';
import {footerLine} from './chrome/footer.js';
import {headerLine, noteLines, totalsLine, troubleLines} from './chrome/header.js';
import {eventLine} from './chrome/strip.js';
import {whereaboutsLine} from './chrome/whereabouts.js';
import {Asking} from './asking.js';
import {sourcesOnScreen} from './focus.js';
import {type Areas, ListView, shareAreas} from './list-view.js';
import type {Drawing, LockAnswer} from './lists/list.js';
import {lockRows} from './lists/locks.js';
import {
	type Workbench,
	askForTasks,
	chooseOffer,
	completeAt,
	markable,
	openMenu,
	submitAt,
} from './operations.js';
import {type ReplayControl, momentOf, scrubberLine, seekStep} from './replay.js';
import {createSelection} from './select.js';
import {type Place, placeId} from './state/place.js';
import {type Surroundings, selectedIndex} from './state/reduce.js';
import {type State, listAt, placeOf} from './state/state.js';
import {type Effects, modesOf, useKeyboard} from './use-keyboard.js';
import {useRested} from './use-rested.js';

/** The cluster as it is known now; it tells when it changed. */
export type ClusterSource = {
	readonly subscribe: (listener: () => void) => () => void;
	readonly current: () => ClusterView;
	/** How long ago the last status came, in ms of the reader's own clock. */
	readonly newsAge: () => number;
	/** The past of a task or subtask up to `now`, newest last, one value for every 5 s. */
	readonly trend: (
		subject: {readonly task: string; readonly source?: string},
		which: Trend,
		slots: number,
		now: number,
	) => ReadonlyArray<number | undefined>;
};

/** What is operated, and what became of it; it tells when that changed. */
export type OperatingSource = {
	readonly means: Means;
	readonly subscribe: (listener: () => void) => () => void;
	readonly follow: () => Follow;
	readonly events: () => readonly ClusterEvent[];
	readonly lockAnswer: () => LockAnswer | undefined;
	readonly wantLocks: (isWanted: boolean) => void;
	/** Sends what was confirmed; says why where it does not. */
	readonly confirm: (dialog: Dialog) => string;
};

export type Props = {
	readonly cluster: ClusterSource;
	readonly operating: OperatingSource;
	/** How dmctl would reach the cluster, for the commands that dialogs show. */
	readonly access: DmctlAccess;
	/** What goes wrong beside the watching; '' while nothing does. */
	readonly warnings: {
		readonly subscribe: (listener: () => void) => () => void;
		readonly current: () => string;
	};
	/** Present while a recording is played. */
	readonly replay?: ReplayControl;
	/** The cluster's name for the header. */
	readonly title: string;
	/** The provider's name for the header. */
	readonly provider: string;
	/** Milliseconds between two looks at the beginning. */
	readonly interval: number;
	/** News come when something changes: there is no interval to speak of. */
	readonly isPushed: boolean;
	readonly onInterval: (interval: number) => void;
	readonly onRefresh: () => void;
	readonly onRedraw: () => void;
	/** Ctrl-Z: the shell has the terminal for a while. */
	readonly onSuspend: () => void;
	/** The sources of what is on screen. */
	readonly onFocus: (sources: readonly string[]) => void;
};

/** The smallest terminal that the screens fit. */
const smallest = {columns: 60, rows: 15};

/** What + and - step through, ms. */
const intervals = [1000, 2000, 5000, 10_000, 30_000, 60_000];

/** How long a selection rests before its preview is drawn, ms: a held key draws none. */
const restTime = 400;

/** Lines above the titles of a table: header, totals, whereabouts. */
const linesAbove = 3;

const withPreview: ReadonlySet<Place['kind']> = new Set(['tasks', 'task', 'source', 'sources', 'locks']);

const nothingPast = (): never[] => [];

const stepInterval = (interval: number, step: 1 | -1): number => {
	const index = intervals.findIndex(known => known >= interval);
	return intervals[Math.min(intervals.length - 1, Math.max(0, index + step))] ?? interval;
};

const changing = new Set(bindings.filter(({changes}) => changes).map(({command}) => command));

/** What the keys of a recording do. */
const replayEffects = (replay: ReplayControl): Effects => {
	const during = (work: () => void) => () => {
		work();
		return undefined;
	};

	return {
		play: during(() => {
			if (replay.isPaused) {
				replay.play();
			} else {
				replay.pause();
			}
		}),
		'step-back': during(() => {
			void replay.step(-1, 'observation');
		}),
		'step-on': during(() => {
			void replay.step(1, 'observation');
		}),
		'seek-back': during(() => {
			replay.seek(replay.position - seekStep);
		}),
		'seek-on': during(() => {
			replay.seek(replay.position + seekStep);
		}),
		'slow-down': during(() => {
			replay.speed /= 2;
		}),
		'speed-up': during(() => {
			replay.speed *= 2;
		}),
	};
};

/** The whole screen: keys in, lines out. */
export function App(props: Props) {
	const {cluster: source, operating, access, title, provider, isPushed, onFocus} = props;
	const {exit} = useApp();
	const {columns: width, rows: height} = useWindowSize();
	const {ascii, symbols} = useTheme();
	const watched = useSyncExternalStore(source.subscribe, source.current);
	const follow = useSyncExternalStore(operating.subscribe, operating.follow);
	const done = useSyncExternalStore(operating.subscribe, operating.events);
	const lockAnswer = useSyncExternalStore(operating.subscribe, operating.lockAnswer);
	const [interval, setInterval] = useState(props.interval);
	const [select] = useState(createSelection);
	const {state, listen, change} = useKeyboard();

	const live = useMemo(
		(): ClusterView =>
			done.length === 0
				? watched
				: {...watched, events: [...done, ...watched.events].toSorted((left, right) => right.at - left.at)},
		[watched, done],
	);
	const cluster = state.frozen ?? live;
	const warning = useSyncExternalStore(props.warnings.subscribe, props.warnings.current);
	const trouble = [
		...troubleLines(live, live.now, width, Math.max(2, Math.floor(height / 6))),
		...noteLines(live, warning),
	];
	const {replay} = props;
	const [, setTurns] = useState(0);
	useEffect(
		() =>
			replay?.onChange(() => {
				setTurns(turns => turns + 1);
			}),
		[replay],
	);
	const linesBelow = replay ? 2 : 1;
	const bodyHeight = Math.max(1, height - linesAbove - trouble.length - linesBelow);
	const drawing = useMemo(
		(): Drawing => ({
			cluster,
			symbols,
			ascii,
			trendOf: (subject, which, slots) =>
				cluster.at === 0 ? nothingPast() : source.trend(subject, which, slots, cluster.now),
			overlayOf: (task, name) => overlayOf(follow, task, name),
			lockAnswer,
		}),
		[cluster, symbols, ascii, source, follow, lockAnswer],
	);
	const {list: listOf, text: textOf} = select(drawing, width);
	const areasOf = (shown: State): Areas =>
		shareAreas(width, bodyHeight, withPreview.has(placeOf(shown).kind));
	const look = (shown: State): Surroundings => {
		const list = listOf(shown);
		return {
			height: list ? areasOf(shown).rows : bodyHeight,
			ids: list?.ids ?? [],
			lines: list ? 0 : textOf(shown).length,
			sortable: list?.sortable ?? [],
			open: id => list?.open(id),
			canMark: markable.includes(placeOf(shown).kind),
			cluster,
		};
	};

	const changeInterval = (next: number) => {
		setInterval(next);
		props.onInterval(next);
	};

	const bench = (): Workbench => ({
		cluster: source.current(),
		means: operating.means,
		access,
		locks: lockRows({cluster, lockAnswer}),
		now: performance.now(),
		newId: () => crypto.randomUUID(),
	});
	const submit = (shown: State): State => {
		const {state: next, command} = submitAt(shown, look(shown), bench());
		switch (command?.kind) {
			case 'quit': {
				exit();
				break;
			}

			case 'refresh': {
				props.onRefresh();
				break;
			}

			case 'interval': {
				changeInterval(command.milliseconds);
				break;
			}

			default:
		}

		return next;
	};

	const goToTime = (shown: State, text: string): State => {
		const moment = replay && momentOf(text, replay);
		if (moment === undefined) {
			return {...shown, time: undefined, notice: 'A time is written 12:41 or 12:41:07.'};
		}

		replay?.seek(moment);
		return {...shown, time: undefined, notice: ''};
	};

	const effects: Effects = {
		quit() {
			exit();
			return undefined;
		},
		leave({path}) {
			if (path.length === 1) {
				exit();
			}

			return undefined;
		},
		refresh() {
			props.onRefresh();
			return undefined;
		},
		redraw() {
			props.onRedraw();
			return undefined;
		},
		suspend() {
			props.onSuspend();
			return undefined;
		},
		faster() {
			changeInterval(stepInterval(interval, -1));
			return undefined;
		},
		slower() {
			changeInterval(stepInterval(interval, 1));
			return undefined;
		},
		pause: shown => askForTasks(shown, 'pause', look(shown), bench()),
		resume: shown => askForTasks(shown, 'resume', look(shown), bench()),
		operations: shown => openMenu(shown, look(shown), bench()),
		complete: shown => completeAt(shown, 1, look(shown), bench()),
		'complete-back': shown => completeAt(shown, -1, look(shown), bench()),
		accept(shown) {
			if (shown.time) {
				return goToTime(shown, shown.time.text);
			}

			return shown.menu ? chooseOffer(shown, bench()) : shown.line ? submit(shown) : undefined;
		},
		...(replay && replayEffects(replay)),
	};
	const isLocked = (command: Command): boolean => operating.means.readOnly && changing.has(command);
	listen({look, effects, isLocked, isReplay: replay !== undefined, confirm: operating.confirm});

	const hasDialog = state.dialog !== undefined;
	useEffect(() => {
		if (hasDialog) {
			change(shown =>
				shown.dialog
					? {
							...shown,
							dialog: reduceDialog(shown.dialog, {
								kind: 'plan',
								plan: refreshPlan(shown.dialog.plan, live),
								at: performance.now(),
							}),
						}
					: shown,
			);
		}
		// The dialog follows the cluster, not the other way round.
	}, [live, hasDialog]);

	const place = placeOf(state);
	const {wantLocks} = operating;
	useEffect(() => {
		wantLocks(place.kind === 'locks');
	}, [wantLocks, place.kind]);

	const list = listOf(state);
	const text = list ? [] : textOf(state);
	const areas = areasOf(state);
	const remembered = listAt(state, place);
	const selected = list ? selectedIndex(remembered, list.ids) : 0;
	const top = list
		? scrollTo(remembered.top, selected, areas.rows, list.ids.length)
		: Math.min(state.scrolled.get(placeId(place)) ?? 0, Math.max(0, text.length - bodyHeight));
	const rested = useRested(list ? `${placeId(place)} ${list.ids[selected] ?? ''}` : '', restTime);
	const onScreen = list?.ids.slice(top, top + areas.rows) ?? [];
	const focused = useRested(sourcesOnScreen(cluster, place, onScreen).join('\n'), restTime);
	useEffect(() => {
		onFocus(focused === '' ? [] : focused.split('\n'));
	}, [onFocus, focused]);

	if (width < smallest.columns || height < smallest.rows) {
		const words = `dm-top needs ${smallest.columns}x${smallest.rows}; this terminal is ${width}x${height}. q quits.`;
		return <Lines lines={wrapLine([span(words, 'warn')], width)} width={width} height={height} />;
	}

	const restedAt = `${placeId(place)} `;
	const watching = {
		title,
		provider,
		interval: isPushed ? undefined : interval,
		isFrozen: state.frozen !== undefined,
		isReadOnly: operating.means.readOnly,
		now: live.now,
		newsAge: source.newsAge(),
	};
	return (
		<Box flexDirection="column" width={width} height={height}>
			<Lines
				lines={[
					headerLine(cluster, watching, symbols, width),
					...trouble,
					totalsLine(cluster, symbols, ascii, width),
					whereaboutsLine(
						state,
						{list, top, height: list ? areas.rows : bodyHeight, lines: text.length},
						{...cluster, locks: lockRows({cluster, lockAnswer}).length},
						symbols,
						width,
					),
				]}
				width={width}
			/>
			{list ? (
				<ListView
					list={list}
					selected={selected}
					marked={remembered.marked}
					top={top}
					previewed={rested.startsWith(restedAt) ? list.ids.indexOf(rested.slice(restedAt.length)) : -1}
					width={width}
					areas={areas}
					isNarrowed={remembered.filter !== '' || remembered.problems}
					strip={cluster.events.slice(0, areas.strip).map(event => eventLine(event, ascii))}
				/>
			) : (
				<Lines lines={text.slice(top, top + bodyHeight)} width={width} height={bodyHeight} />
			)}
			<Lines
				lines={[
					...(replay ? [scrubberLine(replay, symbols, width)] : []),
					footerLine(
						state,
						{
							modes: modesOf(state, replay !== undefined),
							sortable: list?.sortable ?? [],
							flash: flashes(follow, live.now)[0],
							isHidden: command =>
								changing.has(command) && (operating.means.readOnly || operating.means.operator === undefined),
						},
						ascii,
						width,
					),
				]}
				width={width}
			/>
			<Asking dialog={state.dialog} menu={state.menu} clusterName={title} width={width} height={height} />
		</Box>
	);
}
