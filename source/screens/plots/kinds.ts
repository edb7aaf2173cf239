/** Which plots there are of a thing, and what they are called. */
import type {PlotUnit} from '../../components/plot/scale.js';
import type {OwnMeasure} from '../../monitor/past/measures.js';
import type {PastSubject} from '../../monitor/past/series.js';
import type {SubtaskView} from '../../monitor/view.js';
import type {Phrase} from '../../language/text.js';

/** A measure as it is plotted. */
export type PlotKind = {
	/** What stands above the plot. */
	readonly title: Phrase;
	readonly unit: PlotUnit;
	/** What stands in it while nothing is known. */
	readonly empty: Phrase;
	/** Of several sources each has a curve of its own; else one area stands for all. */
	readonly isBySource: boolean;
};

export const plotKinds: Readonly<Record<OwnMeasure, PlotKind>> = {
	lag: {title: 'lag', unit: 'seconds', empty: 'lag not known', isBySource: true},
	rows: {title: 'rows/s', unit: 'count', empty: 'rows/s not known yet', isBySource: false},
	bytes: {title: 'bytes/s', unit: 'bytes', empty: 'bytes/s not known yet', isBySource: false},
	behind: {title: 'behind the upstream', unit: 'bytes', empty: 'distance not known', isBySource: true},
	relay: {title: 'relay behind the upstream', unit: 'bytes', empty: 'distance not known', isBySource: true},
};

/** The measures of subtasks that say something, the most telling first. */
export const measuresOf = (subtasks: readonly SubtaskView[]): readonly OwnMeasure[] => {
	const units = new Set(subtasks.map(({subtask}) => subtask.unit));
	const isCopying = units.has('Dump') || units.has('Load');
	return units.has('Sync')
		? ['lag', 'rows', ...(isCopying ? (['bytes', 'behind'] as const) : (['behind', 'bytes'] as const))]
		: isCopying
			? ['bytes']
			: [];
};

/** What one looks at, and the measures that there are plots of. */
export type Plotted = {
	readonly subject: PastSubject;
	readonly measures: readonly OwnMeasure[];
	/** The sources that have a curve of their own; [] where one stands for all. */
	readonly sources: readonly string[];
};
