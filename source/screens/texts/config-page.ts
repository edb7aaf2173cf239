/**
 * The page of a configuration: the important settings first, where the tables of a task go, then the full text as DM
 * holds it.
 */
import {type Line, span} from '../../components/line.js';
import {layOutTable} from '../../operations/planning/table.js';
import type {Page} from '../../operations/offering/pages.js';
import type {MigrateTarget, OfSource} from '../../providers/readers.js';
import type {Inquiry, PageAnswer} from '../../session/inquiries.js';
import {say} from '../../language/say.js';
import type {Phrase} from '../../language/text.js';
import {type Section, textLines} from './text.js';

/** A line of YAML or TOML as key and value. */
const pair = /^\s*(?:- )?["']?(?<key>[\w\-.]+)["']?\s?[:=](?<value>.*)$/v;

/** Keys that are shown first, in this order, wherever they first occur in the text. */
const told: ReadonlyArray<readonly [key: string, label: Phrase]> = [
	['task-mode', 'mode'],
	['shard-mode', 'shard mode'],
	['host', 'host'],
	['port', 'port'],
	['user', 'user'],
	['server-id', 'server ID'],
	['flavor', 'flavor'],
	['enable-gtid', 'GTID'],
	['enable-relay', 'relay'],
	['relay-dir', 'relay folder'],
	['case-sensitive', 'case-sensitive'],
	['advertise-addr', 'address'],
	['openapi', 'OpenAPI'],
];

const unquoted = (value: string): string =>
	value
		.replace(/\s#.*$/v, '')
		.trim()
		.replaceAll(/^["']|["']$/gv, '');

const valuesOf = (text: string): ReadonlyMap<string, string> => {
	const values = new Map<string, string>();
	for (const line of text.split('\n')) {
		const groups = pair.exec(line)?.groups;
		const key = groups?.['key'] ?? '';
		const value = unquoted(groups?.['value'] ?? '');
		if (key !== '' && value !== '' && !values.has(key)) {
			values.set(key, value);
		}
	}

	return values;
};

/** Keys dim, values plain; comments dim. */
const configLine = (text: string): Line => {
	if (/^\s*#/v.test(text)) {
		return [span(text, 'dim')];
	}

	const groups = pair.exec(text)?.groups;
	const value = groups?.['value'] ?? '';
	return groups ? [span(text.slice(0, text.length - value.length), 'dim'), span(value)] : [span(text)];
};

const targetLine = ({sourceSchema, sourceTable, targetSchema, targetTable}: MigrateTarget): Line => {
	const from = `${sourceSchema}.${sourceTable}`;
	const to = `${targetSchema}.${targetTable}`;
	return from === to ? [span(from)] : [span(from), span(' → ', 'dim'), span(to, 'strong')];
};

const targetField = (
	answer: OfSource<readonly MigrateTarget[]>,
): readonly [label: string, value: readonly Line[]] => [
	answer.source,
	'problem' in answer
		? [[span(answer.problem.what, 'warn')]]
		: answer.value.map(target => targetLine(target)),
];

const sectionsOf = ({config, targets = []}: Extract<PageAnswer, {readonly kind: 'config'}>): Section[] => {
	const values = valuesOf(config.text);
	return [
		{
			heading: say('What matters'),
			fields: told.flatMap(([key, label]) => {
				const value = values.get(key);
				return value === undefined ? [] : [[say(label), [span(value)]] as const];
			}),
		},
		{heading: say('Tables'), fields: targets.map(answer => targetField(answer))},
		{
			heading: say('As DM holds it ({format}; passwords are never shown)', {
				format: config.format.toUpperCase(),
			}),
			fields: [
				[
					'',
					config.text
						.trimEnd()
						.split('\n')
						.map(line => configLine(line)),
				],
			],
		},
	];
};

/** What is wrong, and below it what to do, if that is known. */
const linesOf = ({what, fix}: NonNullable<Inquiry['problem']>): readonly Line[] =>
	(fix === '' ? [what] : [what, fix]).flatMap(text => textLines(text, 'warn'));

/** The text of a page while there is no answer, or why there is no newer one. */
export const askingSection = ({isAsking, problem}: Inquiry, what: string): Section => ({
	heading: '',
	fields: [
		...(isAsking ? [[what, [span(say('asking DM …'), 'dim')]] as const] : []),
		...(problem ? [[what, linesOf(problem)] as const] : []),
	],
});

/** The page of a configuration. */
export const configSections = (
	{of, name}: Extract<Page, {readonly kind: 'config'}>,
	inquiry: Inquiry,
): readonly Section[] => [
	askingSection(inquiry, `${of} ${name}`),
	...(inquiry.answer?.kind === 'config' ? sectionsOf(inquiry.answer) : []),
];

/** The page of the columns of a table. */
export const columnSections = (
	{task, source, database = '', table = ''}: Extract<Page, {readonly kind: 'schema'}>,
	inquiry: Inquiry,
): readonly Section[] => [
	{
		heading: `${database}.${table}`,
		fields: [
			[say('task'), [span(say('{task} on {source}', {task, source}))]],
			[
				say('key'),
				[
					span('o ', 'key'),
					span(say('set or remove the columns: take them from one of the sides, or write them')),
				],
			],
		],
	},
	askingSection(inquiry, 'columns'),
	...(inquiry.answer?.kind === 'columns'
		? [
				{
					heading: say('DM’s columns'),
					fields: [['', textLines(layOutTable(inquiry.answer.sql))] as const],
				},
			]
		: []),
];
