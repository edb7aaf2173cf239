/** Flags for commands such as pause or check. */
import {boolean, type Flag, list, text} from './flag.js';

export const ofCommands = {
	source: {kind: list, short: 's'},
	position: {kind: text, short: 'b'},
	sql: {kind: list},
	'remove-meta': {kind: boolean},
	'start-time': {kind: text},
	'safe-mode': {kind: text},
	yes: {kind: boolean},
	'confirm-cluster': {kind: text},
	wait: {kind: boolean},
	only: {kind: list},
	task: {kind: list},
	for: {kind: text},
	timeout: {kind: text},
} as const satisfies Readonly<Record<string, Flag>>;
