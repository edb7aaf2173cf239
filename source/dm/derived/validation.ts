/** Counts that the continuous validation reports as a string. */
import type {Validation} from '../status.js';

/** Rows that differ: `fresh` ones were not ignored or resolved yet ("new" in DM's text). */
export type ValidationErrors = {readonly fresh: bigint; readonly ignored: bigint; readonly resolved: bigint};

/** Three counts that DM joins in one text. */
export type Three = readonly [bigint, bigint, bigint];

/**
 * The numbers of a text such as "insert/update/delete: 10/2/1" (pb.ValidationStatus), which begins with `names`; undefined
 * where it has another form.
 */
export const threeCounts = (text: string, names: string): Three | undefined => {
	const [, numbers] = text.trim().startsWith(`${names}:`) ? text.split(':') : [];
	const counts = /^\s*(?<first>\d{1,19})\/(?<second>\d{1,19})\/(?<third>\d{1,19})/v.exec(
		numbers ?? '',
	)?.groups;
	return counts && [BigInt(counts['first']!), BigInt(counts['second']!), BigInt(counts['third']!)];
};

/**
 * The numbers of `errorRowsStatus`, such as "new/ignored/resolved: 17/2/0" (dm/syncer/data_validator.go); undefined
 * where there is no validation, or the text has another form.
 */
export const errorRowCounts = (validation: Validation | undefined): ValidationErrors | undefined => {
	const counted = validation && threeCounts(validation.errorRowsStatus, 'new/ignored/resolved');
	return counted && {fresh: counted[0], ignored: counted[1], resolved: counted[2]};
};
