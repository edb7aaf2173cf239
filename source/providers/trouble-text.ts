import type {Trouble} from './provider.js';

/** What happened and what to do about it, as one line: "No dm-master answers. Is it running?" */
export const troubleText = ({what, fix}: Pick<Trouble, 'what' | 'fix'>): string => `${what}. ${fix}`.trim();
