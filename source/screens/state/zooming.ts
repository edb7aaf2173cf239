/** Which plot is on the whole screen. Pure. */
import type {DiagnosedView} from '../../findings/diagnosis.js';
import type {ClusterSource} from '../../session/cluster-source.js';
import {isText, subjectOfPlace, type PlotPlace, type MetricsPlace} from '../places/place.js';
import {plottedAt} from '../plots/subjects.js';
import {type ScreenContext, openableAt} from './moving.js';
import {type State, listAt, placeOf} from './state.js';

/** The first plot of the row under the cursor, or of the page's subject; undefined where there is no plot. */
export const zoomedAt = (state: State, screen: ScreenContext): PlotPlace | undefined => {
	const place = placeOf(state);
	const subject = subjectOfPlace(isText(place) ? place : openableAt(state, screen)) ?? subjectOfPlace(place);
	const measure = subject && plottedAt(screen.cluster, subject)?.measures[0];
	return measure && {kind: 'plot', ...subject, measure};
};

/** The metrics page of the row under the cursor, or of the page's subject; undefined where there is none. */
export const metricsAt = (state: State, screen: ScreenContext): MetricsPlace | undefined => {
	const place = placeOf(state);
	if (place.kind === 'metrics') {
		return undefined;
	}

	if (place.kind === 'workers') {
		const {selected, index} = listAt(state, place);
		const worker = screen.ids.find(id => id === selected) ?? screen.ids[index];
		// Its masters are in the same table.
		const found = screen.cluster.workers.find(({name}) => worker === `worker ${name}`);
		return found && {kind: 'metrics', worker: found.name};
	}

	if (place.kind === 'plot') {
		const {task, source} = place;
		return {kind: 'metrics', task, source};
	}

	const subject = subjectOfPlace(isText(place) ? place : openableAt(state, screen)) ?? subjectOfPlace(place);
	return subject && {kind: 'metrics', ...subject};
};

/** How many values are asked for to know whether there are any. */
const sampled = 240;

/**
 * The next or previous plot of the same subject; undefined where no other one has something to show. The lag always
 * does, other measures where a value is known.
 */
export const plotBeside = (
	{plotSpan}: Pick<State, 'plotSpan'>,
	place: PlotPlace,
	{
		cluster,
		past,
		step,
	}: {readonly cluster: DiagnosedView; readonly past: ClusterSource['past']; readonly step: 1 | -1},
): PlotPlace | undefined => {
	const {task, source} = place;
	const measures = (plottedAt(cluster, {task, source})?.measures ?? []).filter(
		measure =>
			measure === 'lag' ||
			measure === place.measure ||
			past({task, source}, measure, {
				span: plotSpan,
				count: sampled,
				together: 1,
				now: cluster.now,
			}).values.some(value => !Number.isNaN(value)),
	);
	const next = measures.at((measures.indexOf(place.measure) + step) % Math.max(1, measures.length));
	return next === undefined || next === place.measure ? undefined : {...place, measure: next};
};
