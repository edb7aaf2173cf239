/**
 * What stands below a table about the row under the cursor: what is wrong and its numbers, its plots, what happened to it.
 */
import {type Line, rule, span} from '../../components/line.js';
import {wrapLine} from '../../components/wrap.js';
import type {Symbols} from '../../components/symbols.js';
import type {ClusterEvent} from '../../monitor/view.js';
import {drawEvent} from '../chrome/strip.js';
import type {BoundList} from '../lists/binding/list-screen.js';
import {say} from '../../language/say.js';

/** Lines that plots take at the least, where other things come below them, and at the most: title, curve, time axis. */
const plotLines = {least: 5, usual: 9, most: 24};

/** The events, and what their lines need. */
export type Happened = {
	/** Newest first. */
	readonly events: readonly ClusterEvent[];
	/** Ms since the epoch. */
	readonly now: number;
	readonly symbols: Symbols;
};

/** Columns below which the text of an event continues: those of its time and sign. */
const eventIndent = 12;

/** The newest events for which `isShown` holds, over as many lines as each takes, at most `most` in all. */
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
 * What there is to say of the row at `index`, in at most `height` lines of `width` columns. `happened`: what may be told
 * below the plots; undefined where that stands beside.
 */
export const previewLines = (
	list: BoundList,
	index: number,
	{width, height}: {readonly width: number; readonly height: number},
	recentEvents: Happened | undefined,
): readonly Line[] => {
	const text = list
		.preview(index, width - 2, height)
		.flatMap(line => wrapLine(line, width - 2, 6))
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
 * The pane of what happened beside a preview: to the row at `index` (-1 for none), then elsewhere; its rule first, in at
 * most `height` lines.
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
			rule([span(say('Events'), 'title')], width, stroke),
			...eventLines(recentEvents, {width, most: height - 1}),
		];
	}

	const left = height - own.length - 2;
	const others = eventLines(recentEvents, {width, most: left}, event => !plots.isConcerned(event));
	return [
		rule([span(say('What happened to {caption}', {caption: list.caption(index)}), 'title')], width, stroke),
		...own,
		...(others.length > 0 ? [rule([span(say('elsewhere'), 'title')], width, stroke), ...others] : []),
	];
};
