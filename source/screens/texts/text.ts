/**
 * The layout of pages of labelled lines.
 */
import {type Line, fitLine, span} from '../../components/line.js';
import {hangingIndent, wrapLine} from '../../components/wrap.js';
import {padTo, textWidth} from '../../terminal/width.js';
import {say} from '../../language/say.js';
import {greatest} from '../../dm/values/extremes.js';

/** A heading with its content; a value may have several lines. */
export type Section = {
	readonly heading: string | Line;
	readonly fields: ReadonlyArray<readonly [label: string, value: Line | readonly Line[]]>;
	/** Lines over the whole width, before the fields. */
	readonly picture?: (width: number) => readonly Line[];
};

/** The least and the greatest width of the column of labels. */
const labelWidths = {least: 18, most: 30};

/** Longer texts are cut, with a note on how much is left out, so that the layout of a page stays fast. */
const longest = 100_000;

/** Text of any length and any number of lines, as lines; sanitised by `span`. */
export const textLines = (text: string, style: Parameters<typeof span>[1] = 'plain'): Line[] => {
	const shown = text.length > longest ? text.slice(0, longest) : text;
	const lines: Line[] = shown.split(/\r\n|\n|\r/v).map(line => [span(line.replaceAll('\t', '  '), style)]);
	return text.length > longest
		? [...lines, [span(say('… and {count} characters more', {count: text.length - longest}), 'warn')]]
		: lines;
};

const isLines = (value: Line | readonly Line[]): value is readonly Line[] =>
	value.length > 0 && Array.isArray(value[0]);

/** The width of the labels of these sections. */
const labelWidthOf = (sections: readonly Section[]): number => {
	const longestLabel = greatest(
		sections.flatMap(({fields}) => fields.map(([label]) => textWidth(label))),
		0,
	);
	return Math.min(labelWidths.most, Math.max(labelWidths.least, longestLabel + 2));
};

const titleOf = ({heading}: Section, width: number): readonly Line[] =>
	typeof heading === 'string'
		? heading === ''
			? []
			: [[span(heading, 'title')]]
		: wrapLine(heading, width, 2);

/** The lines of a field; [] where it has no value. */
const fieldLines = (
	[label, value]: Section['fields'][number],
	labelWidth: number,
	width: number,
): readonly Line[] => {
	const space = Math.max(10, width - 1 - labelWidth);
	const lines = isLines(value) ? value : [value];
	const wrapped = lines
		.filter(line => line.some(({text}) => text !== ''))
		.flatMap(line => wrapLine(line, space, Math.min(hangingIndent(line), Math.floor(space / 2))));
	const isWide = textWidth(label) >= labelWidth;
	const rows = wrapped.map((line, index): Line => [
		span(` ${padTo(index === 0 && !isWide ? label : '', labelWidth)}`, 'dim'),
		...line,
	]);
	// A label is never cut: a long one gets a separate line.
	return isWide && rows.length > 0 ? [...wrapLine([span(` ${label}`, 'dim')], width, 2), ...rows] : rows;
};

/** The page at a width. Fields without a value are left out, and sections that have a name and no field. */
export const layoutSections = (sections: readonly Section[], width: number): Line[] => {
	const labelWidth = labelWidthOf(sections);
	return sections.flatMap(section => {
		const {heading, fields, picture} = section;
		const rows = fields.flatMap(field => fieldLines(field, labelWidth, width));
		const body = [...(picture?.(width) ?? []), ...rows];
		return body.length === 0 && typeof heading === 'string' ? [] : [...titleOf(section, width), ...body, []];
	});
};

/** The least width of each of several columns of fields, and the blanks between them. */
const leastColumn = 90;
const columnGap = 2;

/** Blocks of lines, in their order, in columns of at most `height` lines; a block is never divided. */
const fillColumns = (
	blocks: ReadonlyArray<readonly Line[]>,
	height: number,
): ReadonlyArray<readonly Line[]> => {
	const columns: Line[][] = [[]];
	for (const block of blocks) {
		const last = columns.at(-1)!;
		if (last.length > 0 && last.length + block.length > height) {
			columns.push([...block]);
		} else {
			last.push(...block);
		}
	}

	return columns;
};

/** A page of many short fields: each section in as many columns as fit in `width` side by side, read downwards. */
export const layoutInColumns = (sections: readonly Section[], width: number): Line[] => {
	const count = Math.max(1, Math.floor((width + columnGap) / (leastColumn + columnGap)));
	const each = Math.floor((width + columnGap) / count) - columnGap;
	return sections.flatMap(section => {
		const labelWidth = labelWidthOf([section]);
		const blocks = section.fields.map(field => fieldLines(field, labelWidth, each));
		let height = Math.ceil(blocks.flat().length / count);
		while (fillColumns(blocks, height).length > count) {
			height++;
		}

		const columns = fillColumns(blocks, height);
		const rows = Array.from({length: height}, (_, row) =>
			columns.flatMap((column, index): Line => {
				const line = column[row] ?? [];
				return index === columns.length - 1 ? line : [...fitLine(line, each), span(' '.repeat(columnGap))];
			}),
		);
		return [...titleOf(section, width), ...rows, []];
	});
};
