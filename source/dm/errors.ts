/** DM's errors explained: the entry point of `errors/`. */
export {type ErrorExplanation, type ErrorOwner, explainError, warnsOfStartingOver} from './errors/explain.js';
export {headline} from './errors/headline.js';
export {parseErrorList, parseErrorText, readErrors} from './errors/parsing/read.js';
export {autoResumable, isResumable, retriesOf, retriesOfResult} from './errors/retrying.js';
export {isSameError, isSameCause} from './errors/same-error.js';
export {type FoldedError, causeOf, foldErrors, rankErrors} from './errors/several.js';
