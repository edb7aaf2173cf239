/**
 * A table or a page of text as a file: JSON, CSV or Markdown. Pure.
 */
import {escapeJson} from '../../../terminal/sanitize.js';
import {cleanText} from './copyables.js';

/** What is on screen, as plain text. */
export type Exported = {
	readonly title: string;
	/** The cluster and the time: "prod-dm, 2026-11-27 22:04:12 UTC". */
	readonly subtitle: string;
} & (
	| {
			readonly kind: 'table';
			readonly columns: ReadonlyArray<{readonly id: string; readonly title: string}>;
			/** The text of each cell; '' for nothing. */
			readonly rows: ReadonlyArray<readonly string[]>;
			/** The objects behind the rows, where those say more than their cells: findings and events. */
			readonly objects?: readonly unknown[];
	  }
	| {readonly kind: 'page'; readonly lines: readonly string[]}
);

/** The formats, each the ending of a file's name. */
export const formats = ['md', 'csv', 'json'] as const;

/** The format of an exported file. */
export type CopyFormat = (typeof formats)[number];

/** The format that follows from a file's name; undefined for any other. */
export const formatOf = (path: string): CopyFormat | undefined => {
	const ending = path.slice(path.lastIndexOf('.') + 1).toLowerCase();
	return formats.find(format => format === ending);
};

/** A bigint is written as its digits. */
const plainNumber = (_: string, value: unknown): unknown =>
	typeof value === 'bigint' ? String(value) : value;

/** Passwords are removed from each text separately, so that the result is still JSON. */
const cleaned = (value: unknown): unknown =>
	JSON.parse(JSON.stringify(value, plainNumber), (_, part: unknown) =>
		typeof part === 'string' ? cleanText(part) : part,
	);

const toJson = (exported: Exported): string => {
	const {title, subtitle} = exported;
	const content =
		exported.kind === 'page'
			? {lines: exported.lines}
			: {
					rows:
						exported.objects ??
						exported.rows.map(row =>
							Object.fromEntries(exported.columns.map(({id}, index) => [id, row[index] ?? ''])),
						),
				};
	return `${escapeJson(JSON.stringify(cleaned({title, of: subtitle, ...content}), undefined, '\t'))}\n`;
};

/** RFC 4180. A cell that looks like a formula is marked as text. */
const csvCell = (text: string): string => {
	const cell = /^[\t\r+=@]|^-(?![\d.]*$)/v.test(text) ? `'${text}` : text;
	return /[\n",]/v.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
};

const toCsv = (exported: Exported): string => {
	const rows =
		exported.kind === 'page'
			? exported.lines.map(line => [line])
			: [exported.columns.map(({id}) => id), ...exported.rows];
	return rows.map(row => `${row.map(text => csvCell(cleanText(text))).join(',')}\r\n`).join('');
};

const markdownCell = (text: string): string =>
	cleanText(text)
		.replaceAll('\n', ' ')
		.replaceAll('|', String.raw`\|`);

const toMarkdown = (exported: Exported): string => {
	const head = [`# ${markdownCell(exported.title)}`, '', markdownCell(exported.subtitle), ''];
	if (exported.kind === 'page') {
		// Indented lines are shown literally.
		return `${[...head, ...exported.lines.map(line => `    ${cleanText(line)}`)].join('\n')}\n`;
	}

	const {columns, rows} = exported;
	return `${[
		...head,
		`| ${columns.map(({title}) => title).join(' | ')} |`,
		`|${'---|'.repeat(columns.length)}`,
		...rows.map(row => `| ${row.map(text => markdownCell(text)).join(' | ')} |`),
	].join('\n')}\n`;
};

/** The content of the file, without passwords and control characters. */
export const format = (exported: Exported, as: CopyFormat): string => {
	switch (as) {
		case 'json': {
			return toJson(exported);
		}

		case 'csv': {
			return toCsv(exported);
		}

		case 'md': {
			return toMarkdown(exported);
		}
	}
};
