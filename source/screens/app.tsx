import {useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore} from 'react';
import {Box, useApp, useInput, usePaste, useWindowSize} from 'ink';
import {type Command, commandOf} from '../commands/bindings.js';
import {keyNames} from '../commands/keys.js';
import {scrollTo} from '../components/table/viewport.js';
import {type Line, span} from '../components/line.js';
import {Lines} from '../components/lines.js';
import {useTheme} from '../components/theme.js';
import {wrapLine} from '../components/wrap.js';
import {formatTime} from '../components/quantity.js';
import type {ClusterView, Trend} from '../monitor/view.js';
import {footerLine} from './chrome/footer.js';
import {headerLine, totalsLine, troubleLines} from './chrome/header.js';
import {narrowing, tabs, tabsLine} from './chrome/tabs.js';
import {healthSign, healthStyle} from './health.js';
import {type Areas, ListView, shareAreas} from './list-view.js';
import type {BoundList, Drawing} from './lists/list.js';
import {createSelection} from './select.js';
import {isText, placeId} from './state/place.js';
import {type Surroundings, reduce, selectedIndex, typeText} from './state/reduce.js';
import {type State, initialState, listAt, modeOf, placeOf} from './state/state.js';
import {useRested} from './use-rested.js';

export type Props = {
	/** The cluster as it is known now; it tells when it changed. */
	readonly cluster: {
		readonly subscribe: (listener: () => void) => () => void;
		readonly current: () => ClusterView;
		/** The past of a task or subtask up to `now`, newest last, one value for every 5 s. */
		readonly trend: (
			subject: {readonly task: string; readonly source?: string},
			which: Trend,
			slots: number,
			now: number,
		) => ReadonlyArray<number | undefined>;
	};
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
	/** The sources of what is on screen. */
	readonly onFocus: (sources: readonly string[]) => void;
};

/** The smallest terminal that the screens fit. */
const smallest = {columns: 60, rows: 15};

/** What + and - step through, ms. */
const intervals = [1000, 2000, 5000, 10_000, 30_000, 60_000];

/** Lines above the titles of a table: header, totals, tabs. */
const linesAbove = 3;

const nothingPast = (): never[] => [];

const stepInterval = (interval: number, step: 1 | -1): number => {
	const index = intervals.findIndex(known => known >= interval);
	return intervals[Math.min(intervals.length - 1, Math.max(0, index + step))] ?? interval;
};

const eventLine = (event: ClusterView['events'][number], ascii: boolean): Line => [
	span(` ${formatTime(event.at)} `, 'dim'),
	...healthSign(event.health, ascii),
	span(` ${event.subject}  `, 'strong'),
	span(event.text, healthStyle(event.health)),
];

const sourcesOf = (
	cluster: ClusterView,
	state: State,
	list: BoundList | undefined,
	top: number,
	rows: number,
): string[] => {
	const place = placeOf(state);
	if (place.kind === 'subtask' || place.kind === 'source') {
		return [place.source];
	}

	const shown = new Set(list?.ids.slice(top, top + rows));
	switch (place.kind) {
		case 'task':
		case 'sources': {
			return [...shown];
		}

		case 'tasks': {
			return [
				...new Set(
					cluster.tasks
						.filter(({name}) => shown.has(name))
						.flatMap(({subtasks}) => subtasks.map(({subtask}) => subtask.source)),
				),
			];
		}

		default: {
			return [];
		}
	}
};

