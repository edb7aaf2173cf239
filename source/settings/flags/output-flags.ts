/** Flags for how it is shown, and what else is written. */
import {themeNames} from '../../components/theme/theme-names.js';
import {booleanKind, type Flag, pathKind, textKind} from './flag.js';

export const shownFlags = {
	once: {kind: booleanKind},
	json: {kind: booleanKind},
	ascii: {
		kind: booleanKind,
		setting: {
			environment: 'DM_TOP_ASCII',
			scope: 'everywhere',
			comment: 'draw with ASCII only',
			example: 'true',
			default: 'false',
		},
	},
	theme: {
		kind: {type: 'choice', of: themeNames},
		setting: {
			environment: 'DM_TOP_THEME',
			scope: 'everywhere',
			comment: 'colours; default: to suit the terminal',
			example: '"dark"',
		},
	},
	lang: {
		kind: {type: 'language'},
		setting: {
			environment: 'DM_TOP_LANG',
			scope: 'everywhere',
			comment: 'the language: en or zh; default: that of the locale',
			example: '"zh"',
		},
	},
	plain: {
		kind: booleanKind,
		setting: {
			environment: 'DM_TOP_PLAIN',
			scope: 'everywhere',
			comment: 'print changes line by line instead of a screen',
			example: 'true',
			default: 'false',
		},
	},
	'read-only': {
		kind: booleanKind,
		setting: {
			environment: 'DM_TOP_READ_ONLY',
			scope: 'everywhere',
			comment: 'no key and no command changes anything',
			example: 'true',
			default: 'false',
		},
	},
	'audit-log': {
		kind: pathKind,
		setting: {
			environment: 'DM_TOP_AUDIT_LOG',
			scope: 'everywhere',
			comment: 'a file that gets a line for each operation and its outcome',
			example: '"~/dm-operations.log"',
		},
	},
	// The old name of --audit-log.
	log: {kind: pathKind},
	debug: {
		kind: pathKind,
		setting: {
			environment: 'DM_TOP_DEBUG',
			scope: 'everywhere',
			comment: 'a file that gets what dm-top does: requests, answers, frames',
			example: '"dm-top.debug"',
		},
	},
} as const satisfies Readonly<Record<string, Flag>>;

export const recordingFlags = {
	record: {kind: pathKind},
	'record-max': {
		kind: {type: 'size', least: 2 ** 20, leastText: '1M'},
		setting: {
			environment: 'DM_TOP_RECORD_MAX',
			scope: 'everywhere',
			comment: 'the largest size of what --record writes',
			example: '"500M"',
		},
	},
	redact: {
		kind: booleanKind,
		setting: {
			environment: 'DM_TOP_REDACT',
			scope: 'everywhere',
			comment: 'leave hosts, users, databases, tables and SQL out of what --record writes',
			example: 'true',
			default: 'false',
		},
	},
	replay: {kind: pathKind},
	listen: {
		kind: textKind,
		setting: {
			environment: 'DM_TOP_LISTEN',
			scope: 'everywhere',
			comment: 'where dm-top export serves its metrics',
			example: '"127.0.0.1:9269"',
			default: '127.0.0.1:9269',
		},
	},
} as const satisfies Readonly<Record<string, Flag>>;

export const tellingFlags = {
	mouse: {
		kind: booleanKind,
		setting: {
			environment: 'DM_TOP_MOUSE',
			scope: 'everywhere',
			comment: 'click selects, double click opens, the wheel scrolls',
			example: 'true',
			default: 'false',
		},
	},
	bell: {
		kind: booleanKind,
		setting: {
			environment: 'DM_TOP_BELL',
			scope: 'everywhere',
			comment: 'ring at each new finding',
			example: 'true',
			default: 'false',
		},
	},
	notify: {
		kind: booleanKind,
		setting: {
			environment: 'DM_TOP_NOTIFY',
			scope: 'everywhere',
			comment: 'show a desktop notification at each new finding',
			example: 'true',
			default: 'false',
		},
	},
	'on-finding': {
		kind: textKind,
		setting: {
			environment: 'DM_TOP_ON_FINDING',
			scope: 'everywhere',
			comment: 'a command that is run at each new finding',
			example: '\'notify-send "$DM_TOP_TASK: $DM_TOP_WHAT"\'',
		},
	},
} as const satisfies Readonly<Record<string, Flag>>;
