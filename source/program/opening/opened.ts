import type {Provider} from '../../providers/provider.js';
import type {Warnings} from '../../session/warnings.js';
import type {Flags} from '../command-line/flags.js';

/** What is watched, with the flags that hold for it. */
export type Opened = {
	readonly provider: Provider;
	/** The cluster's name for the header. */
	readonly title: string;
	readonly flags: Flags;
	readonly warnings: Warnings;
};