/** The whole screen: keys in, lines out. */
export function App({
	cluster: source,
	title,
	provider,
	interval: firstInterval,
	isPushed,
	onInterval,
	onRefresh,
	onRedraw,
	onFocus,
}: Props) {
	const {exit} = useApp();
	const {columns: width, rows: height} = useWindowSize();
	const {ascii, symbols} = useTheme();
	const live = useSyncExternalStore(source.subscribe, source.current);
	const [state, setState] = useState<State>(initialState);
	const [interval, setInterval] = useState(firstInterval);
	const select = useRef(createSelection()).current;

	const cluster = state.frozen ?? live;
	const trouble = troubleLines(live, live.now);
	const bodyHeight = Math.max(1, height - linesAbove - trouble.length - 1);
	const drawing = useMemo(
		(): Drawing => ({
			cluster,
			symbols,
			ascii,
			trendOf: (subject, which, slots) =>
				cluster.at === 0 ? nothingPast() : source.trend(subject, which, slots, cluster.now),
		}),
		[cluster, symbols, ascii, source],
	);
	const {list: listOf, text: textOf} = select(drawing, width);
	const areasOf = (shown: State): Areas =>
		shareAreas(width, bodyHeight, ['tasks', 'task', 'source', 'sources'].includes(placeOf(shown).kind));

	const look = (shown: State): Surroundings => {
		const list = listOf(shown);
		return {
			height: list ? areasOf(shown).rows : bodyHeight,
			ids: list?.ids ?? [],
			lines: list ? 0 : textOf(shown).length,
			sortable: list?.sortable ?? [],
			open: id => list?.open(id),
			cluster,
		};
	};

	// Several keys may come before the next frame: each acts on what the one before it left.
	const latest = useRef(state);
	const change = (next: State) => {
		latest.current = next;
		setState(next);
	};

	const act = (command: Command) => {
		switch (command) {
			case 'quit': {
				exit();
				break;
			}

			case 'leave': {
				if (latest.current.path.length === 1) {
					exit();
				}

				break;
			}

			case 'refresh': {
				onRefresh();
				break;
			}

			case 'redraw': {
				onRedraw();
				break;
			}

			case 'faster':
			case 'slower': {
				const next = stepInterval(interval, command === 'faster' ? -1 : 1);
				setInterval(next);
				onInterval(next);
				break;
			}

			default:
		}

		change(reduce(latest.current, command, look));
	};

	useInput((input, key) => {
		for (const name of keyNames(input, key)) {
			const mode = modeOf(latest.current);
			const command = commandOf(mode, name);
			if (command) {
				act(command);
			} else if (mode === 'prompt' && !name.startsWith('ctrl+') && !key.tab) {
				change(typeText(latest.current, name === 'space' ? ' ' : name));
			}
		}
	});
	usePaste(text => {
		change(
			latest.current.prompt
				? typeText(latest.current, text)
				: {...latest.current, notice: 'Pasted text is no command. Press / to filter by it.'},
		);
	});

	const place = placeOf(state);
	const list = listOf(state);
	const remembered = listAt(state, place);
	const areas = areasOf(state);
	const selected = list ? selectedIndex(remembered, list.ids) : 0;
	const top = list ? scrollTo(remembered.top, selected, areas.rows, list.ids.length) : 0;
	const rested = useRested(list ? `${placeId(place)} ${list.ids[selected] ?? ''}` : '', 400);
	const focused = useRested(sourcesOf(cluster, state, list, top, areas.rows).join('\n'), 400);
	const focus = useCallback(onFocus, [onFocus]);
	useEffect(() => {
		focus(focused === '' ? [] : focused.split('\n'));
	}, [focus, focused]);

	if (width < smallest.columns || height < smallest.rows) {
		const lines = wrapLine(
			[
				span(
					`dm-top needs ${smallest.columns}x${smallest.rows}; this terminal is ${width}x${height}. q quits.`,
					'warn',
				),
			],
			width,
		);
		return <Lines lines={lines} width={width} height={height} />;
	}

	const text = isText(place) ? textOf(state) : [];
	const scrolled = Math.min(state.scrolled.get(placeId(place)) ?? 0, Math.max(0, text.length - bodyHeight));
	const sortable = list?.sortable ?? [];
	const where: Line =
		state.path.length === 1
			? tabs(state.path, cluster)
			: list
				? [span(' '), ...list.title]
				: place.kind === 'subtask'
					? [
							span(' '),
							span(place.task, 'title'),
							span(` ${symbols.path} `, 'dim'),
							span(place.source, 'title'),
						]
					: [span(' '), span('Help', 'title')];
	const range = list
		? narrowing(remembered, id => sortable.find(column => column.id === id)?.title ?? id, symbols, {
				first: top + 1,
				last: Math.min(list.ids.length, top + areas.rows),
				shown: list.ids.length,
				total: list.total,
			})
		: [
				span(`${scrolled + 1}-${Math.min(text.length, scrolled + bodyHeight)}`),
				span(` of ${text.length} `, 'dim'),
			];
	const shownId = `${placeId(place)} `;
	const previewed = list && rested.startsWith(shownId) ? list.ids.indexOf(rested.slice(shownId.length)) : -1;
	return (
		<Box flexDirection="column" width={width} height={height}>
			<Lines
				lines={[
					headerLine(
						state.frozen ?? live,
						{title, provider, interval: isPushed ? undefined : interval, isFrozen: state.frozen !== undefined, now: live.now},
						symbols,
						width,
					),
					...trouble,
					totalsLine(cluster, symbols, ascii, width),
					tabsLine(where, range, width),
				]}
				width={width}
			/>
			{list ? (
				<ListView
					list={list}
					selected={selected}
					top={top}
					previewed={previewed}
					width={width}
					areas={areas}
					isNarrowed={remembered.filter !== '' || remembered.problems}
					strip={cluster.events.slice(0, areas.strip).map(event => eventLine(event, ascii))}
				/>
			) : (
				<Lines lines={text.slice(scrolled, scrolled + bodyHeight)} width={width} height={bodyHeight} />
			)}
			<Lines lines={[footerLine(state, modeOf(state), sortable, ascii, width)]} width={width} />
		</Box>
	);
}
