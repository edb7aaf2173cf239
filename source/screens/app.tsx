import {useEffect, useMemo, useState, useSyncExternalStore} from 'react';
import {Box, useApp, useWindowSize} from 'ink';
import {type Line, span} from '../components/line.js';
import {Lines} from '../components/lines.js';
import {formatTime} from '../components/quantity.js';
import {scrollTo} from '../components/table/viewport.js';
import {useTheme} from '../components/theme.js';
import {wrapLine} from '../components/wrap.js';
import type {ClusterView, Trend} from '../monitor/view.js';
import {footerLine} from './chrome/footer.js';
import {headerLine, totalsLine, troubleLines} from './chrome/header.js';
import {whereaboutsLine} from './chrome/whereabouts.js';
import {sourcesOnScreen} from './focus.js';
import {healthSign, healthStyle} from './health.js';
import {type Areas, ListView, shareAreas} from './list-view.js';
import type {Drawing} from './lists/list.js';
import {createSelection} from './select.js';
import {type Place, placeId} from './state/place.js';
import {type Surroundings, selectedIndex} from './state/reduce.js';
import {type State, listAt, modeOf, placeOf} from './state/state.js';
import {useKeyboard} from './use-keyboard.js';
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

export type Props = {
	readonly cluster: ClusterSource;
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

/** How long a selection rests before its preview is drawn, ms: a held key draws none. */
const restTime = 400;

/** Lines above the titles of a table: header, totals, whereabouts. */
const linesAbove = 3;

const withPreview: ReadonlySet<Place['kind']> = new Set(['tasks', 'task', 'source', 'sources']);

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

/** The whole screen: keys in, lines out. */
export function App(props: Props) {
	const {cluster: source, title, provider, isPushed, onInterval, onRefresh, onRedraw, onFocus} = props;
	const {exit} = useApp();
	const {columns: width, rows: height} = useWindowSize();
	const {ascii, symbols} = useTheme();
	const live = useSyncExternalStore(source.subscribe, source.current);
	const [interval, setInterval] = useState(props.interval);
	const [select] = useState(createSelection);
	const {state, listen} = useKeyboard();

	const cluster = state.frozen ?? live;
	const trouble = troubleLines(live, live.now, width, Math.max(2, Math.floor(height / 6)));
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
		shareAreas(width, bodyHeight, withPreview.has(placeOf(shown).kind));
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

	const changeInterval = (step: 1 | -1) => {
		const next = stepInterval(interval, step);
		setInterval(next);
		onInterval(next);
	};

	listen(look, {
		quit() {
			exit();
		},
		leave({path}) {
			if (path.length === 1) {
				exit();
			}
		},
		refresh: onRefresh,
		redraw: onRedraw,
		faster() {
			changeInterval(-1);
		},
		slower() {
			changeInterval(1);
		},
	});

	const place = placeOf(state);
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
						cluster,
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
			<Lines lines={[footerLine(state, modeOf(state), list?.sortable ?? [], ascii, width)]} width={width} />
		</Box>
	);
}
