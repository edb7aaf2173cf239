import {useMemo, useRef, useState, useSyncExternalStore} from 'react';
import {Box, useApp, useInput, useWindowSize} from 'ink';
import {type Line, cutLine, fitLine, span} from '../../../components/line.js';
import {Lines} from '../../../components/lines.js';
import {layoutColumns} from '../../../components/table/layout.js';
import {tableRow, tableTitles} from '../../../components/table/table.js';
import type {Symbols} from '../../../components/symbols.js';
import {scrollTo} from '../../../components/table/viewport.js';
import {useTheme} from '../../../components/use-theme.js';
import type {DiagnosedView} from '../../../findings/diagnosis.js';
import {drawingOf} from '../screen-lines.js';
import type {ClusterProps} from '../../context/cluster-props.js';
import {useFunctionKeys} from '../../keyboard/use-function-keys.js';
import {useRowMouse} from '../../keyboard/use-row-mouse.js';
import {keyNames, showKey} from '../../keys/keys.js';
import {say} from '../../../language/say.js';
import type {Drawing} from '../../drawing.js';
import {initialState} from '../../state/state.js';
import type {Desk, DeskEntry} from '../../context/desk.js';
import {type ClusterRow, clusterColumns, standingSign, worstClustersFirst} from './cluster-columns.js';
import {clusterPreview} from './cluster-preview.js';

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

const moves: ReadonlyMap<string, number> = new Map([
	['up', -1],
	['k', -1],
	['down', 1],
	['j', 1],
	['pageup', -10],
	['pagedown', 10],
	['home', -Infinity],
	['g', -Infinity],
	['end', Infinity],
	['G', Infinity],
]);

const opening: ReadonlySet<string> = new Set(['enter', 'right', 'l']);
const leaving: ReadonlySet<string> = new Set(['q', 'f10', 'ctrl+c']);
const asking: ReadonlySet<string> = new Set(['?', 'f1']);

/** What the footer says: the most important keys, all of them, or that a pressed key is none. */
type Told = 'keys' | 'all keys' | {readonly strange: string};

const keyHints = (
	hints: ReadonlyArray<readonly [names: readonly string[], does: string]>,
	symbols: Symbols,
): Line =>
	hints.flatMap(([names, does], index) => [
		span(`${index === 0 ? ' ' : '  '}${names.map(name => showKey(name, symbols)).join(' ')}`, 'key'),
		span(` ${does}`, 'dim'),
	]);

const footerOf = (told: Told, symbols: Symbols): Line => {
	if (typeof told === 'object') {
		return [span(` ${say('no key {key}; ? lists them', {key: showKey(told.strange, symbols)})}`, 'warn')];
	}

	const isAll = told === 'all keys';
	return keyHints(
		[
			[isAll ? moves.keys().toArray() : ['up', 'down'], say('select')],
			[isAll ? [...opening] : ['enter'], say('open')],
			[isAll ? [...leaving] : ['q'], say('quit')],
			...(isAll
				? []
				: ([
						[['esc'], say('in a cluster comes back here')],
						[['?'], say('keys')],
					] as const)),
		],
		symbols,
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

/** All watched clusters, the worst first; Enter opens one. */
export function ClusterTable({desk}: {readonly desk: Desk}) {
	const {exit} = useApp();
	const {columns: width, rows: height} = useWindowSize();
	const {symbols} = useTheme();
	const {open} = useSyncExternalStore(desk.subscribe, desk.current);
	const views = useViews(open);
	const [chosen, setChosen] = useState<string>();
	const [told, setTold] = useState<Told>('keys');
	const rows = worstClustersFirst(
		open.map(({name, props}, index): ClusterRow => ({
			name,
			title: props.title,
			colour: props.colour,
			isReadOnly: props.operating.capabilities.readOnly,
			view: views[index]!,
			age: props.cluster.newsAge(),
		})),
	);
	const selected = Math.max(
		0,
		rows.findIndex(({name}) => name === chosen),
	);
	const press = (names: readonly string[]) => {
		for (const name of names) {
			const step = moves.get(name);
			setTold('keys');
			if (step !== undefined) {
				setChosen(rows[Math.min(rows.length - 1, Math.max(0, selected + step))]?.name);
			} else if (opening.has(name)) {
				desk.show(rows[selected]!.name);
			} else if (leaving.has(name)) {
				exit();
			} else if (asking.has(name)) {
				setTold('all keys');
			} else if (name !== 'esc' && !name.startsWith('ctrl+')) {
				setTold({strange: name});
			}
		}
	};

	useInput((input, key) => {
		press(keyNames(input, key));
	});
	useFunctionKeys(name => {
		press([name]);
	});

	const shownRows = Math.max(1, height - otherLines);
	const top = scrollTo(0, selected, shownRows, rows.length);
	useRowMouse(open[0]?.props.mouse, {
		select(index) {
			setChosen(rows[Math.min(rows.length - 1, Math.max(0, index))]?.name);
		},
		open(index) {
			desk.show(rows[index]!.name);
		},
		selected,
		first: top,
		shown: shownRows,
		count: rows.length,
	});

	const placed = layoutColumns(clusterColumns(rows, symbols), Math.max(1, width - signsWidth));
	const spare = shownRows - rows.length;
	const current = rows[selected];
	const preview = useMemo(() => {
		const props = open.find(({name}) => name === current?.name)?.props;
		return current && props
			? clusterPreview(current, drawingOfCluster(props, current.view, symbols), width, spare)
			: [];
	}, [open, current?.name, current?.view, symbols, width, spare]);
	const lines: Line[] = [
		fitLine(
			[
				span(` ${say('Clusters')}`, 'title'),
				span(`  ${say('{count} watched, worst first', {count: rows.length})}`, 'dim'),
			],
			width,
		),
		[span(' '.repeat(signsWidth), 'heading'), ...tableTitles(placed, symbols)],
		...rows.slice(top, top + shownRows).map((row, index): Line => {
			const isSelected = top + index === selected;
			const line: Line = [
				span(isSelected ? symbols.marker : ' ', 'marker'),
				...standingSign(row, symbols),
				span(' '),
				...tableRow(placed, row),
			];
			return isSelected ? fitLine(line, width).map(piece => ({...piece, isOnBar: true})) : line;
		}),
		...preview,
	];
	return (
		<Box flexDirection="column" width={width} height={height}>
			<Lines lines={lines.slice(0, height - 1)} width={width} height={height - 1} />
			<Lines lines={[cutLine(footerOf(told, symbols), width)]} width={width} />
		</Box>
	);
}
