/**
 * Which relay logs of a source are no longer read.
 */
import {type BinlogPosition, comparePositions, parsePosition} from '../dm/positions/binlog.js';
import type {SourceView} from '../monitor/view.js';

/** The oldest binlog file that the relay or a task on the source still needs; '' when unknown. */
export const oldestNeededFile = ({relay, subtasks}: SourceView): string => {
	const written = parsePosition(relay?.relayBinlog ?? '');
	if (!written) {
		return '';
	}

	let oldest: BinlogPosition = written;
	for (const {subtask} of subtasks) {
		if (subtask.unit !== 'Sync') {
			continue;
		}

		const read = parsePosition(subtask.sync?.syncerBinlog ?? '');
		const order = read && comparePositions(read, oldest);
		if (!read || order === undefined) {
			return '';
		}

		oldest = order < 0 ? read : oldest;
	}

	return oldest.name;
};

/** The tasks on the source that have not yet read everything before `file`, a binlog file's name. */
export const readersBefore = ({subtasks}: SourceView, file: string): readonly string[] => {
	const end = parsePosition(`${file}:0`);
	return subtasks
		.filter(({subtask}) => {
			const read = parsePosition(subtask.sync?.syncerBinlog ?? '');
			return end && read && (comparePositions(read, end) ?? 0) < 0;
		})
		.map(({subtask}) => subtask.task);
};
