/** Hints at keys, for the last line of a screen. */
import {type Line, joinLines, lineWidth, span} from '../../components/line.js';

/** A key and what it does. */
export type Hint = {
	/** As the screen shows it. */
	readonly key: string;
	readonly does: string;
	/** Of two hints that do not both fit, the one with the higher priority stays. */
	readonly priority: number;
};

const gap = span('  ');

const hintLine = ({key, does}: Hint): Line => [span(key, 'key'), span(` ${does}`, 'dim')];

/** The hints in their order. */
export const hintsLine = (hints: readonly Hint[]): Line =>
	hints.length === 0
		? []
		: [
				span(' '),
				...joinLines(
					hints.map(hint => hintLine(hint)),
					gap,
				),
			];

/** As many of them as fit, by priority, each as a whole. */
export const fittingHints = (hints: readonly Hint[], width: number): Line => {
	const byPriority = hints.toSorted((left, right) => right.priority - left.priority);
	let shown: readonly Hint[] = [];
	for (const hint of byPriority) {
		const more = [...shown, hint];
		if (lineWidth(hintsLine(more)) > width) {
			break;
		}

		shown = more;
	}

	return hintsLine(hints.filter(hint => shown.includes(hint)));
};
