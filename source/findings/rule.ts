/** A rule: one kind of finding, when it is reported, and how it is found. */
import type {ClusterView, SourceView, SubtaskView, TaskView} from '../monitor/view.js';
import type {Health} from '../monitor/health.js';
import type {Phrase} from '../language/text.js';
import type {Finding} from './finding.js';
import type {Need} from './needs.js';
import type {Thresholds} from './thresholds.js';

/** What a rule returns; the caller adds the kind, and the place unless the rule names another. */
export type Found = Omit<Finding, 'kind'>;

/**
 * One kind of finding. A rule examines one thing at a time, and its result depends on that thing alone, so that
 * unchanged things need not be examined again. Time is that of the last answer.
 */
export type Rule = {
	/** Stable: see `Finding.kind`. */
	readonly kind: string;
	/** Of two findings equally severe, the one whose rule has the lower number is reported first. */
	readonly order: number;
	/** The kind in a few words. */
	readonly title: Phrase;
	/** When it is reported, in full sentences. */
	readonly reportedWhen: Phrase;
	/** When it is not reported, and why, in full sentences. */
	readonly silentWhen: Phrase;
	/** What has to be known before its absence means that all is well; absent: an answer of the sources is enough. */
	readonly needs?: readonly Need[];
	/** The only thing that is not known when this finding is present. Absent: everything, if its health is `unknown`. */
	readonly hides?: Need;
	/** The health of a row whose worst finding it is; absent where the stage decides. */
	readonly health?: Health;
	/** The text when it is over, before "after 4m": "answers again". Default: "over", with what was wrong. */
	readonly over?: Phrase;
	readonly ofSubtask?: (view: SubtaskView, thresholds: Thresholds) => Found | undefined;
	/** Findings from all sources of a task together. */
	readonly ofTask?: (view: TaskView, thresholds: Thresholds) => readonly Found[];
	readonly ofSource?: (view: SourceView, thresholds: Thresholds) => readonly Found[];
	/** Which of its subtasks a finding of a source also concerns; absent: none. */
	readonly concerns?: 'all' | ((view: SubtaskView, finding: Finding) => boolean);
	/** Findings of masters, workers and the cluster itself. */
	readonly ofCluster?: (view: ClusterView, thresholds: Thresholds) => readonly Found[];
};
