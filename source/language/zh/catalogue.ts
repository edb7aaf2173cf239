/** Simplified Chinese. This catalogue is also the list of all texts: see ../text.ts. */
import {errors} from './errors/errors.js';
import {help} from './help.js';

export const texts = {...help, ...errors};

/** One form goes with every number. */
export const formOf = (): number => 0;
