/** Messages shared by several methods of pb.Master, or used elsewhere. */
import {stage, validateErrorState} from './enums.js';
import {field, message, oneof, repeated} from './descriptor.js';

/** Pb.CommonWorkerResponse: what one source answers to an operation. */
export const workerResponse = message({
	result: field(1, 'bool'),
	msg: field(2, 'string'),
	source: field(3, 'string'),
	worker: field(4, 'string'),
});

/** The answer to an operation without sources. */
export const outcome = message({result: field(1, 'bool'), msg: field(2, 'string')});

/** The answer to an operation on several sources. */
export const outcomes = message({
	result: field(1, 'bool'),
	msg: field(2, 'string'),
	sources: repeated(3, workerResponse),
});

/** Pb.DDLLock */
export const ddlLock = message({
	ID: field(1, 'string'),
	task: field(2, 'string'),
	mode: field(3, 'string'),
	owner: field(4, 'string'),
	DDLs: repeated(5, 'string'),
	synced: repeated(6, 'string'),
	unsynced: repeated(7, 'string'),
});

/** Pb.Members: the leader, the masters or the workers. */
export const members = message({
	leader: oneof(1, message({msg: field(1, 'string'), name: field(2, 'string'), addr: field(3, 'string')})),
	master: oneof(
		2,
		message({
			msg: field(1, 'string'),
			masters: repeated(
				2,
				message({
					name: field(1, 'string'),
					memberID: field(2, 'uint64'),
					alive: field(3, 'bool'),
					peerURLs: repeated(4, 'string'),
					clientURLs: repeated(5, 'string'),
				}),
			),
		}),
	),
	worker: oneof(
		3,
		message({
			msg: field(1, 'string'),
			workers: repeated(
				2,
				message({
					name: field(1, 'string'),
					addr: field(2, 'string'),
					stage: field(3, 'string'),
					source: field(4, 'string'),
				}),
			),
		}),
	),
});

/** Pb.ValidationTableStatus */
export const validationTableStatus = message({
	source: field(1, 'string'),
	srcTable: field(2, 'string'),
	dstTable: field(3, 'string'),
	stage: field(4, stage),
	message: field(5, 'string'),
});

/** Pb.ValidationError */
export const validationError = message({
	id: field(1, 'string'),
	source: field(2, 'string'),
	srcTable: field(3, 'string'),
	srcData: field(4, 'string'),
	dstTable: field(5, 'string'),
	dstData: field(6, 'string'),
	errorType: field(7, 'string'),
	status: field(8, validateErrorState),
	time: field(9, 'string'),
	message: field(10, 'string'),
});
