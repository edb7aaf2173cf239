/** What a rule is: one kind of finding, when it is reported, and how it is found. */
import type {ClusterView, SourceView, SubtaskView, TaskView} from '../monitor/view.js';
import type {Health} from '../monitor/health.js';
import type {Phrase} from '../language/text.js';
import type {Finding} from './finding.js';
import type {Thresholds} from './thresholds.js';

/** What a rule found; the kind, and the place where it does not say another, are added by the one that asks it. */
export type Found = Omit<Finding, 'kind'>;

/**
 * One kind of finding. A rule is asked about one thing at a time, and its answer depends on that thing alone, so that what
 * has not changed need not be asked about again. Time is that of the last answer.
 */
export type Rule = {
	/** Stable: see `Finding.kind`. */
	readonly kind: string;
	/** Of two findings equally severe, the one whose rule has the lower number is reported first. */
	readonly order: number;
	/** The kind in a few words. */
	readonly title: Phrase;
	/** When it is reported, in whole sentences. */
	readonly told: Phrase;
	/** When it stays silent, and why, in whole sentences. */
	readonly silent: Phrase;
	/** The word for a row whose worst finding it is; absent where the row stays what its stage makes it. */
	readonly health?: Health;
	/** What is said when it is over, before "after 4 min": "answers again". Default: "over", with what was wrong. */
	readonly over?: Phrase;
	readonly ofSubtask?: (view: SubtaskView, thresholds: Thresholds) => Found | undefined;
	/** What is found by looking at all sources of a task together. */
	readonly ofTask?: (view: TaskView, thresholds: Thresholds) => readonly Found[];
	readonly ofSource?: (view: SourceView, thresholds: Thresholds) => readonly Found[];
	/** Of which of its subtasks what is found of a source is a problem as well, known or not; absent: of none. */
	readonly concerns?: 'all' | ((view: SubtaskView, finding: Finding) => boolean);
	/** What is found of masters, workers and the cluster itself. */
	readonly ofCluster?: (view: ClusterView, thresholds: Thresholds) => readonly Found[];
};
