import {type Line, type Span, joinLines, lineWidth} from '../../components/line.js';

/** As many pieces as fit, by priority; empty ones are left out. */
export const fitting = (pieces: readonly Line[], separator: Span, width: number): Line => {
	let shown: readonly Line[] = [];
	for (const piece of pieces) {
		if (piece.length === 0) {
			continue;
		}

		if (lineWidth(joinLines([...shown, piece], separator)) <= width) {
			shown = [...shown, piece];
		}
	}

	return joinLines(shown, separator);
};
