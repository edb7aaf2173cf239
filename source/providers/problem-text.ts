import type {Problem} from './provider.js';

/** What happened and what to do about it, as one line: "No dm-master answers. Is it running?" */
export const problemText = ({what, fix}: Pick<Problem, 'what' | 'fix'>): string => `${what}. ${fix}`.trim();
