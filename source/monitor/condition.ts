/**
 * Why there is no fresh data of a source, and since when, ms since the epoch. `toldAt`: when an answer first said so
 * after the whole cluster last came back.
 */
export type Condition =
	| {readonly kind: 'fresh'}
	/** It did not answer. */
	| {readonly kind: 'silent'; readonly why: string; readonly since: number; readonly toldAt: number}
	/** No worker has it. */
	| {readonly kind: 'unbound'; readonly why: string; readonly since: number}
	/** An answer for the whole cluster does not have it. */
	| {readonly kind: 'vanished'; readonly why: string; readonly since: number};
