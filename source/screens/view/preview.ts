/**
 * The preview of the row under the cursor: what is wrong and its numbers, its plots, its events.
 */
import {type Line, horizontalRule, span} from '../../components/line.js';
import {wrapLine} from '../../components/wrap.js';
import type {Symbols} from '../../components/symbols.js';
import type {ClusterEvent} from '../../monitor/view.js';
import {drawEvent} from '../chrome/strip.js';
import type {BoundList} from '../lists/binding/list-screen.js';
import {say} from '../../language/say.js';

/** The least height of plots, the least with other content below them, and the greatest: title, curve, time axis. */
const plotLines = {least: 5, usual: 9, most: 24};

/** The events, and the context of their lines. */
export type Happened = {
	/** Newest first. */
	readonly events: readonly ClusterEvent[];
	/** Ms since the epoch. */
	readonly now: number;
	readonly symbols: Symbols;
};

/** The indentation of continued event texts: the width of time and sign. */
const eventIndent = 12;

/** The newest events that `isShown` accepts, wrapped, at most `most` lines in total. */
const eventLines = (
	{events, now, symbols}: Happened,
	{width, most}: {readonly width: number; readonly most: number},
	isShown: (event: ClusterEvent) => boolean = () => true,
): Line[] => {
	const lines: Line[] = [];
	for (const event of events) {
		if (lines.length >= most) {
			break;
		}

		if (isShown(event)) {
			lines.push(...wrapLine(drawEvent(event, now, symbols), width, eventIndent));
		}
	}

	return lines.slice(0, Math.max(0, most));
};

const indented = (line: Line): Line => [span(' '), ...line];

/**
 * The preview of the row at `index`, in at most `height` lines of `width` columns. `happened`: events to show below the
 * plots; undefined where they are beside it.
 */
export const previewLines = (
	list: BoundList,
	index: number,
	{width, height}: {readonly width: number; readonly height: number},
	recentEvents: Happened | undefined,
): readonly Line[] => {
	const text = list
		.preview(index, width - 2, height)
		.flatMap(line => wrapLine(line, width - 2, 6, height))
		.slice(0, height)
		.map(line => indented(line));
	const plots = list.plots(index);
	const spare = height - text.length;
	const most = spare - plotLines.usual - 1;
	const told =
		plots && recentEvents && most > 0
			? eventLines(recentEvents, {width, most}, event => plots.isConcerned(event))
			: [];
	const left = spare - (told.length === 0 ? 0 : told.length + 1);
	const drawn = plots && left >= plotLines.least ? plots.draw(width - 2, Math.min(left, plotLines.most)) : [];
	return [
		...text,
		...drawn.map(line => indented(line)),
		...(told.length > 0 ? [[span(` ${say('What happened')}`, 'title')], ...told] : []),
	];
};

/**
 * The events beside a preview: those of the row at `index` (-1 for none), then others; its rule first, in at most
 * `height` lines.
 */
export const eventPane = (
	list: BoundList,
	index: number,
	{width, height, stroke}: {readonly width: number; readonly height: number; readonly stroke: string},
	recentEvents: Happened,
): readonly Line[] => {
	const plots = list.plots(index);
	const own = plots
		? eventLines(recentEvents, {width, most: height - 1}, event => plots.isConcerned(event))
		: [];
	if (!plots || own.length === 0) {
		return [
			horizontalRule([span(say('Events'), 'title')], width, stroke),
			...eventLines(recentEvents, {width, most: height - 1}),
		];
	}

	const left = height - own.length - 2;
	const others = eventLines(recentEvents, {width, most: left}, event => !plots.isConcerned(event));
	return [
		horizontalRule(
			[span(say('What happened to {caption}', {caption: list.about(index)}), 'title')],
			width,
			stroke,
		),
		...own,
		...(others.length > 0
			? [horizontalRule([span(say('elsewhere'), 'title')], width, stroke), ...others]
			: []),
	];
};
