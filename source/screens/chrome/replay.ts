/** The line of a replay on the screen. */
import {type Line, lineWidth, span} from '../../components/line.js';
import {formatTime} from '../../components/quantity.js';
import type {Symbols} from '../../components/symbols.js';
import {say} from '../../language/say.js';
import type {Playback} from '../../providers/provider.js';

/** The position in the recording: a line from its start to its end, with errors and events marked. */
export const scrubberLine = (replay: Playback, symbols: Symbols, width: number): Line => {
	const {start, end, position, marks, isPaused, speed, problem} = replay;
	const doing = isPaused ? (position >= end ? say('ended') : say('paused')) : say('playing');
	const left: Line = [
		span(` ${doing}`, isPaused ? 'warn' : 'good'),
		span(` ${speed}x `, 'dim'),
		span(`${formatTime(position)}  `, 'strong'),
		span(formatTime(start), 'dim'),
		span(' '),
	];
	const right: Line = [
		span(` ${formatTime(end)}`, 'dim'),
		...(problem === '' ? [] : [span(`  ${problem}`, 'warn')]),
	];
	const used = lineWidth(left) + lineWidth(right);
	const columns = Math.max(10, width - used - 1);
	const columnOf = (at: number): number =>
		Math.min(columns - 1, Math.max(0, Math.floor(((at - start) / Math.max(1, end - start)) * columns)));
	const here = columnOf(position);
	const [errors, events] = (['error', 'event'] as const).map(
		kind => new Set(marks.filter(mark => mark.kind === kind).map(({at}) => columnOf(at))),
	);
	return [
		...left,
		...Array.from({length: columns}, (_, column) => {
			if (column === here) {
				return span(symbols.live, 'marker');
			}

			return errors!.has(column)
				? span('x', 'bad')
				: span(events!.has(column) ? symbols.column : symbols.rule, column < here ? 'info' : 'dim');
		}),
		...right,
	];
};
