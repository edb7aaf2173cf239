import type {ParsedStatus, TaskStatus} from '../../source/dm/status.js';
import {finish} from '../../source/dm/steps.js';
import {withTasks} from '../../source/dm/derived/tasks.js';

/** The tasks that follow from a status. */
export const tasksOf = (status: ParsedStatus): readonly TaskStatus[] => finish(withTasks(status)).tasks;
