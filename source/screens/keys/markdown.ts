/**
 * The tables of keys and commands as docs/keys.md shows them.
 */
import {unicodeSymbols} from '../../components/symbols.js';
import {usageOf, verbs} from '../command-line/verbs.js';
import {actions, modeNames} from './table.js';
import {always} from './actions/program.js';
import {showKey} from './keys.js';

/** A text in a cell of a Markdown table: a bar has to be escaped there. */
export const markdownCell = (text: string): string => text.replaceAll('|', String.raw`\|`);

/** A Markdown table with a row for every action. */
export const keysAsMarkdown = (): string =>
	[
		'| key | where | does |',
		'|---|---|---|',
		...actions.map(({keys, modes, help}) => {
			const names = keys.map(key => `\`${showKey(key, unicodeSymbols)}\``).join(' ');
			const places =
				modes.length === always.length
					? 'everywhere'
					: modes.map(mode => modeNames.get(mode)!.where).join(', ');
			return `| ${names} | ${places} | ${markdownCell(help)} |`;
		}),
	].join('\n');

/** A Markdown table with a row for every command of the command line. */
export const commandsAsMarkdown = (): string =>
	[
		'| command | does |',
		'|---|---|',
		...verbs.map(verb => `| \`${markdownCell(usageOf(verb))}\` | ${markdownCell(verb.help)} |`),
	].join('\n');
