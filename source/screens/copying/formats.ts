/**
 * A table or a page of text as a file: JSON, CSV or Markdown. Pure.
 */
import {escapeJson} from '../../terminal/sanitize.js';
import {cleanText} from './copyables.js';

/** What is on screen, as plain text. */
export type Exported = {
	readonly title: string;
	/** Of which cluster, and when: "prod-dm, 2026-11-27 22:04:12 UTC". */
	readonly subtitle: string;
} & (
	| {
			readonly kind: 'table';
			readonly columns: ReadonlyArray<{readonly id: string; readonly title: string}>;
			/** The text of each cell; '' for nothing. */
			readonly rows: ReadonlyArray<readonly string[]>;
			/** What the rows are, where that says more than their cells: findings and events. */
			readonly objects?: readonly unknown[];
	  }
	| {readonly kind: 'page'; readonly lines: readonly string[]}
);

export const formats = ['md', 'csv', 'json'] as const;

export type CopyFormat = (typeof formats)[number];

/** The format that a file's name asks for; undefined where it is none of them. */
export const formatOf = (path: string): CopyFormat | undefined => {
	const ending = path.slice(path.lastIndexOf('.') + 1).toLowerCase();
	return formats.find(format => format === ending);
};

/** A number that JSON has none for is written as its digits. */
const plainNumber = (_: string, value: unknown): unknown =>
	typeof value === 'bigint' ? String(value) : value;

/** Passwords are taken out of each text by itself: what is left is still JSON. */
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

/** RFC 4180. A cell that a spreadsheet would take for a formula is text. */
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
		// Indented lines are shown as they are, whatever stands in them.
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

/** The content of the file; without passwords, and with nothing in it that a terminal could take for a command. */
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
