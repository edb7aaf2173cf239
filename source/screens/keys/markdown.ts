/**
 * The table of keys as README shows it.
 */
import {type Mode, modes} from './command.js';
import {bindings} from './bindings.js';
import {showKey} from './keys.js';

const where: Record<Mode, string> = {
	list: 'table',
	text: 'page',
	prompt: 'filter',
	picker: 'sorting',
	line: 'command',
	menu: 'menu',
	dialog: 'dialog',
	replay: 'replay',
	time: 'time',
};

/** A Markdown table with a row for every binding. */
export const keysAsMarkdown = (): string =>
	[
		'| key | where | does |',
		'|---|---|---|',
		...bindings.map(({keys, modes: bound, help}) => {
			const names = keys.map(key => `\`${showKey(key, false)}\``).join(' ');
			const places = bound.length === modes.length ? 'everywhere' : bound.map(mode => where[mode]).join(', ');
			return `| ${names} | ${places} | ${help} |`;
		}),
	].join('\n');
