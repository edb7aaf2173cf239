/**
 * The props of one cluster's screens: its data, and effects beyond the screen.
 */
import type {DmctlAccess} from '../../operations/planning/dmctl.js';
import type {ClusterSource} from '../../session/cluster-source.js';
import type {OperatingSource} from '../../session/operate.js';
import type {Warnings} from '../../session/warnings.js';
import type {Edited} from '../../terminal/tty/editor.js';
import type {ClipboardSupport} from '../../terminal/clipboard.js';
import type {MouseEvent} from '../../terminal/tty/input/mouse.js';
import type {Saved} from '../../terminal/files/save-file.js';
import type {ClusterColour} from '../../components/theme/cluster-colours.js';
import type {ThemeName} from '../../components/theme/theme-names.js';
import type {Playback} from '../../providers/provider.js';
import type {Store} from '../state/store/store.js';

/** Everything that the screens of one cluster show, and what keys on them do outside. */
export type ClusterProps = {
	readonly cluster: ClusterSource;
	readonly operating: OperatingSource;
	/** How dmctl would reach the cluster, for the commands that dialogs show. */
	readonly access: DmctlAccess;
	/** Problems other than those of the provider. */
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
	/** Observations come when something changes, not at an interval. */
	readonly isPushed: boolean;
	/** Columns, order, filters, … of this cluster: the state that keys change. Absent: the defaults. */
	readonly store?: Store;
	/** Undefined: chosen to suit the terminal. */
	readonly onTheme: (theme: ThemeName | undefined) => void;
	/** The code of a language, such as "zh". */
	readonly onLanguage: (code: string) => void;
	readonly onInterval: (interval: number) => void;
	/** Asks for an answer now; undefined where nothing can be asked. */
	readonly onRefresh: (() => void) | undefined;
	/** Calls back for mouse events, until the returned function is called; absent without a mouse. */
	readonly mouse?: (listener: (event: MouseEvent) => void) => () => void;
	/** Copies text to the terminal's clipboard; returns what is known of the outcome. */
	readonly onCopy: (text: string) => ClipboardSupport;
	/** Writes a file, an existing one only with `overwrites`; it does not throw. */
	readonly onSave: (path: string, content: string, overwrites: boolean) => Saved;
	readonly onRedraw: () => void;
	/** Ctrl-Z: suspends to the shell. */
	readonly onSuspend: () => void;
	/** Opens text in the user's editor, which uses the terminal until it ends. */
	readonly onEdit: (text: string) => Edited;
	/** The sources of what is on screen. */
	readonly onFocus: (sources: readonly string[]) => void;
};
