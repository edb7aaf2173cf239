import {useEffect, useMemo, useState, useSyncExternalStore} from 'react';
import {Box, useApp, useWindowSize} from 'ink';
import {isSettled} from '../../monitor/learnt.js';
import {isFinal} from '../../operations/following/followed.js';
import {flashes, noOverlay, overlayOf} from '../../operations/following/flashes.js';
import {span} from '../../components/line.js';
import {Lines} from '../../components/lines.js';
import {useTheme} from '../../components/theme.js';
import {wrapLine} from '../../components/wrap.js';
import {say} from '../../language/say.js';
import {slotWidth} from '../../monitor/past/track.js';
import {Asking} from '../dialogs/asking.js';
import {footerLine} from '../chrome/footer.js';
import {Header} from '../chrome/header-row.js';
import {noteLines, problemLines} from '../chrome/header.js';
import {scrubberLine} from '../chrome/replay.js';
import {drawTotals} from '../chrome/totals.js';
import {whereaboutsLine} from '../chrome/whereabouts.js';
import {contextOf} from '../keyboard/context.js';
import {useDialog} from '../keyboard/use-dialog.js';
import {useInquiry} from '../keyboard/use-inquiry.js';
import {useKeys} from '../keyboard/use-keys.js';
import {useMouse} from '../keyboard/use-mouse.js';
import {useRested} from '../keyboard/use-rested.js';
import {useSettled} from '../keyboard/use-settled.js';
import {useTiedSelection} from '../keyboard/use-tied-selection.js';
import {createDrawn} from '../view/drawn.js';
import {ListView} from '../view/list-view.js';
import type {Drawing} from '../drawing.js';
import {rememberPast} from '../plots/remember-past.js';
import {createSelection} from '../view/select.js';
import {type Scene, sightOf, screenContextOf} from '../view/sight.js';
import {sourcesOnScreen} from '../state/focus.js';
import {isNarrowed} from '../state/moving.js';
import {placeId} from '../state/place.js';
import {type State, listAt, placeOf} from '../state/state.js';
import {createStore} from '../state/store.js';
import type {AppProps} from './app-props.js';

/** The smallest terminal that the screens fit. */
const smallest = {columns: 60, rows: 15};

/** How long the rows on screen have to stay the same before their sources are prioritised, ms. */
const restTime = 400;

/** Lines above the titles of a table: header, totals, whereabouts. */
const linesAbove = 3;

/** Redraws when something in a replay has changed besides its time. */
const useReplay = ({replay}: AppProps): void => {
	const [, setTurns] = useState(0);
	useEffect(
		() =>
			replay?.onChange(() => {
				setTurns(turns => turns + 1);
			}),
		[replay],
	);
};

