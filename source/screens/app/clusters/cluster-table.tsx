import {useMemo, useRef, useState, useSyncExternalStore} from 'react';
import {Box, type Key, useApp, useInput, useWindowSize} from 'ink';
import {highlight} from '../../../components/highlight.js';
import {type Line, cutLine, fitLine, span} from '../../../components/line.js';
import {Lines} from '../../../components/lines.js';
import type {Symbols} from '../../../components/symbols.js';
import {scrollTo} from '../../../components/table/viewport.js';
import {useTheme} from '../../../components/theme/use-theme.js';
import type {DiagnosedView} from '../../../findings/diagnosis.js';
import {drawingOf} from '../screen-lines.js';
import type {ClusterProps} from '../../context/cluster-props.js';
import {narrowingLine, tabsLine} from '../../chrome/tabs.js';
import {useFunctionKeys} from '../../keyboard/use-function-keys.js';
import {useRowMouse} from '../../keyboard/use-row-mouse.js';
import type {TableContext} from '../../keys/action.js';
import {keyNames} from '../../keys/keys.js';
import {useLatest} from '../../keyboard/use-latest.js';
import type {BoundList} from '../../lists/binding/list-screen.js';
import {say} from '../../../language/say.js';
import type {Drawing} from '../../drawing.js';
import {canClear, select, selectedId, selectedIndex, tieSelection} from '../../state/moving.js';
import type {ListState} from '../../places/list-state.js';
import {type State, initialState, listAt, placeOf} from '../../state/state.js';
import {nothingLeft} from '../../view/nothing-left.js';
import type {Desk, DeskEntry} from '../../context/desk.js';
import type {ClusterRow} from './cluster-columns.js';
import {footerLines, pressInClusters} from './cluster-keys.js';
import {clusterPreview} from './cluster-preview.js';
import {bindClusters} from './clusters-list.js';

/** Columns before the name: the marker and the sign. */
const signsWidth = 3;

/** Lines besides the rows: header, titles, footer. */
const otherLines = 3;

/** The views of all clusters, the same list while none has changed. */
const useViews = (open: readonly DeskEntry[]): readonly DiagnosedView[] => {
	const last = useRef<readonly DiagnosedView[]>([]);
	return useSyncExternalStore(
		listener => {
			const leaves = open.map(({props}) => props.cluster.subscribe(listener));
			return () => {
				for (const leave of leaves) {
					leave();
				}
			};
		},
		() => {
			const views = open.map(({props}) => props.cluster.current());
			if (views.length !== last.current.length || views.some((view, index) => view !== last.current[index])) {
				last.current = views;
			}

			return last.current;
		},
	);
};

const drawingOfCluster = (props: ClusterProps, cluster: DiagnosedView, symbols: Symbols): Drawing =>
	drawingOf(props, {
		cluster,
		symbols,
		plotSpan: initialState.plotSpan,
		follow: props.operating.follow(),
		inquiries: props.operating.inquiries.current(),
	});

/** The title, and which rows are hidden and in which order the others are. */
const titleLine = (
	list: BoundList,
	chosen: ListState,
	{top, shownRows}: {readonly top: number; readonly shownRows: number},
	symbols: Symbols,
	width: number,
): Line => {
	const title = span(` ${say('Clusters')}`, 'title');
	if (!canClear(chosen)) {
		return fitLine(
			[title, span(`  ${say('{count} watched, worst first', {count: list.total})}`, 'dim')],
			width,
		);
	}

	const titleOf = (id: string): string => list.sortable.find(column => column.id === id)?.title ?? id;
	const narrowed = narrowingLine(chosen, titleOf, symbols, {
		first: top + 1,
		last: Math.min(list.ids.length, top + shownRows),
		shown: list.ids.length,
		total: list.total,
		outOf: undefined,
		missing: 0,
	});
	return cutLine(tabsLine([title], narrowed, width), width);
};

