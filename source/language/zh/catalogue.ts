/** Simplified Chinese. This catalogue is also the list of all texts: see ../text.ts. */
import {errors} from './errors/errors.js';
import {findings} from './findings.js';
import {help} from './help.js';
import {modes} from './modes.js';
import {operations} from './operations/operations.js';
import {screens} from './screens.js';

export const texts = {...help, ...errors, ...findings, ...modes, ...operations, ...screens};

/**
 * One form goes with every number.
 *
 */
export const formOf = (): number => 0;
