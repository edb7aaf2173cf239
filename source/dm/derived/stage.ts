/** What the stage of a subtask says. */
import {stages} from '../enums.js';
import type {Subtask} from '../status.js';

const names: ReadonlySet<string> = new Set(
	Object.entries(stages).flatMap(([name, number]) => (number === stages.InvalidStage ? [] : name)),
);

/** Whether DM has this stage: no other one says what the subtask does. */
export const isKnownStage = (stage: string): boolean => names.has(stage);

/** True when the entry only says that the subtask exists (or should). */
export const isHollow = ({stage, unit}: Pick<Subtask, 'stage' | 'unit'>): boolean =>
	(stage === '' || stage === 'InvalidStage') && (unit === '' || unit === 'InvalidUnit');
