/**
 * A terminal's screen as an SVG picture, and several of them as one that moves.
 */
import type {IBufferCell, IBufferLine, Terminal} from '@xterm/headless';

const cellWidth = 8.4;
const cellHeight = 18;
const margin = 12;

/** The colours of a terminal. */
export type Paper = {
	/** The sixteen that have a name. */
	readonly palette: readonly string[];
	readonly foreground: string;
	readonly background: string;
};

export const dark: Paper = {
	palette: [
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
	],
	foreground: '#d0d4d9',
	background: '#16181c',
};

export const light: Paper = {
	palette: [
		'#24292e',
		'#cf222e',
		'#116329',
		'#7d4e00',
		'#0550ae',
		'#8250df',
		'#1b7c83',
		'#6e7781',
		'#57606a',
		'#a40e26',
		'#1a7f37',
		'#633c01',
		'#0969da',
		'#a475f9',
		'#3192aa',
		'#8c959f',
	],
	foreground: '#24292e',
	background: '#ffffff',
};

const hex = (value: number): string => value.toString(16).padStart(2, '0');

const levels = [0, 95, 135, 175, 215, 255] as const;

/** A colour of the palette of 256. */
const paletteColor = (index: number, {palette}: Paper): string => {
	if (index < 16) {
		return palette[index]!;
	}

	if (index >= 232) {
		return `#${hex(8 + (index - 232) * 10).repeat(3)}`;
	}

	const cube = index - 16;
	return `#${[Math.floor(cube / 36), Math.floor(cube / 6) % 6, cube % 6].map(level => hex(levels[level]!)).join('')}`;
};

const colorsOf = (cell: IBufferCell, paper: Paper): {readonly text: string; readonly behind: string} => {
	const rgb = (color: number) => `#${color.toString(16).padStart(6, '0')}`;
	const text = cell.isFgRGB()
		? rgb(cell.getFgColor())
		: cell.isFgPalette()
			? paletteColor(cell.getFgColor(), paper)
			: paper.foreground;
	const behind = cell.isBgRGB()
		? rgb(cell.getBgColor())
		: cell.isBgPalette()
			? paletteColor(cell.getBgColor(), paper)
			: paper.background;
	return cell.isInverse() ? {text: behind, behind: text} : {text, behind};
};

const escape = (text: string): string =>
	text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Neighbouring cells of one look. */
type Run = {
	readonly column: number;
	text: string;
	cells: number;
	readonly look: string;
	readonly behind: string;
};

const lookOf = (cell: IBufferCell, color: string): string =>
	`fill="${color}"${cell.isBold() ? ' font-weight="bold"' : ''}${cell.isDim() ? ' fill-opacity="0.6"' : ''}${cell.isUnderline() ? ' text-decoration="underline"' : ''}`;

/** The runs of one row; a two-column character is a run of its own, so that what follows stays in its column. */
const runsOf = (line: IBufferLine, columns: number, paper: Paper): Run[] => {
	const runs: Run[] = [];
	for (let column = 0; column < columns; column++) {
		const cell = line.getCell(column);
		const width = cell?.getWidth() ?? 0;
		if (!cell || width === 0) {
			continue;
		}

		const {text: color, behind} = colorsOf(cell, paper);
		const look = lookOf(cell, color);
		const last = runs.at(-1);
		const text = cell.getChars() || ' ';
		if (last?.look === look && last.behind === behind && width === 1 && last.cells === last.text.length) {
			last.text += text;
			last.cells += 1;
		} else {
			runs.push({column, text, cells: width, look, behind});
		}
	}

	return runs;
};

