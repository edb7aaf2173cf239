import type {Subtask} from '../../dm/status.js';
import type {Observation} from '../provider.js';

/** The subtasks of an observation: most of what a status consists of. */
export const subtasksOf = (observation: Observation): readonly Subtask[] =>
	observation.kind === 'status' ? observation.status.sources.flatMap(({subtasks}) => subtasks) : [];
