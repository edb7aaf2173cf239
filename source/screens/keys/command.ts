/**
 * What a person can ask for by a key, and what a binding of a key tells.
 */

/**
 * Where the keys go:
 * list: a table. text: lines to scroll. prompt: a filter being typed. picker: a choice among columns. line: a command
 * being typed. menu: a choice among operations. dialog: an operation to confirm; its keys are `reduceDialog`'s own, and
 * stand here for the help page. replay: a table or page of a recording; these keys come before the table's own. time: a
 * time of day being typed.
 */
export type Mode = 'list' | 'text' | 'prompt' | 'picker' | 'line' | 'menu' | 'dialog' | 'replay' | 'time';

export const modes: readonly Mode[] = [
	'list',
	'text',
	'prompt',
	'picker',
	'line',
	'menu',
	'dialog',
	'replay',
	'time',
];

/** Everything a person can ask for by a key. */
export type Command =
	| 'up'
	| 'down'
	| 'page-up'
	| 'page-down'
	| 'first'
	| 'last'
	| 'next'
	| 'previous'
	| 'open'
	| 'back'
	| 'leave'
	| 'quit'
	| 'filter'
	| 'sort'
	| 'reverse'
	| 'problems'
	| 'freeze'
	| 'refresh'
	| 'faster'
	| 'slower'
	| 'redraw'
	| 'suspend'
	| 'help'
	| 'tasks'
	| 'sources'
	| 'workers'
	| 'locks'
	| 'events'
	| 'findings'
	| 'mark'
	| 'mark-all'
	| 'unmark'
	| 'pause'
	| 'resume'
	| 'operations'
	| 'config'
	| 'command-line'
	| 'complete'
	| 'complete-back'
	| 'older'
	| 'newer'
	| 'move-focus'
	| 'play'
	| 'step-back'
	| 'step-on'
	| 'seek-back'
	| 'seek-on'
	| 'slow-down'
	| 'speed-up'
	| 'go-to-time'
	| 'accept'
	| 'cancel'
	| 'choose-left'
	| 'choose-right'
	| 'erase'
	| 'erase-word'
	| 'erase-line'
	| 'cursor-left'
	| 'cursor-right'
	| 'cursor-start'
	| 'cursor-end';

export type Binding = {
	readonly command: Command;
	readonly modes: readonly Mode[];
	/** Key names as `keyNames` in keys.ts spells them. */
	readonly keys: readonly string[];
	/** For the help screen and the README. */
	readonly help: string;
	/** A word for the foot of the screen; without it the key is only in the help. */
	readonly hint?: string;
	/** Of two hints that do not both fit, the one with the greater worth stays. */
	readonly worth?: number;
	/** It leads to a change of the cluster: with `--read-only` such a key does no more than say so. */
	readonly changes?: boolean;
};
