/** The plots and events of the row under the cursor. */
import type {Line} from '../../components/line.js';
import type {ClusterEvent} from '../../monitor/view.js';
import type {Drawing} from '../drawing.js';
import type {Plotted} from './kinds.js';
import {concerns} from './marks.js';
import {plotRow} from './measure-plot.js';

/** What is drawn beside the table about its selected row. */
export type Plots = {
	/** Its measures side by side, in exactly so many lines of so many columns; [] where there is no space for one. */
	readonly draw: (width: number, height: number) => readonly Line[];
	/** Whether an event is about it. */
	readonly isConcerned: (event: ClusterEvent) => boolean;
};

/** A cache of drawn lines: going back to a row draws nothing again. */
const drawnLines = new WeakMap<Drawing, Map<string, readonly Line[]>>();

const drawOnce = (plotted: Plotted, width: number, height: number, drawing: Drawing): readonly Line[] => {
	const kept = drawnLines.get(drawing) ?? new Map<string, readonly Line[]>();
	drawnLines.set(drawing, kept);
	const {task, source} = plotted.subject;
	const name = JSON.stringify([task, source, width, height]);
	const lines = kept.get(name) ?? plotRow(plotted, {width, height, times: 'ago'}, drawing);
	kept.set(name, lines);
	return lines;
};

/** The plots of a row. */
export const plotsOf = (plotted: Plotted, drawing: Drawing): Plots => ({
	draw: (width, height) => drawOnce(plotted, width, height, drawing),
	isConcerned: event => concerns(event, plotted),
});
