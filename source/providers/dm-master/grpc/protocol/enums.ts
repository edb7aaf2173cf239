/** The enums of DM's gRPC protocol. */
import {
	configTypes,
	errorOps,
	errorStates,
	leaderOps,
	relayOps,
	relaySwitches,
	schemaOps,
	sourceOps,
	stages,
	taskOps,
	unitTypes,
	unlockOps,
	validationErrorOps,
} from '../../../../dm/enums.js';
import {enumeration} from './descriptor.js';

export const taskOp = enumeration(taskOps);
export const stage = enumeration(stages);
export const unitType = enumeration(unitTypes);
export const errorOp = enumeration(errorOps);
export const schemaOp = enumeration(schemaOps);
export const unlockOp = enumeration(unlockOps);
export const relayOp = enumeration(relayOps);
export const relayOpV2 = enumeration(relaySwitches);
export const sourceOp = enumeration(sourceOps);
export const leaderOp = enumeration(leaderOps);
export const configType = enumeration(configTypes);
export const validateErrorState = enumeration(errorStates);
export const validationErrOp = enumeration(validationErrorOps);
