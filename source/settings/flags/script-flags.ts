/** Flags for commands such as pause or check. */
import {booleanKind, type Flag, listKind, textKind} from './flag.js';

export const commandFlags = {
	source: {kind: listKind, short: 's'},
	position: {kind: textKind, short: 'b'},
	sql: {kind: listKind},
	'remove-meta': {kind: booleanKind},
	'start-time': {kind: textKind},
	'safe-mode': {kind: textKind},
	yes: {kind: booleanKind},
	'confirm-cluster': {kind: textKind},
	wait: {kind: booleanKind},
	only: {kind: listKind},
	task: {kind: listKind},
	for: {kind: textKind},
	timeout: {kind: textKind},
} as const satisfies Readonly<Record<string, Flag>>;
