/** The states of a cluster's parts, from what the recorded answers say of each. */
import type {LoadJson, SyncJson, ValidationJson} from '../../../../source/simulator/answers/messages.js';
import type {LoadState, SyncState} from '../../../../source/simulator/model/model.js';
import type {ValidationModel} from '../../../../source/simulator/model/validation.js';
import type {Upstream} from '../../../../source/simulator/model/upstream.js';
import type {Places} from '../places.js';
import type {RecordedSource} from './recording.js';

/** For the dice of a state that stands still. */
export const noRecording = (): never => {
	throw new Error('a recorded state stands still: nothing in it throws dice');
};

/** Where the first event of a file stands. */
export const header = 330;

export const createUpstream = (server: string, spec: RecordedSource | undefined): Upstream => ({
	flavor: spec?.flavor ?? 'mariadb',
	server,
	filePrefix: 'mysql-bin',
	host: spec?.host ?? '127.0.0.1',
	port: spec?.port ?? 3306,
	rate: 0,
	rowsPerTransaction: 1,
	bytesPerTransaction: 1,
	fileSize: 1e12,
	random: noRecording,
	transaction: 1,
	isReachable: true,
	isFrozen: false,
	tide: 1,
	rotations: [],
	samples: [],
	samplesFrom: 0,
});

export const loadState = (load: LoadJson, worker: string): LoadState => ({
	totalBytes: Number(load.totalBytes),
	finishedBytes: Number(load.finishedBytes),
	speed: 0,
	bps: Number(load.bps),
	worker,
});

export const syncState = (sync: SyncJson, checkpoint: number, shards: SyncState['shards']): SyncState => ({
	transaction: Math.max(
		checkpoint,
		...shards
			.flatMap(({tables}) => tables)
			.map(table => table.transaction)
			.filter(transaction => Number.isFinite(transaction)),
	),
	checkpoint,
	flushPhase: 0,
	capacity: 0,
	share: 1,
	rows: Number(sync.totalRows),
	startedAt: 0,
	recentRps: Number(sync.recentRps),
	totalRps: Number(sync.totalRps),
	secondsBehind: Number(sync.secondsBehindMaster),
	gaps: [],
	shards,
});

const counts = (text: string): readonly number[] => text.split(': ', 2)[1]?.split('/').map(Number) ?? [];

export const validationState = (validation: ValidationJson, places: Places): ValidationModel => {
	const [inserts = 0, updates = 0, deletes = 0] = counts(validation.processedRowsStatus);
	const [pendingInserts = 0, pendingUpdates = 0, pendingDeletes = 0] = counts(validation.pendingRowsStatus);
	return {
		mode: validation.mode as ValidationModel['mode'],
		stage: validation.stage as ValidationModel['stage'],
		result: undefined,
		transaction: places.note(validation.validatorBinlog, validation.validatorBinlogGtid),
		inserts,
		updates,
		deletes,
		pending: {inserts: pendingInserts, updates: pendingUpdates, deletes: pendingDeletes},
		cutover: '',
		rows: [],
		storesAt: Infinity,
	};
};
