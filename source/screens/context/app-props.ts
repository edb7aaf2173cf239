import type {Desk} from './desk.js';
import type {ClusterProps} from './cluster-props.js';

/** What the app shows: one cluster, and where several are watched also their table. */
export type AppProps = ClusterProps & {
	/** The other watched clusters; absent where there are none. */
	readonly desk?: Desk;
};