/** The whole screen: keys in, lines out. */
export function App(props: AppProps) {
	const {cluster: source, operating, replay, title, provider, isPushed, onFocus} = props;
	const {exit} = useApp();
	const {columns: width, rows: height} = useWindowSize();
	const {symbols} = useTheme();
	const [store] = useState(() => props.store ?? createStore(props.interval));
	const [select] = useState(createSelection);
	const state = useSyncExternalStore(store.subscribe, store.current);
	const [drawn] = useState(() =>
		createDrawn(source.current, now => flashes(operating.follow(), now).length > 0),
	);
	const live = useSyncExternalStore(source.subscribe, drawn);
	const follow = useSyncExternalStore(operating.subscribe, operating.follow);
	const inquiries = useSyncExternalStore(operating.inquiries.subscribe, operating.inquiries.current);
	const warning = useSyncExternalStore(props.warnings.subscribe, props.warnings.current);
	useReplay(props);

	const cluster = state.frozen ?? live;
	const {plotSpan} = state;
	const drawing = useMemo(
		(): Drawing => ({
			cluster,
			symbols,
			lagsOf: (subject, slots) =>
				source.past(subject, 'lag', {
					span: slots * slotWidth,
					count: slots,
					now: cluster.now,
					isOfRow: true,
				}).values,
			plotSpan,
			pastOf: rememberPast((subject, measure, count, together) =>
				source.past(subject, measure, {span: plotSpan, count, together, now: cluster.now}),
			),
			overlayOf: follow.operations.every(followed => isFinal(followed))
				? noOverlay
				: (task, name) => overlayOf(follow, task, name),
			canOperate: !operating.capabilities.readOnly && operating.capabilities.operator !== undefined,
			inquiries,
		}),
		[cluster, symbols, source, plotSpan, follow, operating.capabilities, inquiries],
	);
	const problem = [
		...problemLines(live, live.now, width, Math.max(2, Math.floor(height / 6))),
		...noteLines(live, warning),
	];
	const bodyHeight = Math.max(1, height - linesAbove - problem.length - (replay ? 2 : 1));
	const scene: Scene = {
		selection: select(drawing, width, bodyHeight),
		cluster,
		width,
		height: bodyHeight,
	};
	const contextAt = (at: State) =>
		contextOf(at, {props, symbols, exit, look: other => screenContextOf(other, scene)});
	const isTooSmall = width < smallest.columns || height < smallest.rows;
	useKeys(store, contextAt, isTooSmall);
	useDialog(state, store, live, operating, source.current);

	const place = placeOf(state);
	const ended = follow.operations.filter(followed => isFinal(followed)).length;
	useInquiry(place, ended, operating.inquiries);
	const {wantLocks} = operating;
	useEffect(() => {
		wantLocks(place.kind === 'locks');
	}, [wantLocks, place.kind]);

	const {
		list,
		text,
		head,
		areas,
		height: shownRows,
		selected,
		top,
		onScreen,
		matches,
	} = sightOf(state, scene);
	useMouse(isTooSmall ? undefined : props.mouse, store, contextAt, {
		titles: linesAbove + problem.length + head.length,
		top,
	});
	useTiedSelection(
		store,
		state,
		list,
		cluster.sources.some(one => !isSettled(one)),
	);
	const settled = useSettled(list?.ids[selected] ?? '', placeId(place));
	const focused = useRested(sourcesOnScreen(cluster, place, onScreen).join('\n'), restTime);
	useEffect(() => {
		onFocus(focused === '' ? [] : focused.split('\n'));
	}, [onFocus, focused]);

	if (isTooSmall) {
		const words = say('dm-top needs {columns}x{rows}; this terminal is {width}x{height}. Ctrl-C quits.', {
			columns: smallest.columns,
			rows: smallest.rows,
			width,
			height,
		});
		return <Lines lines={wrapLine([span(words, 'warn')], width)} width={width} height={height} />;
	}

	const remembered = listAt(state, place);
	return (
		<Box flexDirection="column" width={width} height={height}>
			<Header
				source={source}
				frozen={state.frozen}
				title={title}
				colour={props.colour}
				provider={provider}
				interval={isPushed ? undefined : state.interval}
				isReadOnly={operating.capabilities.readOnly}
				width={width}
			/>
			<Lines
				lines={[
					...problem,
					drawTotals(cluster, symbols, width),
					whereaboutsLine(
						state,
						{list, top, height: shownRows, lines: text.length, matches},
						cluster,
						symbols,
						width,
					),
					...head,
				]}
				width={width}
			/>
			{list ? (
				<ListView
					list={list}
					selected={selected}
					marked={remembered.marked}
					top={top}
					previewed={list.ids[selected] === settled ? selected : list.ids.indexOf(settled)}
					width={width}
					areas={areas}
					isNarrowed={isNarrowed(remembered)}
					recentEvents={{events: cluster.events, now: cluster.now, symbols}}
				/>
			) : (
				<Lines lines={text.slice(top, top + scene.height)} width={width} height={scene.height} />
			)}
			<Lines
				lines={[
					...(replay ? [scrubberLine(replay, symbols, width)] : []),
					footerLine(contextAt(state), flashes(follow, live.now)[0], width),
				]}
				width={width}
			/>
			<Asking
				input={state.input}
				table={place.kind}
				clusterName={title}
				colour={props.colour}
				width={width}
				height={height}
			/>
		</Box>
	);
}
