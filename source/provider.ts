/**
 * `dm-top/provider`: the API for your own provider. See docs/providers.md.
 */
export type * from './providers/provider.js';
export type * from './providers/operation.js';
export type * from './providers/readers.js';

export {operationKinds} from './providers/operation.js';
export {parseStatus, parseStatusInSlices, StatusFormatError} from './index.js';
