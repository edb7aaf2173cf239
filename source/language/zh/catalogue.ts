/** Simplified Chinese. This catalogue is also the list of all texts: see ../text.ts. */
import {help} from './help.js';

export const texts = {...help};

/** One form goes with every number. */
export const formOf = (): number => 0;
