/** Which plot is on the whole screen. Pure. */
import type {ClusterView} from '../../monitor/view.js';
import {type ScreenContext, openableAt} from '../state/moving.js';
import {isText} from '../state/place.js';
import {type State, placeOf} from '../state/state.js';
import {plottedAt, subjectOfPlace} from './subjects.js';
import type {PlotPlace} from './zoom.js';

/** The first plot of what is under the cursor, or of the page's own subject; undefined where nothing is plotted. */
export const zoomedAt = (state: State, screen: ScreenContext): PlotPlace | undefined => {
	const place = placeOf(state);
	const subject = subjectOfPlace(isText(place) ? place : openableAt(state, screen)) ?? subjectOfPlace(place);
	const measure = subject && plottedAt(screen.cluster, subject)?.measures[0];
	return measure && {kind: 'plot', ...subject, measure};
};

/** The state with the next or previous plot of the same subject in place of this one. */
export const turnPlot = (state: State, place: PlotPlace, cluster: ClusterView, step: 1 | -1): State => {
	const {task, source, measure} = place;
	const measures = plottedAt(cluster, {task, source})?.measures ?? [];
	const next = measures.at((measures.indexOf(measure) + step) % Math.max(1, measures.length));
	return next === undefined
		? state
		: {...state, path: [...state.path.slice(0, -1), {...place, measure: next}]};
};