/** All watched clusters, the worst first unless another order was chosen; Enter opens one. */
export function ClusterTable({desk}: {readonly desk: Desk}) {
	const {exit} = useApp();
	const {columns: width, rows: height} = useWindowSize();
	const {symbols} = useTheme();
	const {open} = useSyncExternalStore(desk.subscribe, desk.current);
	const views = useViews(open);
	const [state, setState] = useState(initialState);
	const [isAsked, setAsked] = useState(false);
	// Several keys may come before the next frame.
	const latest = useRef(state);
	const all = open.map(({name, props}, index): ClusterRow => ({
		name,
		title: props.title,
		colour: props.colour,
		isReadOnly: props.operating.capabilities.readOnly,
		view: views[index]!,
		age: props.cluster.newsAge(),
	}));
	const context = (of: State): TableContext & {readonly screen: {readonly list: BoundList}} => {
		const list = bindClusters(all, listAt(of, placeOf(of)), symbols);
		const {ids, sortable} = list;
		const size = {width: Math.max(1, width - signsWidth), height: Math.max(1, height - otherLines)};
		return {state: of, screen: {...size, list, ids, sortable, page: [], matches: []}};
	};

	const change = (next: State) => {
		latest.current = next;
		setState(next);
	};

	const {
		screen: {list, ids},
	} = context(state);
	const chosen = listAt(state, placeOf(state));
	const selected = selectedIndex(chosen, ids);
	const show = (id: string | undefined) => {
		if (id !== undefined) {
			desk.show(id);
		}
	};

	const press = (names: readonly string[]) => {
		for (const name of names) {
			const now = context(latest.current);
			const {state: next, effect} = pressInClusters(name, now, symbols);
			setAsked(effect === 'keys');
			change(tieSelection(next, context(next).screen));
			if (effect === 'open') {
				show(selectedId(next, now.screen));
			} else if (effect === 'quit') {
				exit();
			}
		}
	};

	useInput(
		useLatest((input: string, key: Key) => {
			press(keyNames(input, key));
		}),
	);
	useFunctionKeys(name => {
		press([name]);
	});

	const footer = footerLines({state, screen: context(state).screen}, isAsked, symbols, width);
	const shownRows = Math.max(1, height - otherLines - footer.length + 1);
	const top = scrollTo(0, selected, shownRows, ids.length);
	useRowMouse(open[0]?.props.mouse, {
		select(index) {
			change(select(latest.current, context(latest.current).screen, index));
		},
		open(index) {
			show(ids[index]);
		},
		selected,
		first: top,
		shown: shownRows,
		count: ids.length,
	});

	const inside = Math.max(1, width - signsWidth);
	const spare = shownRows - ids.length;
	const current = all.find(({name}) => name === ids[selected]);
	const preview = useMemo(() => {
		const props = open.find(({name}) => name === current?.name)?.props;
		return current && props
			? clusterPreview(current, drawingOfCluster(props, current.view, symbols), width, spare)
			: [];
	}, [open, current?.name, current?.view, symbols, width, spare]);
	const hidden = ids.length === 0 ? nothingLeft(chosen, list.total) : '';
	const lines: Line[] = [
		titleLine(list, chosen, {top, shownRows}, symbols, width),
		[span(' '.repeat(signsWidth), 'heading'), ...list.titles(inside)],
		...(hidden === '' ? [] : [[span(` ${hidden}`, 'warn')]]),
		...ids.slice(top, top + shownRows).map((_, index): Line => {
			const isSelected = top + index === selected;
			const {line: cells, sign} = list.row(top + index, inside);
			const line: Line = [span(isSelected ? symbols.marker : ' ', 'marker'), ...sign, span(' '), ...cells];
			const laid = isSelected ? fitLine(line, width).map(piece => ({...piece, isOnBar: true})) : line;
			return list.wanted ? highlight(laid, list.wanted, 'accent') : laid;
		}),
		...preview,
	];
	const body = Math.max(0, height - footer.length);
	return (
		<Box flexDirection="column" width={width} height={height}>
			<Lines lines={lines.slice(0, body)} width={width} height={body} />
			<Lines lines={footer} width={width} />
		</Box>
	);
}
