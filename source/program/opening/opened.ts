import type {Provider} from '../../providers/provider.js';
import type {Warnings} from '../../session/warnings.js';
import type {Flags} from '../command-line/flags.js';

/** What is watched, with its flags. */
export type Opened = {
	readonly provider: Provider;
	/** The cluster's name for the header. */
	readonly title: string;
	readonly flags: Flags;
	readonly warnings: Warnings;
};
