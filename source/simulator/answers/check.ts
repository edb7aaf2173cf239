/** The findings of `check-task` (dm/checker), in the JSON of DM's message. */
import {terrorText} from '../errors/terror.js';
import type {Simulation, SourceModel} from '../model/model.js';
import type {TaskSpec} from '../model/scenario.js';
import {quoted} from '../model/tables.js';

type CheckState = 'warn' | 'fail';

type CheckFinding = {
	readonly name: string;
	readonly desc: string;
	readonly state: CheckState;
	readonly errors: readonly string[];
	readonly instruction: string;
	/** The database that it is about. */
	readonly source: SourceModel;
};

/** How many checks DM runs on each source, and on the downstream. */
const checksEach = 8;
const checksDownstream = 2;

/** How many errors, and how many warnings, DM lists by default. */
const listed = 10;

/** How many errors and how many warnings are listed; others are only counted. */
export type CheckLimits = {readonly errors?: number; readonly warnings?: number};

const mariadb = (source: SourceModel): CheckFinding => ({
	name: 'mysql_version',
	desc: 'check whether mysql version is satisfied',
	state: 'warn',
	errors: ['Migrating from MariaDB is still experimental.'],
	instruction: 'It is recommended that you upgrade MariaDB to 10.1.2 or a later version.',
	source,
});

const oldVersion = (source: SourceModel): CheckFinding => ({
	name: 'mysql_version',
	desc: 'check whether mysql version is satisfied',
	state: 'warn',
	errors: ['version suggested at least 5.6.0 but got 5.5.62'],
	instruction:
		'It is recommended that you upgrade the database to the required version before performing data migration. Otherwise data inconsistency or task exceptions might occur.',
	source,
});

const noPrimaryKey = (source: SourceModel, table: string): CheckFinding => ({
	name: 'table structure compatibility check',
	desc: 'check compatibility of table structure',
	state: 'warn',
	errors: [`table ${table} primary/unique key does not exist`],
	instruction:
		'You need to set primary/unique keys for the table. Otherwise replication efficiency might become very low and exactly-once replication cannot be guaranteed.',
	source,
});

const noPrivilege = (source: SourceModel): CheckFinding => ({
	name: 'source db replication privilege checker',
	desc: 'check replication privileges of source DB',
	state: 'fail',
	errors: ['lack of REPLICATION SLAVE global (*.*) privilege; '],
	instruction: 'Grant the required privileges to the account.',
	source,
});

const findingsOf = ({sources}: Simulation, spec: TaskSpec): readonly CheckFinding[] => {
	const all = spec.sources.flatMap(name => sources.get(name) ?? []);
	const [first] = all;
	if (first === undefined) {
		return [];
	}

	const experimental = all
		.filter(({upstream}) => upstream.flavor === 'mariadb')
		.map(source => mariadb(source));
	const [database = spec.target, table = 't'] = spec.target.split('.', 2);
	const warnings = [...experimental, oldVersion(first), noPrimaryKey(first, quoted(database, table))];
	switch (spec.check) {
		case 'failures': {
			return [...warnings, noPrivilege(first)];
		}

		case 'warnings': {
			return warnings;
		}

		case '': {
			return experimental;
		}
	}
};

/** The findings as DM prints them, limited for each state. */
const resultsJson = (findings: readonly CheckFinding[], limits: Required<CheckLimits>) => {
	const left = {fail: limits.errors, warn: limits.warnings};
	return findings.flatMap(({name, desc, state, errors, instruction, source}, id) => {
		const shown = errors.slice(0, left[state]);
		left[state] -= shown.length;
		return shown.length === 0
			? []
			: [
					{
						id,
						name,
						desc,
						state,
						errors: shown.map(short => ({severity: state, short_error: short})),
						instruction,
						extra: `address of db instance - ${source.upstream.host}:${source.upstream.port}`,
					},
				];
	});
};

const header = 'fail to check synchronization configuration with type';

/** DM's answer to check-task. */
export type CheckAnswer = {
	readonly passed: boolean;
	/** DM's message: that everything is fine, or the problems, as JSON after "detail:". */
	readonly text: string;
};

/** Checks a task's configuration against the cluster. */
export const renderCheck = (
	simulation: Simulation,
	spec: TaskSpec,
	{errors = listed, warnings = listed}: CheckLimits = {},
): CheckAnswer => {
	const findings = findingsOf(simulation, spec);
	if (findings.length === 0) {
		return {passed: true, text: 'pre-check is passed. '};
	}

	const count = (state: CheckState): number => findings.filter(finding => finding.state === state).length;
	const total = spec.sources.length * checksEach + checksDownstream;
	const passed = count('fail') === 0;
	const detail = {
		results: resultsJson(findings, {errors, warnings}),
		summary: {
			passed,
			total,
			successful: total - findings.length,
			failed: count('fail'),
			warning: count('warn'),
		},
	};
	// Go indents every line except the first once more.
	const json = JSON.stringify(detail, undefined, '\t').replaceAll('\n', '\n\t');
	return passed
		? {passed, text: `${header}: no errors but some warnings\n detail: ${json}`}
		: {
				passed,
				text: terrorText({
					code: 26_005,
					class: 'dm-master',
					scope: 'internal',
					level: 'medium',
					message: `${header}: check was failed, please see detail\n detail: ${json}`,
				}),
			};
};
