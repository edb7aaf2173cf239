/** All operations on the simulated cluster, with DM's own answers. */
import type {Simulation} from '../model/model.js';
import type {Underway} from './answer.js';
import {handleError, type ErrorRequest} from './tasks/handle-error.js';
import {offlineMember, type OfflineRequest} from './members/offline-member.js';
import {operateLeader, type LeaderRequest} from './members/operate-leader.js';
import {
	operateRelayStage,
	purgeRelay,
	switchRelay,
	type PurgeRequest,
	type RelayStageRequest,
	type RelaySwitchRequest,
} from './sources/operate-relay.js';
import {operateSchema, type OperateSchemaRequest} from './tasks/operate-schema.js';
import {operateSource, type SourceRequest} from './sources/operate-source.js';
import {operateTask, type TaskRequest} from './tasks/operate-task.js';
import {
	operateStartValidation,
	operateStopValidation,
	operateValidationError,
	updateValidation,
	type StartValidationRequest,
	type StopValidationRequest,
	type UpdateValidationRequest,
	type ValidationErrorRequest,
} from './validation/operate-validation.js';
import {
	queryValidation,
	queryValidationErrors,
	type ValidationErrorsRequest,
	type ValidationStatusRequest,
} from './validation/query-validation.js';
import {switchSource, type SourceSwitchRequest} from './sources/switch-source.js';
import {startTask, type StartRequest} from './tasks/start-task.js';
import {transferSource, type TransferRequest} from './sources/transfer-source.js';
import {unlock, type UnlockRequest} from './tasks/unlock.js';

/** Any operation on the simulated cluster. */
export type OperateRequest =
	| TaskRequest
	| ErrorRequest
	| StartRequest
	| OperateSchemaRequest
	| RelaySwitchRequest
	| RelayStageRequest
	| PurgeRequest
	| TransferRequest
	| SourceRequest
	| SourceSwitchRequest
	| OfflineRequest
	| LeaderRequest
	| UnlockRequest
	| StartValidationRequest
	| StopValidationRequest
	| UpdateValidationRequest
	| ValidationErrorRequest
	| ValidationStatusRequest
	| ValidationErrorsRequest;

type Kind = OperateRequest['kind'];

type Operate<K extends Kind> = (
	simulation: Simulation,
	request: Extract<OperateRequest, {readonly kind: K}>,
) => Underway;

const operations: {readonly [K in Kind]: Operate<K>} = {
	task: operateTask,
	errors: handleError,
	'start-task': startTask,
	schema: operateSchema,
	'start-relay': switchRelay,
	'stop-relay': switchRelay,
	'relay-stage': operateRelayStage,
	'purge-relay': purgeRelay,
	transfer: transferSource,
	source: operateSource,
	'enable-source': switchSource,
	'disable-source': switchSource,
	'offline-member': offlineMember,
	leader: operateLeader,
	unlock,
	'start-validation': operateStartValidation,
	'stop-validation': operateStopValidation,
	'update-validation': updateValidation,
	'validation-error': operateValidationError,
	'validation-status': queryValidation,
	'validation-errors': queryValidationErrors,
};

/** Carries out a request at the simulation's current second, without checking for a leader. */
export const operate = (simulation: Simulation, request: OperateRequest): Underway =>
	(operations[request.kind] as Operate<Kind>)(simulation, request);
