/**
 * The layout of pages of labelled lines.
 */
import {type Line, span} from '../../components/line.js';
import {wrapLine} from '../../components/wrap.js';
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

/** The page at a width. Fields without a value are left out, and sections that have a name and no field. */
export const layoutSections = (sections: readonly Section[], width: number): Line[] => {
	const longestLabel = greatest(
		sections.flatMap(({fields}) => fields.map(([label]) => textWidth(label))),
		0,
	);
	const labelWidth = Math.min(labelWidths.most, Math.max(labelWidths.least, longestLabel + 2));
	const space = Math.max(10, width - 1 - labelWidth);
	return sections.flatMap(({heading, fields, picture}) => {
		const rows = fields.flatMap(([label, value]) => {
			const lines = isLines(value) ? value : [value];
			const wrapped = lines
				.filter(line => line.some(({text}) => text !== ''))
				.flatMap(line => wrapLine(line, space));
			const isWide = textWidth(label) >= labelWidth;
			const rows = wrapped.map((line, index): Line => [
				span(` ${padTo(index === 0 && !isWide ? label : '', labelWidth)}`, 'dim'),
				...line,
			]);
			// A label is never cut: a long one gets a separate line.
			return isWide && rows.length > 0 ? [...wrapLine([span(` ${label}`, 'dim')], width, 2), ...rows] : rows;
		});
		const body = [...(picture?.(width) ?? []), ...rows];
		const title: Line[] =
			typeof heading === 'string'
				? heading === ''
					? []
					: [[span(heading, 'title')]]
				: wrapLine(heading, width, 2);
		return body.length === 0 && typeof heading === 'string' ? [] : [...title, ...body, []];
	});
};
