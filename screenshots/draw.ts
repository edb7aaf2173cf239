/**
 * A terminal's screen as an SVG picture.
 */
import type {IBufferCell, IBufferLine, Terminal} from '@xterm/headless';

const cellWidth = 8.4;
const cellHeight = 18;
const margin = 12;

/** The sixteen colours of a dark terminal. */
const palette = [
	'#1d1f21',
	'#e05f65',
	'#7fb069',
	'#e6c170',
	'#6a9fd8',
	'#b48ead',
	'#67b8c7',
	'#c5c8c6',
	'#5c6370',
	'#f07178',
	'#98c379',
	'#ffd580',
	'#82b1ff',
	'#d6a6e0',
	'#89ddff',
	'#ffffff',
];
const foreground = '#d0d4d9';
const background = '#16181c';

const escape = (text: string): string =>
	text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const colorOf = (cell: IBufferCell): string =>
	cell.isFgPalette() ? (palette[cell.getFgColor()] ?? foreground) : foreground;

/** Neighbouring cells of one look. */
type Run = {readonly column: number; text: string; cells: number; readonly look: string};

const lookOf = (cell: IBufferCell): string =>
	`fill="${colorOf(cell)}"${cell.isBold() ? ' font-weight="bold"' : ''}${cell.isDim() ? ' fill-opacity="0.6"' : ''}`;

/** The runs of one row; a two-column character is a run of its own, so that what follows stays in its column. */
const runsOf = (line: IBufferLine, columns: number): Run[] => {
	const runs: Run[] = [];
	for (let column = 0; column < columns; column++) {
		const cell = line.getCell(column);
		const width = cell?.getWidth() ?? 0;
		if (!cell || width === 0) {
			continue;
		}

		const look = lookOf(cell);
		const last = runs.at(-1);
		const text = cell.getChars() || ' ';
		if (last?.look === look && width === 1 && last.cells === last.text.length) {
			last.text += text;
			last.cells += 1;
		} else {
			runs.push({column, text, cells: width, look});
		}
	}

	return runs.filter(({text}) => text.trim() !== '');
};

/** The picture of what is on the screen now. */
export const drawScreen = ({buffer, rows, cols}: Terminal): string => {
	const width = Math.ceil(cols * cellWidth + margin * 2);
	const height = rows * cellHeight + margin * 2;
	const texts = Array.from({length: rows}, (_, row) => {
		const line = buffer.active.getLine(buffer.active.viewportY + row);
		const y = margin + row * cellHeight + 13;
		return (line ? runsOf(line, cols) : []).map(({column, text, cells, look}) => {
			const x = (margin + column * cellWidth).toFixed(1);
			const length = (cells * cellWidth).toFixed(1);
			return `<text x="${x}" y="${y}" textLength="${length}" lengthAdjust="spacingAndGlyphs" ${look}>${escape(text)}</text>`;
		});
	}).flat();

	return [
		`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
		`<rect width="100%" height="100%" rx="6" fill="${background}"/>`,
		'<g font-family="DejaVu Sans Mono, Menlo, Consolas, monospace" font-size="14" xml:space="preserve">',
		...texts,
		'</g>',
		'</svg>',
		'',
	].join('\n');
};
