/** The available plots, and their titles. */
import type {PlotUnit} from '../../components/plot/scale.js';
import type {OwnMeasure} from '../../monitor/past/measures.js';
import type {PastSubject} from '../../monitor/showing/series.js';
import type {SubtaskView} from '../../monitor/view.js';
import type {Phrase} from '../../language/text.js';

/** A measure as it is plotted. */
export type PlotKind = {
	/** The title above the plot. */
	readonly title: Phrase;
	readonly unit: PlotUnit;
	/** The text in it while nothing is known. */
	readonly empty: Phrase;
	/** Whether each of several sources has a curve; else one area represents all. */
	readonly isBySource: boolean;
};

/** How each measure is plotted. */
export const plotKinds: Readonly<Record<OwnMeasure, PlotKind>> = {
	lag: {title: 'lag', unit: 'seconds', empty: 'lag not known', isBySource: true},
	rows: {title: 'rows/s', unit: 'count', empty: 'rows/s not known yet', isBySource: false},
	bytes: {title: 'bytes/s', unit: 'bytes', empty: 'bytes/s not known yet', isBySource: false},
	behind: {title: 'behind the upstream', unit: 'bytes', empty: 'distance not known', isBySource: true},
	relay: {title: 'relay behind the upstream', unit: 'bytes', empty: 'distance not known', isBySource: true},
};

/** The relevant measures of subtasks, the most important first. */
export const measuresOf = (subtasks: readonly SubtaskView[]): readonly OwnMeasure[] => {
	const units = new Set(subtasks.map(({subtask}) => subtask.unit));
	const isCopying = units.has('Dump') || units.has('Load');
	return units.has('Sync')
		? ['lag', 'rows', ...(isCopying ? (['bytes', 'behind'] as const) : (['behind', 'bytes'] as const))]
		: isCopying
			? ['bytes']
			: [];
};

/** The selected subject, and the measures that have plots. */
export type Plotted = {
	readonly subject: PastSubject;
	readonly measures: readonly OwnMeasure[];
	/** The sources with a separate curve; [] where one represents all. */
	readonly sources: readonly string[];
};
