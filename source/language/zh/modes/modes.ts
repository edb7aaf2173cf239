/** What the modes without a screen print, and the command line. */
import {beside} from './beside.js';
import {commandLine} from './command-line.js';
import {explain} from './explain.js';
import {flags} from './flags.js';
import {joining} from './joining.js';
import {lines} from './lines.js';
import {manual} from './manual.js';
import {script} from './script.js';
import {settingComments} from './setting-comments.js';
import {settings} from './settings.js';
import {terminal} from './terminal.js';
import {thresholds} from './thresholds.js';

export const modes = {
	...beside,
	...commandLine,
	...explain,
	...flags,
	...joining,
	...lines,
	...manual,
	...script,
	...settingComments,
	...settings,
	...terminal,
	...thresholds,
};
