/** Where a subtask's checkpoint is relative to the end of its upstream's binlog. */
import {binlogDistance, isEmptyFile, type BinlogDistance} from '../../dm/positions/binlog.js';
import {missingTransactions, parseGtidSet} from '../../dm/positions/gtid.js';
import type {Sync} from '../../dm/status.js';

/**
 * The checkpoint may be read slightly later than the end of the upstream's binlog: it is then past that end by no more
 * than this, in the same file or the next one, bytes.
 */
const moment = 4 * 1024 * 1024;

/** Being past the end for longer than this has another reason, ms. */
const moments = 10_000;

/** What is known after an answer. */
export type CheckpointPlace = {
	/** From the checkpoint to the end; undefined when one of them is not known, or their file names differ. */
	readonly distance?: BinlogDistance;
	/** True when the checkpoint includes everything in the upstream. */
	readonly isLevel: boolean;
	/** True when the checkpoint is past the end: it belongs to another binlog. */
	readonly isBeyond: boolean;
	/** Since when it was seen past the end; ms since the epoch. */
	readonly pastSince?: number;
	/** Since when the end is in a later file than the checkpoint; ms since the epoch. */
	readonly filesSince?: number;
	/** The checkpoint at which it was last level. */
	readonly levelAt?: string;
};

/** Nothing is known. */
export const nowhere: CheckpointPlace = {isLevel: false, isBeyond: false};

const level: BinlogDistance = {files: 0, bytes: 0};

const isZero = ({files, bytes}: BinlogDistance): boolean => files === 0 && bytes === 0;

/** True when all transactions of the checkpoint are in the upstream, whatever the names of the files. */
const isContained = ({masterBinlogGtid, syncerBinlogGtid}: Sync): boolean => {
	const master = parseGtidSet(masterBinlogGtid);
	const syncer = parseGtidSet(syncerBinlogGtid);
	return master !== undefined && syncer !== undefined && missingTransactions(master, syncer) === 0n;
};

const pastEnd = (sync: Sync, past: BinlogDistance, since: number, at: number): CheckpointPlace => {
	if (isContained(sync)) {
		return nowhere;
	}

	const isClear = past.files > 1 || past.bytes > moment || at - since >= moments;
	return isClear
		? {isLevel: false, isBeyond: true, pastSince: since}
		: {distance: level, isLevel: true, isBeyond: false, pastSince: since, levelAt: sync.syncerBinlog};
};

/** True when the upstream has only begun a new file since the checkpoint was level. */
const isRotated = (
	{syncerBinlog, masterBinlog}: Sync,
	distance: BinlogDistance,
	before: CheckpointPlace,
): boolean => distance.files === 1 && before.levelAt === syncerBinlog && isEmptyFile(masterBinlog);

/** What is known after an answer of Sync at `at`, ms since the epoch; `before` is the previous value. */
export const placeAfter = (sync: Sync, before: CheckpointPlace, at: number): CheckpointPlace => {
	const {syncerBinlog, masterBinlog, synced} = sync;
	const distance = binlogDistance(syncerBinlog, masterBinlog);
	if (masterBinlog !== '' && synced === true) {
		return {distance: distance && level, isLevel: true, isBeyond: false, levelAt: syncerBinlog};
	}

	if (!distance) {
		return {...nowhere, levelAt: before.levelAt};
	}

	if (isZero(distance)) {
		const past = binlogDistance(masterBinlog, syncerBinlog)!;
		return isZero(past)
			? {distance, isLevel: true, isBeyond: false, levelAt: syncerBinlog}
			: pastEnd(sync, past, before.pastSince ?? at, at);
	}

	return {
		distance,
		isLevel: isRotated(sync, distance, before),
		isBeyond: false,
		...(distance.files > 0 && {filesSince: before.filesSince ?? at}),
		levelAt: before.levelAt,
	};
};
