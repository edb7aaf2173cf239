/** DM's errors explained: the entry point of `errors/`. */
export {type ErrorExplanation, explainError, warnsOfStartingOver} from './errors/explaining/explain.js';
export {headline} from './errors/explaining/headline.js';
export type {ErrorOwner} from './errors/owner.js';
export {parseErrorList, parseErrorText, readErrors} from './errors/parsing/read.js';
export {autoResumable, isResumable, retriesOf, retriesOfResult} from './errors/retrying.js';
export {isSameError, isSameCause} from './errors/same-error.js';
export {type FoldedError, causeOf, foldErrors, rankErrors} from './errors/several.js';
