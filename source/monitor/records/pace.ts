/** How fast a subtask is, and how much is left, in bytes. */
import {parsePosition} from '../../dm/positions/binlog.js';
import {bytesBetween, endOf} from '../measuring/binlog-files.js';
import {checkpointPace} from '../measuring/checkpoint.js';
import {rate} from '../measuring/meter.js';
import type {SubtaskRecord} from './records.js';

/** Bytes/s: of dump or load; of the checkpoint's progress in the binlog for Sync. Undefined while unknown. */
export const bytesPerSecond = ({subtask, bytes, checkpoint, at}: SubtaskRecord): number | undefined => {
	const {unit, stage, dump, load} = subtask;
	if (unit === 'Sync') {
		return checkpoint && checkpointPace(checkpoint, at);
	}

	const measured = bytes && rate(bytes);
	if (measured !== undefined || stage !== 'Running') {
		return measured;
	}

	const said = unit === 'Load' ? load?.bps : dump?.bps;
	return said === undefined ? undefined : Number(said);
};

/**
 * Bytes from the checkpoint of Sync to the end of the upstream's binlog; undefined where one of them is not known, or the
 * length of a file between them.
 */
export const bytesBehind = ({
	subtask: {sync},
	place: {distance},
	source,
}: SubtaskRecord): number | undefined => {
	if (!sync || !distance) {
		return undefined;
	}

	if (distance.files === 0) {
		return distance.bytes;
	}

	const end = endOf(source.files, sync.masterBinlog);
	const checkpoint = parsePosition(sync.syncerBinlog);
	return end && checkpoint && bytesBetween(source.files, checkpoint, end);
};
