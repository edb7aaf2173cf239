/** The methods of pb.Master and their messages, by the field numbers of DM's dmmaster.proto. */
import {say} from '../../../../language/say.js';
import {
	configType,
	errorOp,
	leaderOp,
	relayOp,
	relayOpV2,
	schemaOp,
	sourceOp,
	stage,
	taskOp,
	unlockOp,
	validateErrorState,
	validationErrOp,
} from './enums.js';
import {queryStatusResponse, validationStatus} from './status.js';
import {field, message, oneof, repeated, type InputOf, type MessageOf} from './descriptor.js';
import {
	workerResponse,
	outcome,
	outcomes,
	ddlLock,
	members,
	validationTableStatus,
	validationError,
} from './messages.js';

/** Every method that is called or served here, with the messages of its request and of its answer. */
export const masterMethods = {
	StartTask: {
		request: message({
			task: field(1, 'string'),
			sources: repeated(2, 'string'),
			removeMeta: field(3, 'bool'),
			startTime: field(4, 'string'),
		}),
		response: message({
			result: field(1, 'bool'),
			msg: field(2, 'string'),
			sources: repeated(3, workerResponse),
			checkResult: field(4, 'string'),
		}),
	},
	OperateTask: {
		request: message({op: field(1, taskOp), name: field(2, 'string'), sources: repeated(3, 'string')}),
		response: message({
			op: field(1, taskOp),
			result: field(2, 'bool'),
			msg: field(3, 'string'),
			sources: repeated(4, workerResponse),
		}),
	},
	CheckTask: {
		request: message({
			task: field(1, 'string'),
			errCnt: field(2, 'int64'),
			warnCnt: field(3, 'int64'),
			startTime: field(4, 'string'),
		}),
		response: outcome,
	},
	QueryStatus: {
		request: message({name: field(1, 'string'), sources: repeated(2, 'string')}),
		response: message({
			result: field(1, 'bool'),
			msg: field(2, 'string'),
			sources: repeated(3, queryStatusResponse),
		}),
	},
	HandleError: {
		request: message({
			op: field(1, errorOp),
			task: field(2, 'string'),
			sources: repeated(3, 'string'),
			binlogPos: field(4, 'string'),
			sqls: repeated(5, 'string'),
		}),
		response: outcomes,
	},
	OperateSchema: {
		request: message({
			op: field(1, schemaOp),
			task: field(2, 'string'),
			sources: repeated(3, 'string'),
			database: field(4, 'string'),
			table: field(5, 'string'),
			schema: field(6, 'string'),
			flush: field(7, 'bool'),
			sync: field(8, 'bool'),
			fromSource: field(9, 'bool'),
			fromTarget: field(10, 'bool'),
		}),
		response: outcomes,
	},
	ShowDDLLocks: {
		request: message({task: field(1, 'string'), sources: repeated(2, 'string')}),
		response: message({
			result: field(1, 'bool'),
			msg: field(2, 'string'),
			locks: repeated(3, ddlLock),
		}),
	},
	UnlockDDLLock: {
		request: message({
			ID: field(1, 'string'),
			replaceOwner: field(2, 'string'),
			forceRemove: field(3, 'bool'),
			op: field(4, unlockOp),
			sources: repeated(5, 'string'),
			database: field(6, 'string'),
			table: field(7, 'string'),
		}),
		response: outcome,
	},
	OperateWorkerRelayTask: {
		request: message({op: field(1, relayOp), sources: repeated(2, 'string')}),
		response: message({
			op: field(1, relayOp),
			result: field(2, 'bool'),
			msg: field(3, 'string'),
			sources: repeated(4, workerResponse),
		}),
	},
	OperateRelay: {
		request: message({op: field(1, relayOpV2), source: field(2, 'string'), worker: repeated(3, 'string')}),
		response: outcomes,
	},
	PurgeWorkerRelay: {
		request: message({
			sources: repeated(1, 'string'),
			inactive: field(2, 'bool'),
			time: field(3, 'int64'),
			filename: field(4, 'string'),
			subDir: field(5, 'string'),
		}),
		response: outcomes,
	},
	TransferSource: {
		request: message({source: field(1, 'string'), worker: field(2, 'string')}),
		response: outcome,
	},
	OperateSource: {
		request: message({
			op: field(1, sourceOp),
			config: repeated(2, 'string'),
			sourceID: repeated(3, 'string'),
			workerName: field(4, 'string'),
		}),
		response: outcomes,
	},
	UpdateTask: {
		request: message({task: field(1, 'string'), sources: repeated(2, 'string')}),
		response: message({
			result: field(1, 'bool'),
			msg: field(2, 'string'),
			sources: repeated(3, workerResponse),
			checkResult: field(4, 'string'),
		}),
	},
	OfflineMember: {
		request: message({type: field(1, 'string'), name: field(2, 'string')}),
		response: outcome,
	},
	OperateLeader: {
		request: message({op: field(1, leaderOp)}),
		response: outcome,
	},
	ListMember: {
		request: message({
			leader: field(1, 'bool'),
			master: field(2, 'bool'),
			worker: field(3, 'bool'),
			names: repeated(4, 'string'),
		}),
		response: message({result: field(1, 'bool'), msg: field(2, 'string'), members: repeated(3, members)}),
	},
	GetSubTaskCfg: {
		request: message({name: field(1, 'string')}),
		response: message({result: field(1, 'bool'), msg: field(2, 'string'), cfgs: repeated(3, 'string')}),
	},
	GetCfg: {
		request: message({type: field(1, configType), name: field(2, 'string')}),
		response: message({result: field(1, 'bool'), msg: field(2, 'string'), cfg: field(3, 'string')}),
	},
	GetMasterCfg: {
		request: message({}),
		response: message({cfg: field(1, 'string')}),
	},
	StartValidation: {
		request: message({
			mode_value: oneof(1, 'string'),
			start_time_value: oneof(2, 'string'),
			sources: repeated(3, 'string'),
			taskName: field(4, 'string'),
		}),
		response: outcomes,
	},
	StopValidation: {
		request: message({sources: repeated(1, 'string'), taskName: field(2, 'string')}),
		response: outcomes,
	},
	UpdateValidation: {
		request: message({
			taskName: field(1, 'string'),
			sources: repeated(2, 'string'),
			binlogPos: field(3, 'string'),
			binlogGTID: field(4, 'string'),
		}),
		response: outcomes,
	},
	GetValidationStatus: {
		request: message({taskName: field(1, 'string'), filterStatus: field(2, stage)}),
		response: message({
			result: field(1, 'bool'),
			msg: field(2, 'string'),
			validators: repeated(3, validationStatus),
			tableStatuses: repeated(4, validationTableStatus),
		}),
	},
	GetValidationError: {
		request: message({errState: field(1, validateErrorState), taskName: field(2, 'string')}),
		response: message({
			result: field(1, 'bool'),
			msg: field(2, 'string'),
			error: repeated(3, validationError),
		}),
	},
	OperateValidationError: {
		request: message({
			op: field(1, validationErrOp),
			isAllError: field(2, 'bool'),
			taskName: field(3, 'string'),
			errId: field(4, 'uint64'),
		}),
		response: outcome,
	},
} as const;

/** The name of a method of pb.Master that dm-top calls. */
export type MasterMethod = keyof typeof masterMethods;

/** The type of a request when written. */
export type RequestInput<Method extends MasterMethod> = InputOf<(typeof masterMethods)[Method]['request']>;

/** The type of an answer when read. */
export type AnswerMessage<Method extends MasterMethod> = MessageOf<
	(typeof masterMethods)[Method]['response']
>;

/** The methods that DM 2.0.0 did not have, and the version that added them. */
const since: ReadonlyMap<MasterMethod, string> = new Map([
	['OperateRelay', '2.0.2'],
	['TransferSource', '2.0.2'],
	['StartValidation', '6.2'],
	['StopValidation', '6.2'],
	['GetValidationStatus', '6.2'],
	['GetValidationError', '6.2'],
	['OperateValidationError', '6.2'],
	['UpdateValidation', '7.5'],
]);

/** The version that added a method, as a sentence; '' when it always existed, as far as known. */
export const sinceWhich = (method: MasterMethod): string => {
	const version = since.get(method);
	return version === undefined ? '' : say('It came with DM {version}.', {version});
};

/** The path of a method's HTTP/2 request. */
export const methodPath = (method: MasterMethod): string => `/pb.Master/${method}`;
