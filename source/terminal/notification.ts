/** Desktop notifications through a terminal: OSC 9 (iTerm2 and others), 777 (rxvt), 99 (kitty). */
import type {Environment} from './capabilities.js';
import {bell, escape, throughTmux} from './escape-codes.js';
import {sanitize} from './sanitize.js';

/** Longer texts are cut, characters. */
const longest = 200;

/** Terminals that treat OSC 9 as a notification; others treat it as progress, or ignore it. */
const withOsc9: ReadonlySet<string> = new Set(['iTerm.app', 'WezTerm', 'ghostty', 'WarpTerminal']);

const sequenceOf = (text: string, environment: Environment): string => {
	const term = environment['TERM'] ?? '';
	if (term.includes('kitty')) {
		return `${escape}]99;i=dm-top;${text}${escape}\\`;
	}

	if (term.startsWith('rxvt') || term.startsWith('foot')) {
		// Semicolons separate the title from the text.
		return `${escape}]777;notify;dm-top;${text.replaceAll(';', ',')}${bell}`;
	}

	// In tmux the terminal outside is not known; most support OSC 9 or nothing.
	return withOsc9.has(environment['TERM_PROGRAM'] ?? '') || environment['TMUX']
		? `${escape}]9;${text}${bell}`
		: '';
};

/** The sequence that shows a string as a notification; '' where the terminal is not known to support any. */
export const notificationSequence = (text: string, environment: Environment): string => {
	const sequence = sequenceOf(sanitize(text.slice(0, longest)), environment);
	return sequence !== '' && environment['TMUX'] ? throughTmux(sequence) : sequence;
};
