import type {ClusterAccess} from '../watch-cluster.js';

/** What it takes to operate a cluster. */
export type OperateAccess = ClusterAccess & {
	/** The label of the master that gave the last answer, '' while there was none: it is asked first. */
	readonly preferred: () => string;
};

/** The masters that may be dialled, the preferred one first. */
export const inOrder = ({masters, preferred}: OperateAccess): Array<OperateAccess['masters'][number]> => {
	const label = preferred();
	return [
		...masters.filter(master => master.label === label),
		...masters.filter(master => master.label !== label),
	];
};
