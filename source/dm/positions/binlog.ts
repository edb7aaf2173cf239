/** Binlog positions as DM prints them: parsing, order, distance, short texts. */

/** A position in the upstream's binlog. */
export type BinlogPosition = {
	/** The file without its number: `mysql-bin`. */
	readonly base: string;
	/** The file's number: 2 of `mysql-bin.000002`. */
	readonly number: number;
	/** The upstream's name of the file: `mysql-bin.000002`. */
	readonly name: string;
	/** Bytes from the beginning of the file. */
	readonly position: number;
	/** The `000001` in a relay log's `mysql-bin|000001.000002`: how often the relay has changed its upstream server. */
	readonly relaySuffix?: string;
};

/** A position and the GTID set there ('' when unknown), as DM prints it in errors and in `firstLocation`. */
export type BinlogLocation = {readonly position: BinlogPosition; readonly gtidSet: string};

/**
 * From one position to a later one. Within one file the bytes are exact; across several the sizes of the files between
 * are not known, and `bytes` only counts those in the newest one (a lower bound).
 */
export type BinlogDistance = {readonly files: number; readonly bytes: number};

const file = /^(?<base>[^\s\(\),\|]+?)(?:\|(?<suffix>\d{1,10}))?\.(?<number>\d{1,10})$/v;
const pair = /^\((?<file>[^\(\),]{1,400}),\s*(?<position>\d{1,15})\s*\)$/v;
const colon = /^(?<file>[^\(\),]{1,400}):(?<position>\d{1,15})$/v;
const location =
	/^position:\s*(?<pair>\([^\(\)]{1,420}\))(?:,\s*gtid-set:\s?(?<gtidSet>.*?))?(?:,\s*suffix:\s*\d+)?$/sv;

const readPosition = (text: string): BinlogPosition | undefined => {
	const trimmed = text.trim();
	const match = (pair.exec(trimmed) ?? colon.exec(trimmed))?.groups;
	const parts = match && file.exec(match['file']!.trim())?.groups;
	if (!parts) {
		return undefined;
	}

	const {base, suffix, number} = parts;
	return {
		base: base!,
		number: Number(number),
		name: `${base!}.${number!}`,
		position: Number(match['position']),
		...(suffix !== undefined && {relaySuffix: suffix}),
	};
};

/** The same few positions are needed again and again: the last ones are cached. */
const lastRead: Array<{readonly text: string; readonly position: BinlogPosition | undefined}> = [];

/** Positions kept: the checkpoint, the upstream's and the relay's end, and those of the answer before. */
const mostRead = 6;

let nextRead = 0;

/**
 * The position of `(mysql-bin.000001, 4)`, `(mysql-bin|000001.000002, 4)` or `mysql-bin.000001:4`; undefined for any
 * other text, including '' and `(, 0)`, which DM prints for an unknown position.
 */
export const parsePosition = (text: string): BinlogPosition | undefined => {
	const known = lastRead.find(read => read.text === text);
	if (known) {
		return known.position;
	}

	const position = readPosition(text);
	lastRead[nextRead] = {text, position};
	nextRead = (nextRead + 1) % mostRead;
	return position;
};

/**
 * The location of `position: (mysql-bin.000001, 223136243), gtid-set: 1-1-575` (binlog.Location.String in
 * dm/pkg/binlog), or of a position alone; undefined for any other text.
 */
export const parseLocation = (text: string): BinlogLocation | undefined => {
	const groups = location.exec(text.trim())?.groups;
	const position = parsePosition(groups?.['pair'] ?? text);
	return position && {position, gtidSet: groups?.['gtidSet']?.trim() ?? ''};
};

/** What DM prints before there is a position: a file without a name. */
const noFile = /^\(\s*,\s*\d{1,15}\s*\)$/v;

/** True when DM says where something is and that cannot be read: neither a position nor its text for none. */
export const isUnreadable = (text: string): boolean =>
	text.trim() !== '' && parsePosition(text) === undefined && !noFile.test(text.trim());

const haveSameLine = (left: BinlogPosition, right: BinlogPosition): boolean =>
	left.base === right.base &&
	(left.relaySuffix === undefined ||
		right.relaySuffix === undefined ||
		Number(left.relaySuffix) === Number(right.relaySuffix));

/** Below 0 when `left` is earlier; undefined when their file names differ. */
export const comparePositions = (left: BinlogPosition, right: BinlogPosition): number | undefined => {
	if (!haveSameLine(left, right)) {
		return undefined;
	}

	return left.number === right.number ? left.position - right.position : left.number - right.number;
};

const distanceOf = (from: BinlogPosition, to: BinlogPosition): BinlogDistance | undefined => {
	const order = comparePositions(from, to);
	if (order === undefined) {
		return undefined;
	}

	if (order >= 0) {
		return {files: 0, bytes: 0};
	}

	const files = to.number - from.number;
	return {files, bytes: files === 0 ? to.position - from.position : to.position};
};

/**
 * How far `to` is ahead of `from`, both as DM prints them: zero when it is behind, undefined when one of them is not a
 * position or their file names differ.
 */
export const binlogDistance = (from: string, to: string): BinlogDistance | undefined => {
	const start = parsePosition(from);
	const end = parsePosition(to);
	return start && end && distanceOf(start, end);
};

/** True when `checkpoint` is past `end`, both as DM prints them, and their file names match. */
export const isPast = (checkpoint: string, end: string): boolean => {
	const from = checkpoint === end ? undefined : parsePosition(checkpoint);
	const to = from && parsePosition(end);
	return to !== undefined && (comparePositions(from!, to) ?? 0) > 0;
};

/** The header that a server writes to a new file is no longer than this, bytes; any transaction makes it longer. */
const emptyFile = 400;

/** True when a file that ends there has no transaction in it yet; `end` as DM prints it. */
export const isEmptyFile = (end: string): boolean => (parsePosition(end)?.position ?? Infinity) <= emptyFile;

/** `mysql-bin.000001:4`, as parsePosition reads it, without the suffix of a relay. */
export const positionText = ({name, position}: BinlogPosition): string => `${name}:${position}`;

/** `000001:4`: enough to tell positions of one source apart in a narrow column. */
export const shortPositionText = ({name, base, position}: BinlogPosition): string =>
	`${name.slice(base.length + 1)}:${position}`;
