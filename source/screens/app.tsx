import {useEffect, useMemo, useState, useSyncExternalStore} from 'react';
import {Box, useApp, useWindowSize} from 'ink';
import {isFinal} from '../operations/following/followed.js';
import {flashes, overlayOf} from '../operations/following/report.js';
import {refreshPlan} from '../operations/planning/plan.js';
import {type Line, span} from '../components/line.js';
import {formatDate} from '../components/quantity.js';
import {Lines} from '../components/lines.js';
import {scrollTo} from '../components/table/viewport.js';
import {useTheme} from '../components/theme.js';
import {wrapLine} from '../components/wrap.js';
import {reduceDialog} from './dialogs/dialog.js';
import {bindings} from './keys/bindings.js';
import type {Command} from './keys/command.js';
import {Asking} from './dialogs/asking.js';
import {footerLine} from './chrome/footer.js';
import {headerLine, noteLines, troubleLines} from './chrome/header.js';
import {totalsLine} from './chrome/totals.js';
import {eventLine} from './chrome/strip.js';
import {whereaboutsLine} from './chrome/whereabouts.js';
import {makeEffects} from './keyboard/effects.js';
import {sourcesOnScreen} from './state/focus.js';
import {type Areas, ListView, shareAreas} from './list-view.js';
import {type BoundList, type Drawing, headLines} from './lists/list.js';
import {chooseOffer} from './keyboard/operations.js';
import {markable} from './keyboard/subject.js';
import type {Props} from './props.js';
import {scrubberLine} from './chrome/replay.js';
import {createSelection} from './select.js';
import {type Place, placeId} from './state/place.js';
import {type Surroundings, selectedIndex} from './state/moving.js';
import {type State, listAt, placeOf} from './state/state.js';
import {modesOf, useKeyboard} from './keyboard/use-keyboard.js';
import {useInquiry} from './keyboard/use-inquiry.js';
import {usePreparation} from './keyboard/use-preparation.js';
import {useRested} from './keyboard/use-rested.js';

/** The smallest terminal that the screens fit. */
const smallest = {columns: 60, rows: 15};

/** How long a selection rests before its preview is drawn, ms: a held key draws none. */
const restTime = 400;

/** Lines above the titles of a table: header, totals, whereabouts. */
const linesAbove = 3;

const withPreview: ReadonlySet<Place['kind']> = new Set([
	'validation',
	'tasks',
	'task',
	'source',
	'sources',
	'workers',
	'locks',
	'events',
	'findings',
]);

const nothingPast = (): never[] => [];

const changing = new Set(bindings.filter(({changes}) => changes).map(({command}) => command));

/** The whole screen: keys in, lines out. */
export function App(props: Props) {
	const {cluster: source, operating, replay, title, provider, isPushed, onFocus} = props;
	const {exit} = useApp();
	const {columns: width, rows: height} = useWindowSize();
	const {ascii, symbols} = useTheme();
	const live = useSyncExternalStore(source.subscribe, source.current);
	const follow = useSyncExternalStore(operating.subscribe, operating.follow);
	const inquiries = useSyncExternalStore(operating.inquiries.subscribe, operating.inquiries.current);
	const [interval, setInterval] = useState(props.interval);
	const [select] = useState(createSelection);
	const {state, listen, change} = useKeyboard();

	const cluster = state.frozen ?? live;
	const warning = useSyncExternalStore(props.warnings.subscribe, props.warnings.current);
	const trouble = [
		...troubleLines(live, live.now, width, Math.max(2, Math.floor(height / 6))),
		...noteLines(live, warning),
	];
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
			canOperate: !operating.means.readOnly && operating.means.operator !== undefined,
			inquiries,
		}),
		[cluster, symbols, ascii, source, follow, operating.means, inquiries],
	);
	const {list: listOf, text: textOf} = select(drawing, width);
	const headOf = (shown: BoundList | undefined): readonly Line[] =>
		headLines(shown?.head ?? [], Math.max(1, Math.floor(bodyHeight / 6)));
	const areasOf = (shown: State): Areas => {
		const table = listOf(shown);
		const room = Math.max(1, bodyHeight - headOf(table).length);
		const {kind} = placeOf(shown);
		const has = {hasPreview: withPreview.has(kind), hasEvents: kind !== 'events'};
		return shareAreas(width, room, has, table?.total ?? 0);
	};

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

	const bench = () => ({
		cluster: source.current(),
		means: operating.means,
		access: props.access,
		now: performance.now(),
		newId: () => crypto.randomUUID(),
		inquiries: operating.inquiries.current(),
	});
	const effects = makeEffects({props, look, exit, interval, changeInterval, bench});
	const isLocked = (command: Command): boolean => operating.means.readOnly && changing.has(command);
	listen({
		look,
		effects,
		isLocked,
		isReplay: replay !== undefined,
		choose: (shown, letter) => chooseOffer(shown, bench(), letter),
		confirm: operating.confirm,
	});

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

	const ended = follow.operations.filter(followed => isFinal(followed)).length;
	useInquiry(placeOf(state), ended, operating.inquiries);
	usePreparation(state.dialog, change, operating, source.current);

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

	const shownEvents = areas.events > 0 ? areas.preview - 1 : 0;
	const day = formatDate(cluster.now);
	const eventLines = useMemo(
		() => cluster.events.slice(0, shownEvents).map(event => eventLine(event, cluster.now, ascii)),
		// Of the time only the day is shown.
		[cluster.events, shownEvents, day, ascii],
	);

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
		today: Date.now(),
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
					...headOf(list),
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
					events={eventLines}
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
