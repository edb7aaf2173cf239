/**
 * One word for the colour and glyph of a row or an event, worst first in `healthOrder`. Rows have it from their
 * findings.
 *
 * error: paused by an error, relay not running, or a shard DDL that conflicts. lost: the source has no worker, or vanished
 * from the answer. silent: the source did not answer for a while, what is shown is old. blocked: it waits for a shard DDL.
 * impaired: it runs, and not as it should: its findings say how. lagging: far behind, or falling behind. paused: manually,
 * or for an unknown reason. unknown: its state is not reported.
 */
export type Health =
	| 'error'
	| 'lost'
	| 'silent'
	| 'blocked'
	| 'impaired'
	| 'lagging'
	| 'paused'
	| 'changing'
	| 'unknown'
	| 'running'
	| 'new'
	| 'stopped'
	| 'finished';

/** Worst first. */
export const healthOrder: readonly Health[] = [
	'error',
	'lost',
	'silent',
	'blocked',
	'impaired',
	'lagging',
	'paused',
	'changing',
	'unknown',
	'running',
	'new',
	'stopped',
	'finished',
];
