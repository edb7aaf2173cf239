/**
 * The help page, made from the same table as the keys themselves.
 */
import type {Action} from '../keys/action.js';
import {actions, modeNames} from '../keys/table.js';
import {showKey} from '../keys/keys.js';
import {usageOf, verbs} from '../command-line/verbs.js';
import {type Line, span} from '../../components/line.js';
import {healthMeanings, healthSign} from '../health.js';
import type {Section} from './text.js';

const keysOf = ({keys}: Action, ascii: boolean): string => keys.map(key => showKey(key, ascii)).join(' ');

const explained: ReadonlyArray<readonly [string, string]> = [
	[
		'LAG',
		'what DM says where its word can be trusted; ? where its 0 means nothing (it waits for a DDL, the upstream is away, nothing is in flight); >= since it stopped; - where there is no question',
	],
	[
		'LAG 40s',
		'the lag of the last 40 seconds (more where it is wider), the scale reaching to at least one minute; while loading or dumping, how much is done',
	],
	[
		'ROWS/S',
		'rows between the last two answers, counted by dm-top: DM counts its own anew at every question',
	],
	[
		'TREND',
		'whether the lag falls or grows: 2.3x replicates 2.3 seconds of the upstream’s time in a second, 0.4x falls behind; stopped; of a dump or load how far it is',
	],
	[
		'CAUGHT UP, DONE',
		'when Sync has caught up at the present pace, or dump or load is done: a time of today, a weekday with its time, or a date',
	],
	[
		'BEHIND',
		'how much of the binlog is still to come: from the checkpoint, saved every 30 s, to the end of the upstream; bytes within a binlog file, else files',
	],
	['WHY', 'the worst finding in a few words; key 6 lists all findings'],
	['SRC', 'sources whose subtask runs or has finished, of all that the task has'],
	['AGE', 'how old the answer is that the row shows; nothing while it is fresh'],
	['STATE ?', 'part of the task is not known: a source did not answer'],
];

const filterHelp: ReadonlyArray<readonly [string, string]> = [
	['orders', 'rows with this word in a name, a state, a unit, a source, a worker, a finding or an error'],
	['error sync', 'rows with both words'],
	['!finished', 'rows without the word'],
];

const texts = (pairs: ReadonlyArray<readonly [string, string]>): Section['fields'] =>
	pairs.map(([label, text]) => [label, [span(text)]]);

/** The sections of the help page. */
export const helpSections = (ascii: boolean): Section[] => [
	...[...modeNames].map(([mode, {heading}]): Section => ({
		heading,
		fields: actions
			.filter(({modes}) => modes.includes(mode))
			.map((action): [string, Line] => [keysOf(action, ascii), [span(action.help)]]),
	})),
	{
		heading: 'Signs',
		fields: healthMeanings.map(([health, meaning]): [string, Line] => [
			health,
			[...healthSign(health, ascii), span(`  ${meaning}`)],
		]),
	},
	{heading: 'Columns', fields: texts(explained)},
	{heading: 'Filters', fields: texts(filterHelp)},
	{
		heading: 'Commands after :',
		fields: verbs.map((verb): [string, Line] => [usageOf(verb), [span(verb.help)]]),
	},
];
