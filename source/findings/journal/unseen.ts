/** Whether it can be seen at present if a finding still holds: what is not seen is not over. */
import type {ClusterView} from '../../monitor/view.js';
import type {Finding} from '../finding.js';
import {lazily} from '../gathering/lazily.js';
import {healthOfFindings} from '../health.js';

/** True where the finding itself is that its place does not answer. */
const isOfSilence = (finding: Finding): boolean => {
	const health = healthOfFindings([finding]);
	return health === 'silent' || health === 'lost';
};

/**
 * For findings that are absent from a view: true where they may still hold, since their place does not answer. What
 * no longer exists is not waited for.
 */
export const createUnseen = ({
	problem,
	sources,
	tasks,
}: Pick<ClusterView, 'problem' | 'sources' | 'tasks'>): ((finding: Finding) => boolean) => {
	// A large cluster is gone through only where something has gone from a view.
	const conditions = lazily(() => new Map(sources.map(({source, condition}) => [source, condition.kind])));
	const names = lazily(() => new Set(tasks.map(({name}) => name)));
	return finding => {
		const {task, source, worker, master} = finding;
		const isAnywhere = (task ?? source ?? worker ?? master) !== undefined;
		const isSilent = (): boolean =>
			problem !== undefined || (source !== undefined && conditions().get(source) !== 'fresh');
		const isThere = (): boolean =>
			(task === undefined || names().has(task)) && (source === undefined || conditions().has(source));
		return isAnywhere && !isOfSilence(finding) && isSilent() && isThere();
	};
};
