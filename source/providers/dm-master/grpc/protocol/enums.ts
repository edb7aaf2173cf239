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

/** Pb.TaskOp */
export const taskOp = enumeration(taskOps);

/** Pb.Stage */
export const stage = enumeration(stages);

/** Pb.UnitType */
export const unitType = enumeration(unitTypes);

/** Pb.ErrorOp */
export const errorOp = enumeration(errorOps);

/** Pb.SchemaOp */
export const schemaOp = enumeration(schemaOps);

/** Pb.UnlockDDLLockOp */
export const unlockOp = enumeration(unlockOps);

/** Pb.RelayOp */
export const relayOp = enumeration(relayOps);

/** Pb.RelayOpV2 */
export const relayOpV2 = enumeration(relaySwitches);

/** Pb.SourceOp */
export const sourceOp = enumeration(sourceOps);

/** Pb.LeaderOp */
export const leaderOp = enumeration(leaderOps);

/** Pb.CfgType */
export const configType = enumeration(configTypes);

/** Pb.ValidateErrorState */
export const validateErrorState = enumeration(errorStates);

/** Pb.ValidationErrOp */
export const validationErrOp = enumeration(validationErrorOps);
