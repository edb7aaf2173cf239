/** Counts that the continuous validation reports as a string. */
import type {Validation} from '../status.js';

/** Rows that differ: `fresh` ones were not ignored or resolved yet ("new" in DM's text). */
export type ValidationErrors = {readonly fresh: bigint; readonly ignored: bigint; readonly resolved: bigint};

const counts = /^new\/ignored\/resolved:\s*(?<fresh>\d{1,19})\/(?<ignored>\d{1,19})\/(?<resolved>\d{1,19})/v;

/**
 * The numbers of `errorRowsStatus`, such as "new/ignored/resolved: 17/2/0" (dm/syncer/data_validator.go); undefined
 * where there is no validation, or the text has another form.
 */
export const errorRowCounts = (validation: Validation | undefined): ValidationErrors | undefined => {
	const groups = validation && counts.exec(validation.errorRowsStatus.trim())?.groups;
	return groups
		? {
				fresh: BigInt(groups['fresh']!),
				ignored: BigInt(groups['ignored']!),
				resolved: BigInt(groups['resolved']!),
			}
		: undefined;
};
