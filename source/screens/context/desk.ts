/**
 * The watched clusters, and the one on screen.
 */
import type {ClusterProps} from './cluster-props.js';

/** A watched cluster, with the props of its screens. */
export type DeskEntry = {
	/** Its name after `@`; '' for one without a profile. */
	readonly name: string;
	readonly props: ClusterProps;
};

/** The watched clusters, and which is on screen. */
export type DeskState = {
	/** In the order in which they were opened. */
	readonly open: readonly DeskEntry[];
	/** The name of the one on screen; undefined: the table of all. */
	readonly shown: string | undefined;
};

/** The watched clusters, for the screens: what is on screen, and how that changes. */
export type Desk = {
	readonly subscribe: (listener: () => void) => () => void;
	readonly current: () => DeskState;
	/** The names of clusters that can be opened. */
	readonly names: readonly string[];
	/** Shows a cluster, opening it first if needed. Errors are reported as a warning. */
	readonly show: (name: string) => void;
	/** Shows the table of all clusters. */
	readonly showAll: () => void;
};