/** What a row shows, its backgrounds first; '' for an empty one. */
const drawRow = (line: IBufferLine | undefined, row: number, columns: number, paper: Paper): string => {
	const runs = line ? runsOf(line, columns, paper) : [];
	const y = margin + row * cellHeight;
	const place = ({column, cells}: Run) =>
		[(margin + column * cellWidth).toFixed(1), (cells * cellWidth).toFixed(1)] as const;
	const backgrounds = runs
		.filter(({behind}) => behind !== paper.background)
		.map(run => {
			const [x, width] = place(run);
			return `<rect x="${x}" y="${y}" width="${width}" height="${cellHeight}" fill="${run.behind}"/>`;
		});
	const texts = runs
		.filter(({text}) => text.trim() !== '')
		.map(run => {
			const [x, width] = place(run);
			return `<text x="${x}" y="${y + 13}" textLength="${width}" lengthAdjust="spacingAndGlyphs" ${run.look}>${escape(run.text)}</text>`;
		});
	return [...backgrounds, ...texts].join('\n');
};

/** What is on the screen now, a string for each row. */
export const drawRows = ({buffer, rows, cols}: Terminal, paper: Paper): readonly string[] =>
	Array.from({length: rows}, (_, row) =>
		drawRow(buffer.active.getLine(buffer.active.viewportY + row), row, cols, paper),
	);

const frame = (
	{rows, cols}: Pick<Terminal, 'rows' | 'cols'>,
	paper: Paper,
	contents: readonly string[],
	style = '',
): string => {
	const width = Math.ceil(cols * cellWidth + margin * 2);
	const height = rows * cellHeight + margin * 2;
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
		...(style === '' ? [] : [`<style>${style}</style>`]),
		`<rect width="100%" height="100%" rx="6" fill="${paper.background}"/>`,
		'<g font-family="DejaVu Sans Mono, Menlo, Consolas, monospace" font-size="14" xml:space="preserve">',
		...contents.filter(text => text !== ''),
		'</g>',
		'</svg>',
		'',
	].join('\n');
};

/** The picture of what is on the screen now. */
export const drawScreen = (terminal: Terminal, paper: Paper): string =>
	frame(terminal, paper, drawRows(terminal, paper));

/** A screen of a moving picture, and for how long it stands, s. */
export type Still = {readonly rows: readonly string[]; readonly seconds: number};

/** Rows that stand unchanged over several screens are drawn once, and seen as long as they stand. */
export const drawMoving = (
	size: Pick<Terminal, 'rows' | 'cols'>,
	stills: readonly Still[],
	paper: Paper,
): string => {
	const whole = stills.reduce((sum, {seconds}) => sum + seconds, 0);
	const ends = stills.map((_, index) =>
		stills.slice(0, index + 1).reduce((sum, {seconds}) => sum + seconds, 0),
	);
	const percent = (seconds: number) => `${((seconds / whole) * 100).toFixed(2)}%`;
	const styles = new Map<string, string>();
	const draw = (row: number, first: number, last: number): string => {
		const name = `s${first}-${last}`;
		const [from, to] = [ends[first - 1] ?? 0, ends[last]!];
		const shown = `${percent(from)}{visibility:visible}`;
		const hidden = to === whole ? '' : `${percent(to)}{visibility:hidden}`;
		styles.set(
			name,
			`@keyframes ${name}{0%{visibility:${first === 0 ? 'visible' : 'hidden'}}${shown}${hidden}}.${name}{animation:${name} ${whole}s step-end infinite}`,
		);
		const text = stills[first]!.rows[row]!;
		return text === '' ? '' : `<g class="${name}">\n${text}\n</g>`;
	};

	/** The first and the last screen of each stretch over which a row stands unchanged. */
	const stretchesOf = (row: number): ReadonlyArray<readonly [first: number, last: number]> => {
		const firsts = stills.flatMap((still, index) =>
			index > 0 && stills[index - 1]!.rows[row] === still.rows[row] ? [] : [index],
		);
		return firsts.map((first, index) => [first, (firsts[index + 1] ?? stills.length) - 1]);
	};

	const contents = Array.from({length: size.rows}, (_, row) =>
		stretchesOf(row).map(([first, last]) => draw(row, first, last)),
	).flat();
	return frame(size, paper, contents, styles.values().toArray().join('\n'));
};
