/** What is plotted of the row under the cursor, and what happened to it. */
import type {Line} from '../../components/line.js';
import type {ClusterEvent} from '../../monitor/view.js';
import type {Drawing} from '../lists/list.js';
import type {Plotted} from './kinds.js';
import {concerns} from './marks.js';
import {plotRow} from './measure-plot.js';

export type Plots = {
	/** Its measures side by side, in exactly so many lines of so many columns; [] where there is no space for one. */
	readonly draw: (width: number, height: number) => readonly Line[];
	/** Whether an event tells of it. */
	readonly isConcerned: (event: ClusterEvent) => boolean;
};

/** The plots of what a row stands for. */
export const plotsOf = (plotted: Plotted, drawing: Drawing): Plots => ({
	draw: (width, height) => plotRow(plotted, {width, height, times: 'ago'}, drawing),
	isConcerned: event => concerns(event, plotted),
});
