/** The effect of an event. */
import type {Simulation} from '../model/model.js';
import type {EventSpec} from '../model/scenario.js';

/** Carries out an event now. */
export type Run = (simulation: Simulation, event: EventSpec) => void;
