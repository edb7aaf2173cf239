/**
 * The picture that a cluster's screen begins with, without React and Ink: they are loaded while the user reads it, and
 * draw the same.
 */
import {type Line, fillLines} from '../../components/line.js';
import {paintLine} from '../../components/theme/paint-line.js';
import type {Theme} from '../../components/theme/theme.js';
import {createStore} from '../state/store/store.js';
import {bodyLines, lowerLines, titleLine} from '../view/list-lines.js';
import {createSelection} from '../view/select.js';
import type {AppProps} from '../context/app-props.js';
import {
	type Layout,
	type ScreenMoment,
	drawingOf,
	firstLine,
	lastLines,
	layOut,
	shownList,
	upperLines,
} from './screen-lines.js';

/** The table or text on screen. */
const middle = (moment: ScreenMoment, theme: Theme, layout: Layout): Line[] => {
	const {sight, scene} = layout;
	const {list, text, top, areas, selected} = sight;
	if (!list) {
		return fillLines(text.slice(top), scene.height);
	}

	const shown = shownList(moment, sight, list, list.ids[selected] ?? '');
	return [
		...fillLines([titleLine(list, moment.width), ...bodyLines(shown, theme)], areas.rows + 1),
		...(areas.preview > 0 ? fillLines(lowerLines(shown, theme), areas.preview) : []),
	];
};

/**
 * The painted lines of the screen, from top to bottom, for a terminal of so many columns and rows; undefined where it
 * is too small for them.
 */
export const firstPicture = (
	props: AppProps,
	theme: Theme,
	{columns: width, rows: height}: {readonly columns: number; readonly rows: number},
): string[] | undefined => {
	const {cluster: source, operating, warnings} = props;
	const {symbols} = theme;
	const state = (props.store ?? createStore(props.interval)).current();
	const live = source.current();
	const follow = operating.follow();
	const inquiries = operating.inquiries.current();
	const moment: ScreenMoment = {
		props,
		state,
		live,
		drawing: drawingOf(props, {cluster: live, plotSpan: state.plotSpan, symbols, follow, inquiries}),
		follow,
		warning: warnings.current(),
		select: createSelection(),
		exit: () => undefined,
		width,
		height,
	};
	const layout = layOut(moment);
	return layout.isTooSmall
		? undefined
		: [
				firstLine(props, {state, symbols, width}),
				...upperLines(moment, layout),
				...middle(moment, theme, layout),
				...lastLines(moment, layout),
			].map(line => paintLine(line, width, theme.paint));
};
