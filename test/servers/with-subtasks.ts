import type {OperatingMaster} from './operating-master.js';

/** Makes a master answer with these subtasks alone, all of its first source: each as one that replicates, but for what is given. */
export const withSubtasks = (
	{recorded}: OperatingMaster,
	subtasks: ReadonlyArray<Readonly<Record<string, unknown>>>,
): void => {
	const {status} = recorded;
	const sources = status.sources as ReadonlyArray<
		(typeof status.sources)[number] & {
			readonly subTaskStatus: ReadonlyArray<Readonly<Record<string, unknown>>>;
		}
	>;
	const syncing = sources
		.flatMap(({subTaskStatus}) => subTaskStatus)
		.find(({stage, unit}) => stage === 'Running' && unit === 'Sync');
	recorded.status = {
		...status,
		sources: sources.map((source, index) => ({
			...source,
			subTaskStatus: index === 0 ? subtasks.map(subtask => ({...syncing, ...subtask})) : [],
		})),
	};
};
