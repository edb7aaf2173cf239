import {say} from '../../../../language/say.js';
import {actsOn, type Operation, type SourceOperation, type TaskOperation} from '../../../operation.js';
import {impossible, inPath, unaddressable, type Impossible, type OperationRequest} from './request.js';

/** POST always has a body: DM reads one. */
const request = (path: string, body: Readonly<Record<string, unknown>>): OperationRequest => ({
	way: 'OpenAPI',
	method: 'POST',
	path: `/api/v1/${path}`,
	body: JSON.stringify(body),
});

/** A list for OpenAPI; absent, not empty, for all. */
const listed = (name: string, values: readonly string[]): Record<string, unknown> =>
	values.length > 0 ? {[name]: values} : {};

const planTask = (operation: TaskOperation): OperationRequest | Impossible => {
	const {kind, task, sources} = operation;
	const name = inPath(task);
	if (name === undefined) {
		return unaddressable('task', task);
	}

	const named = listed('source_name_list', sources);
	switch (kind) {
		case 'pause': {
			return request(`tasks/${name}/stop`, named);
		}

		case 'resume': {
			return request(`tasks/${name}/start`, named);
		}

		case 'start': {
			const {config, startTime, safeModeFor} = operation;
			return config === undefined
				? request(`tasks/${name}/start`, {
						...named,
						...(operation.removeMeta === true && {remove_meta: true}),
						...(startTime !== undefined && startTime !== '' && {start_time: startTime}),
						...(safeModeFor !== undefined && safeModeFor !== '' && {safe_mode_time_duration: safeModeFor}),
					})
				: impossible(say('a task is not created over OpenAPI'));
		}

		case 'stop': {
			return impossible(say('OpenAPI would delete the checkpoints of {task} as well', {task}));
		}
	}
};

const planSource = (operation: SourceOperation): OperationRequest | Impossible => {
	const {kind, source} = operation;
	const name = inPath(source);
	if (name === undefined) {
		return unaddressable('source', source);
	}

	const path = (action: string): string => `sources/${name}/${action}`;
	switch (kind) {
		case 'enable-relay':
		case 'disable-relay': {
			const action = kind === 'enable-relay' ? 'enable' : 'disable';
			return request(path(`relay/${action}`), listed('worker_name_list', operation.workers));
		}

		case 'purge-relay': {
			const {before, subDir} = operation;
			return request(path('relay/purge'), {
				relay_binlog_name: before,
				...(subDir !== undefined && {relay_dir: subDir}),
			});
		}

		case 'transfer-source': {
			return request(path('transfer'), {worker_name: operation.worker});
		}

		case 'enable-source':
		case 'disable-source': {
			return request(path(kind === 'enable-source' ? 'enable' : 'disable'), {});
		}

		case 'pause-relay':
		case 'resume-relay': {
			return impossible(say('{kind} does not go over {way}', {kind, way: 'OpenAPI'}));
		}
	}
};

/** The OpenAPI request (since DM 6.0) for an operation. */
export const planOpenApi = (operation: Operation): OperationRequest | Impossible => {
	if (actsOn(operation, 'task')) {
		return planTask(operation);
	}

	return actsOn(operation, 'source')
		? planSource(operation)
		: impossible(say('{kind} does not go over {way}', {kind: operation.kind, way: 'OpenAPI'}));
};
