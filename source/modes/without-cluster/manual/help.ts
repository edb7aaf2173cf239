import meow from 'meow';
import {helpPage} from './help-page.js';

/** What `dm-top --help` prints. Only here meow is loaded: flags are read by node:util, which saves 11 ms of a start. */
export const helpText = (): string =>
	meow(helpPage(), {importMeta: import.meta, pkg: {}, argv: [], autoHelp: false, description: false}).help;
