/** Docs/errors.md, generated from the entries. */
import type {ErrorEntry, Match} from './entry.js';
import {explainEntry} from './explaining/explain.js';
import {themes} from './knowledge.js';

const list = (heading: string, lines: readonly string[], isOrdered = false): readonly string[] =>
	lines.length === 0
		? []
		: [
				'',
				`**${heading}**`,
				'',
				...lines.map((line, index) => `${isOrdered ? `${index + 1}.` : '-'} ${line}`),
			];

/** "DM 36069", "MySQL or TiDB 1236", "text /…/". */
const matchText = ({codes = [], numbers = [], text, unit, side, isOfDdl, isBare}: Match): string =>
	[
		codes.length === 0 ? '' : `DM ${codes.join(', ')}`,
		numbers.length === 0 ? '' : `MySQL or TiDB ${numbers.join(', ')}`,
		text ? `text \`${text.source.replaceAll('`', '')}\`` : '',
		unit === undefined ? '' : `in ${unit}`,
		side === undefined ? '' : `the ${side}`,
		isOfDdl ? 'a DDL' : '',
		isBare ? 'no code of DM' : '',
	]
		.filter(part => part !== '')
		.join(' with ');

const entryText = (entry: ErrorEntry): readonly string[] => {
	const {what, cause, check, steps, dont, retriesText, operations, page} = explainEntry(entry);
	return [
		'',
		`### ${entry.id}`,
		'',
		`${what}. ${cause}`,
		...list(
			'How to check',
			check.map(({on, run, tells}) => `${on}: \`${run}\`: ${tells}`),
		),
		...list('What to do', steps, true),
		...list('What not to do', dont),
		'',
		[
			retriesText,
			operations.length === 0 ? '' : `In dm-top: ${operations.join(', ')}.`,
			`Known by: ${entry.match.map(match => matchText(match)).join('; or ')}.`,
			`See <${page}>.`,
		]
			.filter(part => part !== '')
			.join(' '),
	];
};

/** The whole file. */
export const errorsAsMarkdown = (): string =>
	[
		'# Errors',
		'',
		"What dm-top knows about errors of DM, MySQL and TiDB: what happened, the usual cause, how to verify it, what to do and what not to do. An entry is found by DM's code, by the error number of MySQL or TiDB, and by the text; the more specific one wins. This file is made by `npm run docs` from `source/dm/errors/knowledge`; `dm-top explain 36069`, `dm-top explain 'Error 1236 ...'` and `dm-top explain binlog-purged` print the same entries without a cluster.",
		'',
		'Words in capitals are placeholders for your own names: TASK, SOURCE, SCHEMA.TABLE.',
		...themes.flatMap(([heading, make]) => [
			'',
			`## ${heading}`,
			...make().flatMap(entry => entryText(entry)),
		]),
		'',
	].join('\n');
