import type {Operation, OperationKind, Way} from '../../operation.js';
import {inV1alpha1Path} from './http/request.js';

/**
 * The ways to try, in order. V1alpha1 and gRPC are always there; only gRPC has most operations on sources, locks and
 * validation; OpenAPI has to be enabled, and replaces gRPC where a proxy blocks it. Before DM 6.0 OpenAPI was a
 * different one.
 */
const ways: Readonly<Record<OperationKind, readonly Way[]>> = {
	pause: ['v1alpha1', 'OpenAPI'],
	resume: ['v1alpha1', 'OpenAPI'],
	start: ['v1alpha1', 'OpenAPI'],
	stop: ['v1alpha1'],
	'binlog-skip': ['v1alpha1'],
	'binlog-replace': ['v1alpha1'],
	'binlog-inject': ['v1alpha1'],
	'binlog-revert': ['v1alpha1'],
	'binlog-list': ['v1alpha1'],
	'schema-set': ['v1alpha1'],
	'schema-remove': ['v1alpha1'],
	'validation-start': ['gRPC'],
	'validation-stop': ['gRPC'],
	'validation-ignore': ['gRPC'],
	'validation-resolve': ['gRPC'],
	'validation-clear': ['gRPC'],
	'enable-relay': ['gRPC', 'OpenAPI'],
	'disable-relay': ['gRPC', 'OpenAPI'],
	'pause-relay': ['gRPC'],
	'resume-relay': ['gRPC'],
	'purge-relay': ['gRPC', 'OpenAPI'],
	'transfer-source': ['gRPC', 'OpenAPI'],
	'enable-source': ['OpenAPI'],
	'disable-source': ['OpenAPI'],
	'evict-leader': ['v1alpha1'],
	'cancel-evict-leader': ['v1alpha1'],
	'unlock-ddl': ['gRPC'],
};

/** The ways to send an operation, the best first. */
export const waysOf = (operation: Operation): readonly Way[] => {
	switch (operation.kind) {
		case 'start': {
			const {config, startTime = '', safeModeFor = ''} = operation;
			if (config !== undefined) {
				return ['v1alpha1'];
			}

			// Only OpenAPI can start a task that DM already has other than by resuming it.
			return operation.removeMeta === true || startTime !== '' || safeModeFor !== ''
				? ['OpenAPI']
				: tasksWays(operation);
		}

		case 'pause':
		case 'resume':
		case 'stop': {
			return tasksWays(operation);
		}

		default: {
			return ways[operation.kind];
		}
	}
};

/** A task whose name cannot be part of a v1alpha1 path is operated over gRPC, which has it in a message. */
const tasksWays = ({kind, task}: Extract<Operation, {kind: 'pause' | 'resume' | 'start' | 'stop'}>) =>
	inV1alpha1Path(task) === undefined && task !== ''
		? ways[kind].map(way => (way === 'v1alpha1' ? 'gRPC' : way))
		: ways[kind];
