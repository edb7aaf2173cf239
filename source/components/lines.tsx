import {Box, Text} from 'ink';
import {type Line, fitLine} from './line.js';
import {useTheme} from './theme.js';

export type Props = {
	/** From top to bottom. */
	readonly lines: readonly Line[];
	/** Columns; every line is cut or filled to it. */
	readonly width: number;
	/** Rows; lines beyond it are left out, blank ones are added. Default: as many as there are lines. */
	readonly height?: number;
};

/** Lines of styled text, each one row high: one Ink node a row, since a node a cell costs a third more. */
export function Lines({lines, width, height = lines.length}: Props) {
	const {paint} = useTheme();
	return (
		<Box flexDirection="column" width={width} height={height} flexShrink={0}>
			{Array.from({length: height}, (_, row) => (
				// Rows have no identity of their own: the one at a place is drawn anew.
				<Text key={row} wrap="truncate">
					{paint(fitLine(lines[row] ?? [], width)) || ' '}
				</Text>
			))}
		</Box>
	);
}
