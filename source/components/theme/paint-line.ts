/** Painted lines, each kept as long as its line: what is drawn again costs nothing. */
import {type Line, fitLine} from '../line.js';
import type {Theme} from './theme.js';

type Painted = {readonly width: number; readonly paint: Theme['paint']; readonly text: string};

const paintedLines = new WeakMap<Line, Painted>();

/** A line cut or padded to `width` columns, with its escape codes. */
export const paintLine = (line: Line, width: number, paint: Theme['paint']): string => {
	const painted = paintedLines.get(line);
	if (painted?.width === width && painted.paint === paint) {
		return painted.text;
	}

	const text = paint(fitLine(line, width)) || ' ';
	paintedLines.set(line, {width, paint, text});
	return text;
};
