/**
 * The upstream's binlog as a picture in one line: the saved checkpoint, the end of the relay log, the end of the binlog, and
 * how far they are from each other.
 */
import {type Line, type Style, lineWidth, span} from '../../components/line.js';
import type {Symbols} from '../../components/symbols.js';
import {type BinlogDistance, binlogDistance, parsePosition} from '../../dm/positions/binlog.js';
import type {Subtask} from '../../dm/status.js';
import {shortDistance} from '../cells/cells.js';
import {say} from '../../language/say.js';
import type {Phrase} from '../../language/text.js';

/** A point of the binlog. */
type Point = {readonly name: Phrase; readonly text: string; readonly note: string; readonly style: Style};

/** `000088:725886232`: which file and where; '' where DM does not know it. */
const positionText = (text: string): string => {
	const position = parsePosition(text);
	return position ? `${position.name.slice(position.base.length + 1)}:${position.position}` : '';
};

/** The least and the greatest width of a distance's line, besides its text. */
const strokes = {least: 2, most: 24};

const isNothing = ({files, bytes}: BinlogDistance): boolean => files === 0 && bytes === 0;

/** The distance between two points, drawn with so many strokes. */
const gapLine = (distance: BinlogDistance | undefined, length: number, {rule, isAscii}: Symbols): Line => {
	if (!distance) {
		return [span(' ? ', 'warn')];
	}

	if (isNothing(distance)) {
		return [span(' = ', 'good')];
	}

	const [from, to] = isAscii ? ['|', '|'] : ['├', '┤'];
	const half = Math.ceil(length / 2);
	return [
		span(` ${from}${rule.repeat(half)} `, 'dim'),
		span(shortDistance(distance)),
		span(` ${rule.repeat(length - half)}${to} `, 'dim'),
	];
};

/** Points in the order of the binlog; the relay only where it is in between. */
const pointsOf = ({sync, relay}: Subtask): readonly Point[] => {
	if (!sync) {
		return [];
	}

	const isRelayed = relay && sync.binlogType !== 'remote';
	return [
		{name: 'checkpoint', text: sync.syncerBinlog, note: '', style: 'plain'},
		...(isRelayed
			? [
					{
						name: 'relay',
						text: relay.relayBinlog,
						note: relay.stage === 'Running' ? '' : ` ${relay.stage}`,
						style: 'bad',
					} as const,
				]
			: []),
		{name: 'upstream', text: sync.masterBinlog, note: '', style: 'plain'},
	];
};

const pointLine = ({name, text, note, style}: Point): Line => {
	const position = positionText(text);
	return [
		span(`${say(name)} `, 'dim'),
		position === '' ? span(say('unknown'), 'warn') : span(position),
		...(note === '' ? [] : [span(note, style)]),
	];
};

/** The lengths of distances in strokes, by their bytes; a file counts as much as the greatest exact distance. */
const lengthsOf = (
	distances: ReadonlyArray<BinlogDistance | undefined>,
	space: number,
): readonly number[] => {
	const weights = distances.map(distance =>
		distance ? (distance.files > 0 ? 2 ** 30 * distance.files : distance.bytes) : 0,
	);
	const sum = weights.reduce((total, weight) => total + weight, 0);
	return weights.map(weight => {
		const share = sum === 0 ? 0 : Math.floor((space * weight) / sum);
		return Math.min(strokes.most, Math.max(strokes.least, share));
	});
};

/** The picture of a Sync subtask in at most `width` columns; [] when it does not fit. */
export const binlogPicture = (
	subtask: Subtask,
	{width, symbols}: {readonly width: number; readonly symbols: Symbols},
): Line => {
	const points = pointsOf(subtask);
	if (points.length === 0) {
		return [];
	}

	const distances = points.slice(1).map(({text}, index) => binlogDistance(points[index]!.text, text));
	const drawn = (lengths: readonly number[]): Line =>
		points.flatMap((point, index): Line => [
			...(index === 0 ? [] : gapLine(distances[index - 1], lengths[index - 1]!, symbols)),
			...pointLine(point),
		]);
	const least = drawn(distances.map(() => 0));
	return drawn(lengthsOf(distances, width - lineWidth(least)));
};
