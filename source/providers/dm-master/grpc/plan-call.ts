import {say} from '../../../language/say.js';
import {
	actsOn,
	type Operation,
	type SourceOperation,
	type TaskOperation,
	type ValidationOperation,
} from '../../operation.js';
import {opNames, stopBefore6} from '../operate/dm-ops.js';
import {isBefore} from '../operate/dm-version.js';
import {impossible, type Impossible} from '../operate/http/request.js';
import {callOf, type PlannedCall} from './planned-call.js';

/** What a call depends on besides the operation. */
export type SourceFacts = {
	/** DM's version; '' when it does not matter or is unknown. */
	readonly version: string;
	/** The worker that serves the source of the operation; '' when none does. */
	readonly worker: string;
	/** Whether the relay of that source follows the source to any worker: no worker was named for it. */
	readonly relayFollows: boolean;
};

const planTask = (operation: TaskOperation, version: string): PlannedCall => {
	const {kind, task: name, sources} = operation;
	const op = kind === 'stop' && isBefore(version, '6.0') ? stopBefore6 : opNames[kind];
	return callOf('OperateTask', {op, name, sources});
};

/**
 * The workers to name to DM: those of the operation. Without any the relay follows the source, unless it was started
 * with named workers, as every relay was before 5.4: then it is the worker that serves the source.
 */
const relayWorkers = (
	{kind, workers}: Extract<SourceOperation, {workers: readonly string[]}>,
	{version, worker, relayFollows}: SourceFacts,
): readonly string[] => {
	const isNamed = isBefore(version, '5.4') || (kind === 'disable-relay' && !relayFollows);
	return workers.length === 0 && isNamed && worker !== '' ? [worker] : workers;
};

const planSource = (operation: SourceOperation, context: SourceFacts): PlannedCall | Impossible => {
	const {kind, source} = operation;
	switch (kind) {
		case 'enable-relay':
		case 'disable-relay': {
			const worker = relayWorkers(operation, context);
			return isBefore(context.version, '5.4') && worker.length === 0
				? impossible(say('no worker serves {source}: name the workers for its relay', {source}))
				: callOf('OperateRelay', {op: opNames[kind], source, worker});
		}

		case 'pause-relay':
		case 'resume-relay': {
			return callOf('OperateWorkerRelayTask', {op: opNames[kind], sources: [source]});
		}

		case 'purge-relay': {
			const {before: filename, subDir = ''} = operation;
			return callOf('PurgeWorkerRelay', {sources: [source], filename, subDir});
		}

		case 'transfer-source': {
			return callOf('TransferSource', {source, worker: operation.worker});
		}

		case 'enable-source':
		case 'disable-source': {
			return impossible(say('{kind} does not go over {way}', {kind, way: 'gRPC'}));
		}
	}
};

const planValidation = (operation: ValidationOperation): PlannedCall => {
	const {kind, task: taskName, sources} = operation;
	switch (kind) {
		case 'validation-start': {
			const {mode, startTime} = operation;
			// A new validator accepts these, a stopped one refuses them: absent is not the same as empty.
			return callOf('StartValidation', {
				taskName,
				sources,
				...(mode !== undefined && {mode_value: mode}),
				...(startTime !== undefined && {start_time_value: startTime}),
			});
		}

		case 'validation-stop': {
			return callOf('StopValidation', {taskName, sources});
		}

		default: {
			const {error} = operation;
			return callOf('OperateValidationError', {
				op: opNames[kind],
				taskName,
				...(error === 'all' ? {isAllError: true} : {errId: error}),
			});
		}
	}
};

/** The gRPC call for an operation, except for locks. */
export const planCall = (operation: Operation, context: SourceFacts): PlannedCall | Impossible => {
	if (actsOn(operation, 'task')) {
		return planTask(operation, context.version);
	}

	if (actsOn(operation, 'source')) {
		return planSource(operation, context);
	}

	return actsOn(operation, 'validation')
		? planValidation(operation)
		: impossible(say('{kind} does not go over {way}', {kind: operation.kind, way: 'gRPC'}));
};
