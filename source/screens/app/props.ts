import type {Desk} from '../clusters/desk.js';
import type {ClusterProps} from './cluster-props.js';

/** What the app is given. */
export type Props = ClusterProps & {
	/** The clusters that are watched beside this one; absent where there are none. */
	readonly desk?: Desk;
};
