/**
 * The one table of keys. What a key does, the help screen, the hints at the foot of the screen and README's list of
 * keys are all read from here.
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
	| 'mark'
	| 'mark-all'
	| 'unmark'
	| 'pause'
	| 'resume'
	| 'operations'
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
	/** It leads to a change of the cluster: with `--read-only` there is no such key. */
	readonly changes?: boolean;
};

const everywhere: readonly Mode[] = ['list', 'text'];

export const bindings: readonly Binding[] = [
	{command: 'up', modes: everywhere, keys: ['up', 'k'], help: 'one row up'},
	{command: 'down', modes: everywhere, keys: ['down', 'j'], help: 'one row down'},
	{command: 'page-up', modes: everywhere, keys: ['pageup', 'ctrl+b', 'ctrl+u'], help: 'one page up'},
	{command: 'page-down', modes: everywhere, keys: ['pagedown', 'ctrl+f', 'ctrl+d'], help: 'one page down'},
	{command: 'page-down', modes: ['text'], keys: ['space'], help: 'one page down'},
	{command: 'first', modes: everywhere, keys: ['g', 'home'], help: 'to the first row'},
	{command: 'last', modes: everywhere, keys: ['G', 'end'], help: 'to the last row'},
	{
		command: 'open',
		modes: ['list'],
		keys: ['enter', 'right', 'l'],
		help: 'open the row: a task, its source, the subtask',
		hint: 'open',
		worth: 90,
	},
	{
		command: 'back',
		modes: everywhere,
		keys: ['esc', 'left', 'h'],
		help: 'back; on the first screen it clears the filter, and never quits',
		hint: 'back',
		worth: 80,
	},
	{
		command: 'next',
		modes: ['text'],
		keys: ['tab', 'n'],
		help: 'the next subtask of the list one came from',
		hint: 'next',
		worth: 45,
	},
	{
		command: 'previous',
		modes: ['text'],
		keys: ['shift+tab', 'N'],
		help: 'the previous subtask of the list one came from',
	},
	{
		command: 'filter',
		modes: ['list'],
		keys: ['/'],
		help: 'show only rows with these words (! before a word: without it)',
		hint: 'filter',
		worth: 70,
	},
	{command: 'sort', modes: ['list'], keys: ['s'], help: 'sort by any column', hint: 'sort', worth: 65},
	{command: 'reverse', modes: ['list'], keys: ['S'], help: 'turn the order round'},
	{
		command: 'problems',
		modes: ['list'],
		keys: ['e'],
		help: 'show only rows with a problem, or all again',
		hint: 'problems',
		worth: 60,
	},
	{
		command: 'freeze',
		modes: everywhere,
		keys: ['p'],
		help: 'hold the screen still, or let it go on; watching never stops',
		hint: 'freeze',
		worth: 50,
	},
	{command: 'refresh', modes: everywhere, keys: ['r'], help: 'look again now', hint: 'refresh', worth: 20},
	{
		command: 'faster',
		modes: everywhere,
		keys: ['+', '='],
		help: 'look more often',
		hint: 'faster',
		worth: 12,
	},
	{command: 'slower', modes: everywhere, keys: ['-'], help: 'look less often', hint: 'slower', worth: 11},
	{command: 'tasks', modes: everywhere, keys: ['1'], help: 'the tasks'},
	{command: 'sources', modes: everywhere, keys: ['2'], help: 'the sources and their relays'},
	{command: 'workers', modes: everywhere, keys: ['3'], help: 'the masters and workers'},
	{command: 'locks', modes: everywhere, keys: ['4'], help: 'the DDL locks of sharded tables'},
	{command: 'events', modes: everywhere, keys: ['5'], help: 'what happened since dm-top watches'},
	{
		command: 'mark',
		modes: ['list'],
		keys: ['space'],
		help: 'mark the row for an operation, or take the mark away; marks hold across filters and orders',
		hint: 'mark',
		worth: 30,
		changes: true,
	},
	{
		command: 'mark-all',
		modes: ['list'],
		keys: ['*'],
		help: 'mark all rows that the filter shows',
		changes: true,
	},
	{command: 'unmark', modes: ['list'], keys: ['U'], help: 'take all marks away', changes: true},
	{
		command: 'pause',
		modes: everywhere,
		keys: ['P'],
		help: 'pause the task (or the source of it) under the cursor, or all marked; asks first',
		hint: 'pause',
		worth: 58,
		changes: true,
	},
	{
		command: 'resume',
		modes: everywhere,
		keys: ['R'],
		help: 'resume the task (or the source of it) under the cursor, or all marked; asks first',
		hint: 'resume',
		worth: 57,
		changes: true,
	},
	{
		command: 'operations',
		modes: everywhere,
		keys: ['o'],
		help: 'all that can be done here: skip a bad DDL, relay, transfer, evict, unlock …; asks first',
		hint: 'operate',
		worth: 40,
		changes: true,
	},
	{
		command: 'command-line',
		modes: everywhere,
		keys: [':'],
		help: 'a command by name; Tab completes',
		hint: 'command',
		worth: 25,
	},
	{command: 'redraw', modes, keys: ['ctrl+l'], help: 'draw the whole screen anew'},
	{command: 'help', modes: everywhere, keys: ['?'], help: 'this page', hint: 'help', worth: 75},
	{
		command: 'leave',
		modes: everywhere,
		keys: ['q'],
		help: 'back; on the first screen, quit',
		hint: 'quit',
		worth: 78,
	},
	{command: 'suspend', modes, keys: ['ctrl+z'], help: 'back to the shell for a while; fg returns'},
	{command: 'quit', modes, keys: ['ctrl+c'], help: 'quit at once'},
	{command: 'accept', modes: ['line'], keys: ['enter'], help: 'do it', hint: 'do', worth: 90},
	{command: 'cancel', modes: ['line'], keys: ['esc'], help: 'leave it', hint: 'leave', worth: 80},
	{
		command: 'complete',
		modes: ['line'],
		keys: ['tab'],
		help: 'complete the word, or the next that fits',
		hint: 'complete',
		worth: 70,
	},
	{command: 'complete-back', modes: ['line'], keys: ['shift+tab'], help: 'the one before that fits'},
	{command: 'older', modes: ['line'], keys: ['up', 'ctrl+p'], help: 'the command before, of those typed'},
	{command: 'newer', modes: ['line'], keys: ['down', 'ctrl+n'], help: 'the command after'},
	{
		command: 'play',
		modes: ['replay'],
		keys: ['p'],
		help: 'pause the recording, or let it go on',
		hint: 'play',
		worth: 60,
	},
	{
		command: 'step-back',
		modes: ['replay'],
		keys: ['left'],
		help: 'one observation back',
		hint: 'step',
		worth: 55,
	},
	{command: 'step-on', modes: ['replay'], keys: ['right'], help: 'one observation on'},
	{command: 'seek-back', modes: ['replay'], keys: ['shift+left'], help: 'a minute back'},
	{command: 'seek-on', modes: ['replay'], keys: ['shift+right'], help: 'a minute on'},
	{command: 'slow-down', modes: ['replay'], keys: ['['], help: 'half as fast', hint: 'slower', worth: 51},
	{command: 'speed-up', modes: ['replay'], keys: [']'], help: 'twice as fast', hint: 'faster', worth: 52},
	{command: 'go-to-time', modes: ['replay'], keys: ['t'], help: 'to a time of day', hint: 'time', worth: 53},
	{command: 'accept', modes: ['time'], keys: ['enter'], help: 'go there', hint: 'go', worth: 90},
	{command: 'cancel', modes: ['time'], keys: ['esc'], help: 'stay', hint: 'stay', worth: 80},
	{command: 'up', modes: ['menu'], keys: ['up', 'k'], help: 'one up'},
	{command: 'down', modes: ['menu'], keys: ['down', 'j'], help: 'one down', hint: 'choose', worth: 70},
	{
		command: 'accept',
		modes: ['menu'],
		keys: ['enter'],
		help: 'choose it; a dialog asks before anything is sent',
		hint: 'choose',
		worth: 90,
	},
	{
		command: 'cancel',
		modes: ['menu'],
		keys: ['esc', 'q', 'left', 'h'],
		help: 'leave it',
		hint: 'leave',
		worth: 80,
	},
	{
		command: 'move-focus',
		modes: ['dialog'],
		keys: ['right', 'left', 'tab', 'shift+tab'],
		help: 'to the other button',
		hint: 'move',
		worth: 70,
	},
	{
		command: 'accept',
		modes: ['dialog'],
		keys: ['enter'],
		help: 'press the button; one held down presses nothing',
		hint: 'press',
		worth: 90,
	},
	{
		command: 'cancel',
		modes: ['dialog'],
		keys: ['esc'],
		help: 'leave it: nothing is sent',
		hint: 'cancel',
		worth: 80,
	},
	{
		command: 'accept',
		modes: ['prompt', 'picker'],
		keys: ['enter'],
		help: 'keep it',
		hint: 'keep',
		worth: 90,
	},
	{
		command: 'cancel',
		modes: ['prompt', 'picker'],
		keys: ['esc'],
		help: 'a filter: clear it; a choice: leave it as it was',
		hint: 'clear',
		worth: 80,
	},
	{
		command: 'choose-left',
		modes: ['picker'],
		keys: ['left', 'h', 'up', 'k', 'shift+tab'],
		help: 'the column before',
		hint: 'choose',
		worth: 70,
	},
	{
		command: 'choose-right',
		modes: ['picker'],
		keys: ['right', 'l', 'down', 'j', 'tab', 's'],
		help: 'the column after',
	},
	{
		command: 'reverse',
		modes: ['picker'],
		keys: ['r', 'S'],
		help: 'turn the order round',
		hint: 'reverse',
		worth: 60,
	},
	{command: 'up', modes: ['prompt'], keys: ['up'], help: 'one row up'},
	{command: 'down', modes: ['prompt'], keys: ['down'], help: 'one row down'},
	{
		command: 'erase',
		modes: ['prompt', 'line', 'time'],
		keys: ['backspace', 'delete', 'ctrl+h'],
		help: 'erase a character',
	},
	{command: 'erase-word', modes: ['prompt', 'line', 'time'], keys: ['ctrl+w'], help: 'erase a word'},
	{command: 'erase-line', modes: ['prompt', 'line', 'time'], keys: ['ctrl+u'], help: 'erase the line'},
	{command: 'cursor-left', modes: ['prompt', 'line', 'time'], keys: ['left', 'ctrl+b'], help: 'to the left'},
	{
		command: 'cursor-right',
		modes: ['prompt', 'line', 'time'],
		keys: ['right', 'ctrl+f'],
		help: 'to the right',
	},
	{
		command: 'cursor-start',
		modes: ['prompt', 'line', 'time'],
		keys: ['home', 'ctrl+a'],
		help: 'to the beginning',
	},
	{command: 'cursor-end', modes: ['prompt', 'line', 'time'], keys: ['end', 'ctrl+e'], help: 'to the end'},
];

const byKey = new Map(
	bindings.flatMap(binding =>
		binding.modes.flatMap(mode => binding.keys.map(key => [`${mode} ${key}`, binding.command] as const)),
	),
);

/** What a key does in a mode; undefined when nothing. */
export const commandOf = (mode: Mode, key: string): Command | undefined => byKey.get(`${mode} ${key}`);
