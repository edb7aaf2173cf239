/**
 * What the screens of one cluster are given: where they learn of it, and what reaches beyond the screen.
 */
import type {DmctlAccess} from '../../operations/planning/dmctl.js';
import type {ClusterSource} from '../../session/cluster-source.js';
import type {OperatingSource} from '../../session/operate.js';
import type {Warnings} from '../../session/warnings.js';
import type {Edited} from '../../terminal/tty/editor.js';
import type {ClipboardSupport} from '../../terminal/clipboard.js';
import type {MouseEvent} from '../../terminal/tty/mouse.js';
import type {Saved} from '../../terminal/tty/save-file.js';
import type {ClusterColour} from '../../components/cluster-colours.js';
import type {ThemeName} from '../../components/theme-names.js';
import type {Playback} from '../../providers/provider.js';
import type {Store} from '../state/store.js';

export type ClusterProps = {
	readonly cluster: ClusterSource;
	readonly operating: OperatingSource;
	/** How dmctl would reach the cluster, for the commands that dialogs show. */
	readonly access: DmctlAccess;
	/** What goes wrong beside the watching. */
	readonly warnings: Pick<Warnings, 'subscribe' | 'current'>;
	/** Present while a recording is played. */
	readonly replay?: Playback;
	/** The cluster's name for the header. */
	readonly title: string;
	/** The colour of that name. */
	readonly colour?: ClusterColour;
	/** The provider's name for the header. */
	readonly provider: string;
	/** Dm-top's own version; '' where it is not known. */
	readonly version: string;
	/** Milliseconds between two requests for the beginning. */
	readonly interval: number;
	/** News come when something changes: there is no interval to speak of. */
	readonly isPushed: boolean;
	/** Columns, order, filters, … of this cluster: what every key changes. Absent: they begin as by default. */
	readonly store?: Store;
	/** Undefined: to suit the terminal. */
	readonly onTheme: (theme: ThemeName | undefined) => void;
	/** The code of a language, such as "zh". */
	readonly onLanguage: (code: string) => void;
	readonly onInterval: (interval: number) => void;
	readonly onRefresh: () => void;
	/** Calls back for what a person does with the mouse, until what it gives is called; absent without a mouse. */
	readonly mouse?: (listener: (event: MouseEvent) => void) => () => void;
	/** Hands text to the terminal's clipboard; tells what is known of that. */
	readonly onCopy: (text: string) => ClipboardSupport;
	/** Writes a file, one that is there already only with `overwrites`; it does not throw. */
	readonly onSave: (path: string, content: string, overwrites: boolean) => Saved;
	readonly onRedraw: () => void;
	/** Ctrl-Z: the shell has the terminal for a while. */
	readonly onSuspend: () => void;
	/** Opens text in the user's editor, which has the terminal until it ends. */
	readonly onEdit: (text: string) => Edited;
	/** The sources of what is on screen. */
	readonly onFocus: (sources: readonly string[]) => void;
};
