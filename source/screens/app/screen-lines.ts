/**
 * The lines of a cluster's screen, from values alone: the app draws them at every change, and the first ones are shown
 * before Ink is loaded.
 */
import type {Line} from '../../components/line.js';
import {slotWidth} from '../../monitor/past/track.js';
import type {DiagnosedView} from '../../findings/diagnosis.js';
import {flashes, noOverlay, overlayOf} from '../../operations/following/telling/flashes.js';
import type {Follow} from '../../operations/following/follow.js';
import {isFinal} from '../../operations/following/followed.js';
import type {Inquiry} from '../../session/inquiries.js';
import {footerLine, messageLines} from '../chrome/footer.js';
import {headerLine, isLate, noteLines, problemLines} from '../chrome/header.js';
import {scrubberLine} from '../chrome/replay.js';
import {drawTotals} from '../chrome/totals.js';
import {whereaboutsLine} from '../chrome/whereabouts.js';
import type {Drawing} from '../drawing.js';
import {contextOf, type Context} from '../context/context.js';
import {rememberPast} from '../plots/remember-past.js';
import {type State, listAt, placeOf} from '../state/state.js';
import type {ShownList} from '../view/list-lines.js';
import {nothingLeft} from '../view/nothing-left.js';
import type {Selection} from '../view/select.js';
import {type Scene, type Sight, screenContextOf, sightOf} from '../view/sight.js';
import type {AppProps} from '../context/app-props.js';

/** The smallest terminal that the screens fit. */
export const smallest = {columns: 60, rows: 15};

/** Lines above the titles of a table: header, totals, whereabouts. */
export const linesAbove = 3;

/** What the screen is drawn from at a moment. */
export type ScreenMoment = {
	readonly props: AppProps;
	readonly state: State;
	/** The current cluster, even while the screen is frozen. */
	readonly live: DiagnosedView;
	/** What rows and plots are drawn from; of a frozen screen the cluster as it was. */
	readonly drawing: Drawing;
	readonly follow: Follow;
	/** A problem other than the provider's; '' for none. */
	readonly warning: string;
	readonly select: (drawing: Drawing, width: number, height: number) => Selection;
	readonly exit: () => void;
	/** Columns and rows of the terminal. */
	readonly width: number;
	readonly height: number;
};

/** How the lines of the screen are shared out. */
export type Layout = {
	/** Problems and notes, below the header. */
	readonly problem: readonly Line[];
	/** The message in place of the hints at the bottom; [] for none. */
	readonly message: readonly Line[];
	readonly scene: Scene;
	readonly sight: Sight;
	/** What keys act on in a state. */
	readonly contextAt: (state: State) => Context;
	/** Nothing fits. */
	readonly isTooSmall: boolean;
};

/** What drawing needs besides the rows. */
export const drawingOf = (
	{cluster: source, operating}: AppProps,
	{
		cluster,
		plotSpan,
		symbols,
		follow,
		inquiries,
	}: Pick<Drawing, 'cluster' | 'plotSpan' | 'symbols'> & {
		readonly follow: Follow;
		readonly inquiries: ReadonlyMap<string, Inquiry>;
	},
): Drawing => ({
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
});

/** Shares the lines of the screen out. */
export const layOut = ({
	props,
	state,
	live,
	drawing,
	follow,
	warning,
	select,
	exit,
	width,
	height,
}: ScreenMoment): Layout => {
	const {cluster, symbols} = drawing;
	const problem = [
		...problemLines(live, live.now, width, Math.max(2, Math.floor(height / 6))),
		...noteLines(live, warning, width),
	];
	const message = messageLines(state, flashes(follow, live.now)[0], {
		width,
		most: Math.min(3, Math.max(1, Math.floor(height / 8))),
	});
	const below = Math.max(1, message.length) + (props.replay ? 1 : 0);
	const body = Math.max(1, height - linesAbove - problem.length - below);
	const scene: Scene = {selection: select(drawing, width, body), cluster, width, height: body};
	return {
		problem,
		message,
		scene,
		sight: sightOf(state, scene),
		contextAt: at => contextOf(at, {props, symbols, exit, look: other => screenContextOf(other, scene)}),
		isTooSmall: width < smallest.columns || height < smallest.rows,
	};
};

/** Whether the first line has an age that grows with every second: nothing answers. */
export const isAgeing = (
	{cluster: source, isPushed}: AppProps,
	{frozen, interval}: Pick<State, 'frozen' | 'interval'>,
): boolean =>
	frozen === undefined &&
	isLate(source.current(), {interval: isPushed ? undefined : interval, newsAge: source.newsAge()});

/** The first line: the cluster and the age of its data. */
export const firstLine = (
	props: AppProps,
	{
		state,
		symbols,
		width,
	}: {
		readonly state: Pick<State, 'frozen' | 'interval'>;
		readonly symbols: Drawing['symbols'];
		readonly width: number;
	},
): Line => {
	const {cluster: source, title, colour, provider, isPushed, operating} = props;
	const {frozen, interval} = state;
	const live = source.current();
	return headerLine(
		frozen ?? live,
		{
			title,
			colour,
			provider,
			interval: isPushed ? undefined : interval,
			isReadOnly: operating.capabilities.readOnly,
			isFrozen: frozen !== undefined,
			now: isAgeing(props, state) ? Math.max(live.now, source.now()) : live.now,
			today: Date.now(),
			newsAge: source.newsAge(),
		},
		symbols,
		width,
	);
};

/** The lines between the first one and the table or text. */
export const upperLines = (
	{state, drawing: {cluster, symbols}, width}: ScreenMoment,
	{problem, sight: {list, top, height, text, matches, head}}: Layout,
): Line[] => [
	...problem,
	drawTotals(cluster, symbols, width),
	whereaboutsLine(state, {list, top, height, lines: text.length, matches}, cluster, symbols, width),
	...head,
];

/** The table on screen; `settled` is the name of the row whose preview is drawn. */
export const shownList = (
	{state, drawing: {cluster, symbols}, width}: ScreenMoment,
	{selected, top, areas}: Sight,
	list: ShownList['list'],
	settled: string,
): ShownList => {
	const remembered = listAt(state, placeOf(state));
	return {
		list,
		selected,
		marked: remembered.marked,
		top,
		previewed: list.ids[selected] === settled ? selected : list.ids.indexOf(settled),
		width,
		areas,
		nothingLeft: nothingLeft(remembered, list.total),
		recentEvents: {events: cluster.events, now: cluster.now, symbols},
	};
};

/** The lines below the table or text: of a replay where it is, then a message or the keys. */
export const lastLines = (
	{props: {replay}, state, drawing: {symbols}, width}: ScreenMoment,
	{message, contextAt}: Layout,
): Line[] => [
	...(replay ? [scrubberLine(replay, symbols, width)] : []),
	...(message.length > 0 ? message : [footerLine(contextAt(state), width)]),
];
