import type {Desk} from '../clusters/desk.js';
import type {ClusterProps} from './cluster-props.js';

/** The props of the app. */
export type Props = ClusterProps & {
	/** The other watched clusters; absent where there are none. */
	readonly desk?: Desk;
};
