/** The effect of an event. */
import type {Simulation} from '../model/model.js';
import type {EventSpec} from '../model/scenario.js';

export type Run = (simulation: Simulation, event: EventSpec) => void;
