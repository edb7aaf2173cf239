/**
 * The clusters that are watched at once, and which of them is on screen.
 */
import type {ClusterProps} from '../app/cluster-props.js';

/** A cluster that is watched, with what its screens are given. */
export type DeskEntry = {
	/** What stands behind `@`; '' for one without a profile. */
	readonly name: string;
	readonly props: ClusterProps;
};

export type DeskState = {
	/** In the order in which they were opened. */
	readonly open: readonly DeskEntry[];
	/** The name of the one on screen; undefined: the table of all. */
	readonly shown: string | undefined;
};

export type Desk = {
	readonly subscribe: (listener: () => void) => () => void;
	readonly current: () => DeskState;
	/** Every name that a cluster can be opened by. */
	readonly names: readonly string[];
	/** Brings a cluster on screen; one that is not watched yet is opened first. What goes wrong is reported as a warning. */
	readonly show: (name: string) => void;
	/** Brings the table of all on screen. */
	readonly showAll: () => void;
};
