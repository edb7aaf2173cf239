/**
 * The table of keys as docs/keys.md shows it.
 */
import {unicodeSymbols} from '../../components/symbols.js';
import {actions, modeNames} from './table.js';
import {always} from './actions/program.js';
import {showKey} from './keys.js';

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
			// A bar has to be escaped in a cell.
			return `| ${names} | ${places} | ${help.replaceAll('|', String.raw`\|`)} |`;
		}),
	].join('\n');
