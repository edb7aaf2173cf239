/**
 * The clipboard of the user's terminal, also through SSH and tmux: OSC 52.
 */
import {Buffer} from 'node:buffer';
import {say} from '../language/say.js';
import type {Environment} from './capabilities.js';
import {bell, escape, throughTmux} from './escape-codes.js';

/** The most bytes that can be copied: some terminals limit a sequence to 100,000 bytes of base64. */
export const largestCopy = 74_000;

/** The longest piece that GNU screen passes on. */
const screenPiece = 512;

/**
 * The sequence that sets the clipboard to a string of at most `largestCopy` bytes. Inside tmux it is sent twice, to tmux
 * itself (`set-clipboard on`) and through it to the terminal outside (`allow-passthrough on`); inside GNU screen it is
 * passed through in pieces.
 */
export const clipboardSequence = (text: string, environment: Environment): string => {
	const plain = `${escape}]52;c;${Buffer.from(text).toString('base64')}${bell}`;
	if (environment['TMUX']) {
		return plain + throughTmux(plain);
	}

	if (environment['STY']) {
		const pieces = plain.match(new RegExp(String.raw`[\s\S]{1,${screenPiece}}`, 'gv')) ?? [];
		return pieces.map(piece => `${escape}P${piece}${escape}\\`).join('');
	}

	return plain;
};

/** What is known about a terminal's clipboard: it supports OSC 52, only when configured, or not. */
export type ClipboardSupport = {readonly kind: 'yes'} | {readonly kind: 'maybe' | 'no'; readonly why: string};

/** Konsole supports it since 24.12. */
const konsoleWith = 241_200;

/** The terminal's support, from the environment; an unknown terminal counts as supporting it, as most do. */
export const clipboardSupport = (environment: Environment): ClipboardSupport => {
	if (environment['TMUX']) {
		return {kind: 'maybe', why: say('tmux needs: set -g set-clipboard on')};
	}

	if (environment['TERM_PROGRAM'] === 'Apple_Terminal') {
		return {kind: 'no', why: say('Terminal.app has no clipboard for programs')};
	}

	if (environment['VTE_VERSION']) {
		return {kind: 'no', why: say('terminals of the GNOME family have no clipboard for programs')};
	}

	if (/^(?:linux|vt\d+|ansi|cons25)/v.test(environment['TERM'] ?? '')) {
		return {kind: 'no', why: say('this terminal has no clipboard')};
	}

	const konsole = Number(environment['KONSOLE_VERSION'] ?? NaN);
	return konsole < konsoleWith
		? {kind: 'no', why: say('Konsole has a clipboard for programs from 24.12 on')}
		: {kind: 'yes'};
};
