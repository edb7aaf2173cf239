/**
 * How a health is shown: a sign, and a colour that only repeats the meaning of sign and word.
 */
import {type Line, type Style, span} from '../../components/line.js';
import type {Symbols} from '../../components/symbols.js';
import type {Health} from '../../monitor/health.js';
import {say} from '../../language/say.js';
import type {Phrase} from '../../language/text.js';

const looks: Record<Health, {readonly sign: string; readonly ascii: string; readonly style: Style}> = {
	error: {sign: '✗', ascii: 'x', style: 'bad'},
	lost: {sign: '?', ascii: '?', style: 'bad'},
	silent: {sign: '?', ascii: '?', style: 'warn'},
	blocked: {sign: '!', ascii: '!', style: 'warn'},
	impaired: {sign: '!', ascii: '!', style: 'warn'},
	lagging: {sign: '!', ascii: '!', style: 'warn'},
	paused: {sign: '‖', ascii: '=', style: 'warn'},
	changing: {sign: '~', ascii: '~', style: 'info'},
	unknown: {sign: '?', ascii: '?', style: 'dim'},
	running: {sign: '●', ascii: '*', style: 'good'},
	new: {sign: '○', ascii: 'o', style: 'info'},
	stopped: {sign: '■', ascii: '#', style: 'dim'},
	finished: {sign: '✓', ascii: 'v', style: 'info'},
};

/** The style of a health's sign and word. */
export const healthStyle = (health: Health): Style => looks[health].style;

/** The sign alone, one column wide. */
export const healthSign = (health: Health, {isAscii}: Symbols): Line => {
	const look = looks[health];
	return [span(isAscii ? look.ascii : look.sign, look.style)];
};

/** The word for a row, by its sign. */
const words: Record<Health, Phrase> = {
	error: 'error',
	lost: 'lost',
	silent: 'no answer',
	blocked: 'waiting',
	impaired: 'impaired',
	lagging: 'behind',
	paused: 'paused',
	changing: 'changing',
	unknown: 'unknown',
	running: 'running',
	new: 'new',
	stopped: 'stopped',
	finished: 'finished',
};

/** The word of a health, as the line of totals says it. */
export const healthWord = (health: Health): string => say(words[health]);

/** What a filter finds a row by: its health in the documents, and its word on the screen. */
export const healthWords = (health: Health): string => `${health} ${healthWord(health)}`;

/** What the signs mean, for the help screen. */
export const healthMeanings: ReadonlyArray<readonly [Health, Phrase]> = [
	[
		'error',
		'stopped by an error, its relay does not run, its DDL conflicts, or data differ or are missing: the findings say which',
	],
	['lost', 'no worker runs it, or it is missing from the answers; a worker or master: offline'],
	['silent', 'its source did not answer: what is shown is old'],
	['blocked', 'waits for a sharded DDL'],
	['impaired', 'runs, but not as it should: its findings say how'],
	['lagging', 'runs, but is far behind its upstream, or falls further behind'],
	['paused', 'paused manually, or for a reason that DM does not report'],
	['changing', 'changing to another stage'],
	['unknown', 'its state, or what it works at, is not known'],
	['running', 'runs'],
	['new', 'not started yet; a worker: it has no source'],
	['stopped', 'stopped'],
	['finished', 'done'],
];

const alarming: ReadonlySet<Health> = new Set(['error', 'lost', 'silent', 'blocked', 'impaired', 'lagging']);

/** The healths of events about problems; rows are judged by their findings. */
export const isAlarming = (health: Health): boolean => alarming.has(health);
