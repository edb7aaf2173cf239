/**
 * The table of keys. What a key does, the help page, the hints at the bottom of the screen and docs/keys.md all follow
 * it.
 */
import type {Mode} from '../state/state.js';
import type {Phrase} from '../../language/text.js';
import type {Action} from './action.js';
import {inPromptMoves, moves} from './actions/moving.js';
import {choosingColumns, columns} from './actions/columns.js';
import {choosingCopy, copying} from './actions/copying.js';
import {exporting, inExport} from './actions/exporting.js';
import {choosing, narrowing} from './actions/narrowing.js';
import {inDialog, inMenu, operating} from './actions/operating.js';
import {plotting} from './actions/plotting.js';
import {program} from './actions/program.js';
import {replaying} from './actions/replaying.js';
import {inPrompt, searching, searchingReplay} from './actions/searching.js';
import {editing, inLine, inTime} from './actions/typing.js';
import {help, views} from './actions/views.js';

/** Every action, in the order of the help page. */
export const actions: readonly Action[] = [
	...moves,
	...searching,
	...narrowing,
	...columns,
	...views,
	...plotting,
	...operating,
	...copying,
	...exporting,
	...program,
	...help,
	...inPrompt,
	...inPromptMoves,
	...choosingColumns,
	...choosing,
	...inLine,
	...inMenu,
	...inDialog,
	...choosingCopy,
	...inExport,
	...replaying,
	...searchingReplay,
	...inTime,
	...editing,
];

/** Its heading on the help page, and README's word for it. */
type ModeName = {readonly heading: Phrase; readonly where: string};

/** The documentation of the modes, in the order of the help page. */
export const modeNames: ReadonlyMap<Mode, ModeName> = new Map<Mode, ModeName>([
	['list', {heading: 'Keys in a table', where: 'table'}],
	['text', {heading: 'Keys in a page of text', where: 'page'}],
	['plot', {heading: 'Keys in a plot on the whole screen', where: 'plot'}],
	['prompt', {heading: 'Keys while typing a filter or a search', where: 'filter'}],
	['picker', {heading: 'Keys while choosing a column to sort by', where: 'sorting'}],
	['columns', {heading: 'Keys while choosing columns', where: 'columns'}],
	['line', {heading: 'Keys while typing a command', where: 'command'}],
	['menu', {heading: 'Keys in the menu of operations', where: 'menu'}],
	['copy', {heading: 'Keys while choosing what to copy', where: 'copying'}],
	['export', {heading: 'Keys while typing the name of a file', where: 'export'}],
	['dialog', {heading: 'Keys in a dialog', where: 'dialog'}],
	['replay', {heading: 'Keys while replaying a recording', where: 'replay'}],
	['time', {heading: 'Keys while typing a time', where: 'time'}],
]);

const byKey = new Map(
	actions.flatMap(action =>
		action.modes.flatMap(mode => action.keys.map(key => [`${mode} ${key}`, action] as const)),
	),
);

/** The action of a key in the first mode that has it; undefined for none. */
export const actionOf = (modes: readonly Mode[], key: string): Action | undefined =>
	modes.map(mode => byKey.get(`${mode} ${key}`)).find(action => action !== undefined);
