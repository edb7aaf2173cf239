import {Box} from 'ink';
import {type Line, cutLine, fitLine, lineWidth, span} from '../../components/line.js';
import {Lines} from '../../components/lines.js';
import {useTheme} from '../../components/theme/use-theme.js';

type Props = {
	readonly title: Line;
	/** The lines inside, each at most `innerWidth` columns. */
	readonly lines: readonly Line[];
	/** The columns inside its frame. */
	readonly innerWidth: number;
	/** The terminal. */
	readonly width: number;
	readonly height: number;
};

/** Columns inside of a frame that its title leaves to the frame. */
export const titleEdge = 2;

/** A framed box over the middle of the screen; the screen behind it keeps updating. */
export function Overlay({title, lines, innerWidth, width, height}: Props) {
	const {symbols} = useTheme();
	const [topLeft, topRight, bottomLeft, bottomRight, side, stroke] = symbols.isAscii
		? ['+', '+', '+', '+', '|', '-']
		: ['┌', '┐', '└', '┘', '│', '─'];
	const outer = innerWidth + 4;
	const shown = lines.slice(0, Math.max(1, height - 4));
	const shownTitle = cutLine(title, Math.max(0, innerWidth - titleEdge));
	const head: Line = [
		span(`${topLeft}${stroke} `, 'info'),
		...shownTitle,
		span(` ${stroke.repeat(Math.max(0, outer - lineWidth(shownTitle) - 5))}${topRight}`, 'info'),
	];
	const framed: Line[] = [
		head,
		...shown.map((line): Line => [
			span(`${side} `, 'info'),
			...fitLine(line, innerWidth),
			span(` ${side}`, 'info'),
		]),
		[span(`${bottomLeft}${stroke.repeat(outer - 2)}${bottomRight}`, 'info')],
	];
	return (
		<Box
			position="absolute"
			marginLeft={Math.max(0, Math.floor((width - outer) / 2))}
			marginTop={Math.max(0, Math.floor((height - framed.length) / 2))}
		>
			<Lines lines={framed} width={outer} />
		</Box>
	);
}
