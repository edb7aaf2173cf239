import type {Operation, OperationKind, Way} from '../../operation.js';
import {inV1alpha1Path} from './http/request.js';

/**
 * The ways to try, in order. V1alpha1 and gRPC are always there; gRPC alone has most of what concerns sources, locks
 * and validation; OpenAPI has to be switched on, and stands in where a proxy does not let gRPC through. Before DM 6.0
 * OpenAPI was another.
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

/** The ways that an operation can go, the best first. */
export const waysOf = (operation: Operation): readonly Way[] => {
	switch (operation.kind) {
		case 'start': {
			const {config, startTime = '', safeModeFor = ''} = operation;
			if (config !== undefined) {
				return ['v1alpha1'];
			}

			// Only OpenAPI starts a task that DM already holds in another way than by resuming it.
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

/** A task whose name v1alpha1 cannot have in a path is operated over gRPC, which has it in a message. */
const tasksWays = ({kind, task}: Extract<Operation, {kind: 'pause' | 'resume' | 'start' | 'stop'}>) =>
	inV1alpha1Path(task) === undefined && task !== ''
		? ways[kind].map(way => (way === 'v1alpha1' ? 'gRPC' : way))
		: ways[kind];
