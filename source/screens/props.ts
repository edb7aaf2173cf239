/**
 * What the app is given: where it learns of the cluster, and what reaches beyond the screen.
 */
import type {Dialog} from '../commands/operations/dialog.js';
import type {Follow} from '../commands/operations/following/follow.js';
import type {DmctlAccess} from '../commands/operations/planning/dmctl.js';
import type {Means} from '../commands/operations/refusal.js';
import type {ClusterEvent, ClusterView, Trend} from '../monitor/view.js';
import type {LockAnswer} from './lists/list.js';
import type {ReplayControl} from './chrome/replay.js';

/** The cluster as it is known now; it tells when it changed. */
export type ClusterSource = {
	readonly subscribe: (listener: () => void) => () => void;
	readonly current: () => ClusterView;
	/** How long ago the last status came, ms of the reader's own clock: a simulated or replayed one may run faster. */
	readonly newsAge: () => number;
	/** The past of a task or subtask up to `now`, newest last, one value for every 5 s. */
	readonly trend: (
		subject: {readonly task: string; readonly source?: string},
		which: Trend,
		slots: number,
		now: number,
	) => ReadonlyArray<number | undefined>;
};

/** What is operated, and what became of it; it tells when that changed. */
export type OperatingSource = {
	readonly means: Means;
	readonly subscribe: (listener: () => void) => () => void;
	/** What is under way, and what became of the last ones. */
	readonly follow: () => Follow;
	/** What this dm-top did, newest first. */
	readonly events: () => readonly ClusterEvent[];
	readonly lockAnswer: () => LockAnswer | undefined;
	/** Whether the locks are on screen: only then dm-master is asked for them. */
	readonly wantLocks: (isWanted: boolean) => void;
	/** Sends what a dialog was confirmed for. Says why where it does not; '' where it does. */
	readonly confirm: (dialog: Pick<Dialog, 'id' | 'plan'>) => string;
};

export type Props = {
	readonly cluster: ClusterSource;
	readonly operating: OperatingSource;
	/** How dmctl would reach the cluster, for the commands that dialogs show. */
	readonly access: DmctlAccess;
	/** What goes wrong beside the watching; '' while nothing does. */
	readonly warnings: {
		readonly subscribe: (listener: () => void) => () => void;
		readonly current: () => string;
	};
	/** Present while a recording is played. */
	readonly replay?: ReplayControl;
	/** The cluster's name for the header. */
	readonly title: string;
	/** The provider's name for the header. */
	readonly provider: string;
	/** Milliseconds between two looks at the beginning. */
	readonly interval: number;
	/** News come when something changes: there is no interval to speak of. */
	readonly isPushed: boolean;
	readonly onInterval: (interval: number) => void;
	readonly onRefresh: () => void;
	readonly onRedraw: () => void;
	/** Ctrl-Z: the shell has the terminal for a while. */
	readonly onSuspend: () => void;
	/** The sources of what is on screen. */
	readonly onFocus: (sources: readonly string[]) => void;
};
