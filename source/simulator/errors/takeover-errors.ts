/** Errors of a subtask whose dump files are on another worker. */
import type {ProcessErrorJson} from '../model/process-result.js';
import {processError} from './terror.js';

/** A load that another worker has begun. */
export const previousWorker = (previous: string, current: string): ProcessErrorJson =>
	processError({
		code: 34_017,
		class: 'functional',
		scope: 'internal',
		level: 'high',
		message: `different worker in load stage, previous worker: ${previous}, current worker: ${current}`,
		workaround: 'Please check if the previous worker is online.',
	});

/** A finished task on a new worker, which has no dump of it. */
export const dumpMissing = (task: string, worker: string): ProcessErrorJson =>
	processError({
		code: 11_001,
		class: 'functional',
		scope: 'internal',
		level: 'high',
		message: `parse mydumper metadata error: open /data/${worker}/dumped_data.${task}/metadata: no such file or directory, metadata: not found`,
	});

/** A dump whose upstream went away. */
export const dumpInterrupted = (host: string, port: number): ProcessErrorJson =>
	processError({
		code: 32_001,
		class: 'dump-unit',
		scope: 'internal',
		level: 'high',
		message: 'mydumper/dumpling runs with error, with output (may empty): ',
		rawCause: `dial tcp ${host}:${port}: connect: connection refused`,
	});
