/** What the stage and the unit of a subtask say. */
import {stages, unitTypes} from '../enums.js';
import type {Subtask} from '../status.js';

const names: ReadonlySet<string> = new Set(
	Object.entries(stages).flatMap(([name, number]) => (number === stages.InvalidStage ? [] : name)),
);

/** Whether DM has this stage; an unknown one does not say what the subtask does. */
export const isKnownStage = (stage: string): boolean => names.has(stage);

/** In these stages DM works or carries out an operation: an error in the result is in the past. */
export const goesOn: ReadonlySet<string> = new Set(['Running', 'Resuming', 'Pausing', 'Stopping']);

/** A relay is not a unit of a subtask. */
const units: ReadonlySet<string> = new Set(
	Object.entries(unitTypes).flatMap(([name, number]) =>
		number === unitTypes.InvalidUnit || number === unitTypes.Relay ? [] : name,
	),
);

/** Whether subtasks of DM have this unit. */
export const isKnownUnit = (unit: string): boolean => units.has(unit);

/** True when the entry only says that the subtask exists (or should). */
export const isHollow = ({stage, unit}: Pick<Subtask, 'stage' | 'unit'>): boolean =>
	(stage === '' || stage === 'InvalidStage') && (unit === '' || unit === 'InvalidUnit');
