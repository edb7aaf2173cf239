import {createContext, useContext} from 'react';
import {Box, Text} from 'ink';
import {type Line, fillLines} from './line.js';
import {paintLine} from './theme/paint-line.js';
import {useTheme} from './theme/use-theme.js';

type Props = {
	/** From top to bottom. A line that is the same object as before is not drawn again. */
	readonly lines: readonly Line[];
	/** In columns; every line is cut or padded to it. */
	readonly width: number;
	/** In rows; lines beyond it are left out, missing ones are blank. Default: as many as there are lines. */
	readonly height?: number;
};

/** What Ink is given for a painted line: the line itself, or a shorter placeholder if the output supports that. */
const PlaceholderContext = createContext((painted: string): string => painted);

/** Gives Ink a placeholder for each line below it, made by the terminal that it writes to: see `Terminal.placeholder`. */
export const PlaceholderProvider = PlaceholderContext.Provider;

/** Lines of styled text, each one row high: a single Ink node for all of them, since every node costs time. */
export function Lines({lines, width, height = lines.length}: Props) {
	const {paint} = useTheme();
	const placeholder = useContext(PlaceholderContext);
	const rows = fillLines(lines, height).map(line => placeholder(paintLine(line, width, paint)));
	return (
		<Box width={width} height={height} flexShrink={0}>
			<Text wrap="truncate">{rows.join('\n')}</Text>
		</Box>
	);
}
