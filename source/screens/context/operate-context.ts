import type {DiagnosedView} from '../../findings/diagnosis.js';
import type {DmctlAccess} from '../../operations/planning/dmctl.js';
import type {OperatingCapabilities} from '../../operations/refusing/capabilities.js';
import type {Inquiry} from '../../session/inquiries.js';
import type {OperatingSource} from '../../session/operate.js';

/** The context of operations. */
export type OperateContext = {
	/** The live cluster, never the frozen one. */
	readonly cluster: DiagnosedView;
	readonly capabilities: OperatingCapabilities;
	readonly access: DmctlAccess;
	/** Milliseconds of a monotonic clock. */
	readonly now: number;
	/** The inquiries for pages. */
	readonly inquiries: ReadonlyMap<string, Inquiry>;
	/** The names of clusters that can be opened. */
	readonly clusters?: readonly string[];
	/** A unique ID for a confirmation. */
	readonly newId: () => string;
	/** Sends what needs no question. Returns why not; '' when sent. */
	readonly confirm: OperatingSource['confirm'];
};
