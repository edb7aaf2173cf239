import {subtaskAnswer} from '../../dm/recorded.js';

/** A dump that has finished so many rows. */
export const dumping = (finishedRows: number) =>
	subtaskAnswer('orders', {
		unit: 'Dump',
		dump: {
			totalTables: '10',
			completedTables: 0,
			finishedBytes: finishedRows * 10,
			finishedRows,
			estimateTotalRows: 1000,
			bps: '0',
			progress: '',
		},
	});
