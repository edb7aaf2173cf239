/**
 * The DDL that a subtask cannot pass, and its position in the binlog.
 */
import type {ProcessError, Subtask} from '../status.js';

/** A DDL that stops replication, as far as it is in the error. */
export type BadDdl = {
	/** "mysql-bin.000001:4", as `binlog skip` wants it; '' when the error does not say. */
	readonly position: string;
	/** The DDL itself; '' when the error does not say. */
	readonly sql: string;
};

// DM looks the position up by its exact name, so the suffix of a relay log ("mysql-bin|000001.000002") stays in it.
const start = /^startLocation: \[position: \((?<file>[^\(\),]{0,400}), (?<offset>\d{1,20})\)/v;

const query = ', origin SQL: [';

/** DDLs that DM does not parse or does not replicate; before 2.0.2 the statement is not reported separately. */
const ddlCodes = new Set([11_003, 11_004, 11_005, 11_006, 36_057, 36_067, 36_068, 44_006]);

const sqlOf = (message: string): string => {
	const begin = message.indexOf(query);
	const end = message.indexOf(']: ', begin);
	return begin === -1 || end === -1 ? '' : message.slice(begin + query.length, end);
};

const badDdlOf = (error: ProcessError): BadDdl | undefined => {
	const place = start.exec(error.message)?.groups;
	const sql = place ? sqlOf(error.message) : '';
	// Only query events can be skipped, and only they have their statement in the error.
	if (sql === '' && !ddlCodes.has(error.code ?? 0)) {
		return undefined;
	}

	const {file = '', offset = ''} = place ?? {};
	return {position: file === '' ? '' : `${file}:${offset}`, sql};
};

/** The DDL at which a subtask in Sync is paused; undefined when it is not, or for another reason. */
export const findBadDdl = ({stage, unit, result}: Subtask): BadDdl | undefined => {
	if (stage !== 'Paused' || unit !== 'Sync') {
		return undefined;
	}

	for (const error of result?.errors ?? []) {
		const found = badDdlOf(error);
		if (found) {
			return found;
		}
	}

	return undefined;
};
