/** Continuous validation: it follows the syncer's checkpoint, compares rows, and stores its results periodically. */
import type {SubtaskModel} from '../model/model.js';
import {between, wholeNumber} from '../model/random.js';
import {quoted, tablesOf} from '../model/tables.js';
import {storeEvery, type ValidationModel} from '../model/validation.js';

const none = {inserts: 0, updates: 0, deletes: 0} as const;

/** The number of differing rows in each state, of those that are stored or were found since the start. */
export const countRows = ({
	rows,
}: ValidationModel): Readonly<Record<'new' | 'ignored' | 'resolved', number>> => {
	const counts = {new: 0, ignored: 0, resolved: 0};
	for (const row of rows) {
		counts[row.status] += 1;
	}

	return counts;
};

/** The rows that `validation show-error` can list: those that are stored downstream. */
export const storedRows = ({rows}: ValidationModel, now: number): ValidationModel['rows'] =>
	rows.filter(row => row.storedAt <= now);

/** Starts a validator of a subtask at the syncer's position, or continues from its last one. */
export const startValidation = (
	subtask: SubtaskModel,
	mode: ValidationModel['mode'],
	{now, from}: {readonly now: number; readonly from?: number},
): void => {
	const before = subtask.validation;
	subtask.validation = {
		mode,
		stage: 'Running',
		result: undefined,
		transaction: from ?? before?.transaction ?? subtask.sync?.checkpoint,
		...none,
		pending: none,
		cutover: before?.cutover ?? '',
		rows: before?.rows ?? [],
		storesAt: now + storeEvery,
	};
};

/** Stops a validator: its counts, and results that are not stored, are lost. */
export const stopValidation = (
	validation: ValidationModel,
	now: number,
	result?: ValidationModel['result'],
): void => {
	validation.stage = 'Stopped';
	validation.result = result ?? {isCanceled: true, errors: []};
	validation.rows = storedRows(validation, now);
	Object.assign(validation, none);
	validation.pending = none;
};

/** Makes rows differ downstream, which a validator finds. */
export const differ = (subtask: SubtaskModel, count: number, now: number): void => {
	const {validation, random} = subtask;
	const [table] = tablesOf(subtask);
	if (validation === undefined || table === undefined) {
		return;
	}

	const last = validation.rows.at(-1)?.id ?? 0;
	for (let index = 1; index <= count; index++) {
		const key = Math.floor(between(random, 1e6, 9e6));
		const isMissing = index % 3 === 0;
		validation.rows.push({
			id: last + index,
			sourceTable: quoted(table.schema, table.table),
			targetTable: quoted(table.targetSchema, table.targetTable),
			sourceData: `[${key} ${key % 977} paid ${key % 400}.50 <nil> 2026-11-26 08:15:00]`,
			targetData: isMissing ? '' : `[${key} ${key % 977} open ${key % 400}.50 <nil> 2026-11-26 08:14:00]`,
			status: 'new',
			foundAt: now,
			storedAt: Infinity,
		});
	}
};

/** One second of validating. */
export const stepValidation = (subtask: SubtaskModel, validation: ValidationModel, now: number): void => {
	const {sync} = subtask;
	if (sync === undefined || validation.stage !== 'Running' || subtask.unit !== 'Sync') {
		return;
	}

	const began = validation.transaction ?? sync.checkpoint;
	const moved = Math.max(0, Math.min(sync.checkpoint, sync.transaction) - began);
	validation.transaction = began + moved;
	const rows = moved * subtask.source.upstream.rowsPerTransaction * sync.share;
	validation.inserts += wholeNumber(subtask.random, rows * 0.5);
	validation.updates += wholeNumber(subtask.random, rows * 0.42);
	validation.deletes += wholeNumber(subtask.random, rows * 0.08);
	const pending =
		subtask.stage === 'Running' ? Math.floor(sync.recentRps * between(subtask.random, 0, 0.8)) : 0;
	validation.pending = {inserts: Math.floor(pending / 2), updates: Math.floor(pending / 3), deletes: 0};
	if (validation.storesAt > now) {
		return;
	}

	validation.storesAt = now + storeEvery;
	for (const row of validation.rows) {
		row.storedAt = Math.min(row.storedAt, now);
	}
};
