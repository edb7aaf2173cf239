import {useEffect, useMemo, useState, useSyncExternalStore} from 'react';
import {Box, useApp, useWindowSize} from 'ink';
import type {DiagnosedView} from '../../findings/diagnosis.js';
import {isSettled} from '../../monitor/is-learnt.js';
import {flashes} from '../../operations/following/telling/flashes.js';
import {isFinal} from '../../operations/following/followed.js';
import {span} from '../../components/line.js';
import {Lines} from '../../components/lines.js';
import {useTheme} from '../../components/theme/use-theme.js';
import {wrapLine} from '../../components/wrap.js';
import {say} from '../../language/say.js';
import {Asking} from '../overlays/asking.js';
import {useAnswer} from '../keyboard/use-answer.js';
import {useDialog} from '../keyboard/use-dialog.js';
import {useInquiry} from '../keyboard/use-inquiry.js';
import {useKeptTop} from '../keyboard/use-kept-top.js';
import {useKeys} from '../keyboard/use-keys.js';
import {useMouse} from '../keyboard/use-mouse.js';
import {useRested} from '../keyboard/use-rested.js';
import {useSettled} from '../keyboard/use-settled.js';
import {useTiedSelection} from '../keyboard/use-tied-selection.js';
import {createDrawn} from '../view/drawn-cluster.js';
import {ListView} from '../view/list-view.js';
import {createSelection} from '../view/select.js';
import {sourcesOnScreen} from '../state/focus.js';
import {placeId} from '../places/place.js';
import {placeOf} from '../state/state.js';
import {createStore} from '../state/store/store.js';
import type {AppProps} from '../context/app-props.js';
import {Header} from './header.js';
import {drawingOf, lastLines, layOut, linesAbove, shownList, smallest, upperLines} from './screen-lines.js';

/** How long the rows on screen have to stay the same before their sources are prioritised, ms. */
const restTime = 400;

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

/** The cluster that is drawn. A separate hook, for the reason told at `useLatest`. */
const useDrawn = ({cluster, operating}: AppProps): DiagnosedView => {
	const [drawn] = useState(() =>
		createDrawn(cluster.current, now => flashes(operating.follow(), now).length > 0),
	);
	return useSyncExternalStore(cluster.subscribe, drawn);
};

/** The whole screen: keys in, lines out. */
export function App(props: AppProps) {
	const {cluster: source, operating, onFocus} = props;
	const {exit} = useApp();
	const {columns: width, rows: height} = useWindowSize();
	const {symbols} = useTheme();
	const [store] = useState(() => props.store ?? createStore(props.interval));
	const [select] = useState(createSelection);
	const state = useSyncExternalStore(store.subscribe, store.current);
	const live = useDrawn(props);
	const follow = useSyncExternalStore(operating.subscribe, operating.follow);
	const inquiries = useSyncExternalStore(operating.inquiries.subscribe, operating.inquiries.current);
	const warning = useSyncExternalStore(props.warnings.subscribe, props.warnings.current);
	useReplay(props);

	const cluster = state.frozen ?? live;
	const {plotSpan} = state;
	const drawing = useMemo(
		() => drawingOf(props, {cluster, plotSpan, symbols, follow, inquiries}),
		[cluster, symbols, source, plotSpan, follow, operating.capabilities, inquiries],
	);
	const moment = {props, state, live, drawing, follow, warning, select, exit, width, height};
	const layout = layOut(moment);
	const {problem, sight, contextAt, isTooSmall} = layout;
	useKeys(store, contextAt, isTooSmall);
	useAnswer(store, source);
	useDialog(state, store, live, operating, source.current);

	const place = placeOf(state);
	const ended = follow.operations.filter(followed => isFinal(followed)).length;
	useInquiry(place, ended, operating.inquiries);
	const {wantLocks} = operating;
	useEffect(() => {
		wantLocks(place.kind === 'locks');
	}, [wantLocks, place.kind]);

	const {list, text, head, selected, top, onScreen} = sight;
	useKeptTop(store, state, {width, text, top});
	const upper = upperLines(moment, layout);
	useMouse(isTooSmall ? undefined : props.mouse, store, contextAt, {
		tabs: {row: linesAbove + problem.length - 1, line: upper[problem.length + 1] ?? []},
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
			...smallest,
			width,
			height,
		});
		return <Lines lines={wrapLine([span(words, 'warn')], width)} width={width} height={height} />;
	}

	return (
		<Box flexDirection="column" width={width} height={height}>
			<Header props={props} state={state} width={width} />
			<Lines lines={upper} width={width} />
			{list ? (
				<ListView {...shownList(moment, sight, list, settled)} />
			) : (
				<Lines
					lines={text.slice(top, top + layout.scene.height)}
					width={width}
					height={layout.scene.height}
				/>
			)}
			<Lines lines={lastLines(moment, layout)} width={width} />
			<Asking
				input={state.input}
				table={place.kind}
				clusterName={props.title}
				colour={props.colour}
				width={width}
				height={height}
			/>
		</Box>
	);
}
