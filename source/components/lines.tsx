import {createContext, useContext} from 'react';
import {Box, Text} from 'ink';
import {type Line, fitLine} from './line.js';
import {type Theme, useTheme} from './theme.js';

export type Props = {
	/** From top to bottom. A line that is the same object as before costs nothing. */
	readonly lines: readonly Line[];
	/** Columns; every line is cut or filled to it. */
	readonly width: number;
	/** Rows; lines beyond it are left out, blank ones are added. Default: as many as there are lines. */
	readonly height?: number;
};

/** What Ink is given in place of a painted line: the line itself, unless what Ink writes to knows something shorter. */
const PlaceholderContext = createContext((painted: string): string => painted);

/** Gives Ink a placeholder for each line below it, made by the terminal that it writes to: see `Terminal.placeholder`. */
export const PlaceholderProvider = PlaceholderContext.Provider;

type Painted = {readonly width: number; readonly paint: Theme['paint']; readonly text: string};

const paintedLines = new WeakMap<Line, Painted>();

const blank: Line = [];

const paintLine = (line: Line, width: number, paint: Theme['paint']): string => {
	const painted = paintedLines.get(line);
	if (painted?.width === width && painted.paint === paint) {
		return painted.text;
	}

	const text = paint(fitLine(line, width)) || ' ';
	paintedLines.set(line, {width, paint, text});
	return text;
};

/** Lines of styled text, each one row high: one Ink node for all, since each node has its own price. */
export function Lines({lines, width, height = lines.length}: Props) {
	const {paint} = useTheme();
	const placeholder = useContext(PlaceholderContext);
	const rows = Array.from({length: height}, (_, row) =>
		placeholder(paintLine(lines[row] ?? blank, width, paint)),
	);
	return (
		<Box width={width} height={height} flexShrink={0}>
			<Text wrap="truncate">{rows.join('\n')}</Text>
		</Box>
	);
}
