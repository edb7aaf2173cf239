/** JSON as DM's gateway writes it: int64 as text, nothing left out. */

/** JSON's null: an absent message. */
export const absent = null;

/** A JSON value; undefined entries are not written. */
export type Json =
	string | number | boolean | typeof absent | readonly Json[] | {readonly [key: string]: Json | undefined};

/** An int64 or uint64. */
export const int64Text = (value: number): string => String(Math.round(value));

/** The percentage in DM's "25.44 %"; 0 for an empty total. */
export const percent = (part: number, whole: number): string =>
	(whole > 0 ? Math.min(100, (100 * part) / whole) : 0).toFixed(2);
