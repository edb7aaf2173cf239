/**
 * A plan with what is entered for it: statements, columns, or the time of a start.
 */
import {hiddenPassword} from '../../dm/secrets/hidden-password.js';
import {say} from '../../language/say.js';
import type {ClusterView} from '../../monitor/view.js';
import type {Operation} from '../../providers/operation.js';
import {
	type StartChoice,
	startConsequence,
	startObstacle,
	startOperations,
	startTitle,
} from '../starting/start.js';
import {isStartTime} from '../starting/task-file.js';
import type {Choice} from '../target.js';
import {type Plan, ddlAt, dmctlOf} from './plan.js';
import {splitStatements} from './statements.js';
import {tableDiff} from './table.js';

const withOperations = (plan: Plan, operations: readonly Operation[]): Plan => ({
	...plan,
	operations,
	dmctl: dmctlOf(plan.choice, operations, plan.access, plan.access),
	asks: 'nothing',
});

/** The plan of a replace or inject with its statements. */
const withStatements = (plan: Plan, sqls: readonly string[]): Plan =>
	withOperations(
		plan,
		plan.operations.map(operation => ('sqls' in operation ? {...operation, sqls} : operation)),
	);

/**
 * The plan of a replace in which each source has its own DDL, to be edited; `placeholder` where that is not known, or a
 * part of it is hidden.
 */
export const withOwnDdls = (plan: Plan, cluster: ClusterView, placeholder: string): Plan =>
	withOperations(
		plan,
		plan.operations.map(operation => {
			const ddl = ddlAt(operation, cluster);
			const isKnown = ddl !== '' && !ddl.includes(hiddenPassword);
			return 'sqls' in operation
				? {...operation, sqls: isKnown ? splitStatements(ddl) : [placeholder]}
				: operation;
		}),
	);

/** The beginning of a statement, after comments and blanks. */
const createsTable = /^(?:\s|\/\*.*?\*\/|--[^\n]*\n|#[^\n]*\n)*create\s+table\b/isv;

/** The plan of setting columns, with the statement and what it changes. */
const withColumns = (
	plan: Plan,
	choice: Extract<Choice, {readonly kind: 'schema-set'}>,
	sqls: readonly string[],
): Plan | {readonly mistake: string} => {
	const [sql = ''] = sqls;
	if (sqls.length > 1 || !createsTable.test(sql)) {
		return {mistake: say('DM takes the columns from one CREATE TABLE statement.')};
	}

	return {
		...withOperations(plan, [{...choice, schema: {sql}}]),
		diff: 'sql' in choice.schema && choice.schema.sql !== '' ? tableDiff(choice.schema.sql, sql) : [],
	};
};

/** The plan of a start, with the time from which it reads. */
const withStartTime = (plan: Plan, choice: StartChoice): Plan => ({
	...withOperations({...plan, choice}, startOperations(choice)),
	title: startTitle(choice),
	consequence: startConsequence(choice),
	obstacle: startObstacle(choice.from),
});

/** The plan with the text entered for what it asks, or why that is invalid. */
export const withText = (plan: Plan, text: string): Plan | {readonly mistake: string} => {
	const {choice} = plan;
	if ('from' in choice) {
		const startTime = text.trim();
		return isStartTime(startTime)
			? withStartTime(plan, {
					...choice,
					// The check was for a different start.
					from: {...choice.from, startTime, config: undefined, check: undefined, problem: ''},
				})
			: {mistake: say('A start time is written 2026-11-27 01:02:03, in the upstream’s time zone.')};
	}

	const sqls = splitStatements(text);
	if (sqls.some(sql => sql.includes(hiddenPassword))) {
		return {
			mistake: say('Write in full what is hidden as {stars}: DM would take the stars as they are.', {
				stars: hiddenPassword,
			}),
		};
	}

	if (choice.kind === 'schema-set') {
		return withColumns(plan, choice, sqls);
	}

	return sqls.length === 0
		? {mistake: say('Write the SQL first, with the schema of each table: ALTER TABLE `db`.`t` …')}
		: withStatements(plan, sqls);
};
