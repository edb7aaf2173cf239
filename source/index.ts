/**
 * The public API of dm-top: reading DM's status from a script, and what a provider of one's own is written against.
 */
export {parseStatus, StatusFormatError} from './dm/parse-status.js';
export {parseStatusInSlices} from './providers/slices.js';
export {taskStatus} from './dm/task-status.js';
export * from './dm/status.js';
export type * from './providers/provider.js';
export type * from './providers/operation.js';
export type * from './providers/readers.js';
