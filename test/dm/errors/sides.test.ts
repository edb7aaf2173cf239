/** Where an error tells its database, nothing in the advice names the other one. */
import {describe, expect, test} from 'vitest';
import {explainError} from '../../../source/dm/errors/explaining/explain.js';
import {adviceOf} from '../../../source/dm/errors/explaining/advice.js';
import {errorEntries, themes} from '../../../source/dm/errors/knowledge.js';
import {ofSide, sidedIds} from '../../../source/dm/errors/knowledge/sides.js';
import {takeApart} from '../../../source/dm/errors/parsing/parts.js';
import {processError} from '../subtasks.js';

const sides = ['upstream', 'downstream'] as const;

/** What belongs to the other database: its files, its servers, its name. */
const strange = {
	upstream: /downstream|\btikv\b|\btidb\b|target-database|cluster_info/iv,
	downstream: /upstream|source file|operate-source|my\.cnf|mysqld|config source/iv,
};

/** Errors of connections that only one database has, or that concern both at once. */
const ofOneSide = new Set([
	'replication-privilege-missing',
	'upstream-of-other-flavor',
	'ddl-status-query-failed',
	'database-unreachable-for-check',
	// Of MySQL 8.4 alone.
	'authentication-plugin-missing',
]);

const ofEither = new Set([
	'Users and privileges',
	'Reaching a database',
	'Settings of a connection',
	'Connections in use',
]);

const entries = themes
	.filter(([heading]) => ofEither.has(heading))
	.flatMap(([, make]) => make())
	.filter(({id}) => !ofOneSide.has(id));

const adviceFor = (entry: (typeof entries)[number], scope: (typeof sides)[number]) => {
	const advice = adviceOf(
		entry,
		takeApart(processError({scope})),
		{task: 'orders', unit: 'Sync'},
		entry.retries,
	);
	return [
		ofSide(entry, scope).what,
		advice.cause,
		...advice.check.flatMap(({on, run, tells}) => [on, run, tells]),
		...advice.steps,
		...advice.dont,
	].join('\n');
};

describe.for(sides)('an error of the %s', side => {
	test.for(entries.map(entry => [entry.id, entry] as const))('%s', ([, entry]) => {
		// Of a statement that fails, nothing else than the downstream is known to be its database.
		if (entry.id === 'statement-failed' && side === 'downstream') {
			return;
		}

		expect(adviceFor(entry, side)).not.toMatch(strange[side]);
	});
});

test('a host is that of the database of the error', () => {
	const refused = (scope: string) =>
		explainError(
			processError({
				code: 10_001,
				scope,
				message: 'database driver error',
				rawCause: 'dial tcp 10.0.1.5:4000: connect: connection refused',
			}),
		);
	expect(refused('downstream').check.at(-1)).toMatchObject({on: 'downstream host'});
	expect(refused('upstream').check.at(-1)).toMatchObject({on: 'upstream host'});
	expect(refused('not-set').check.at(-1)).toMatchObject({on: 'database host'});
	expect(refused('downstream').steps[0]).toContain('target-database');
	expect(refused('upstream').steps[0]).toContain('source file');
});

test('a load writes to the downstream, a dump reads the upstream', () => {
	const lost = processError({code: 10_001, scope: 'not-set', rawCause: 'no such host'});
	expect(explainError(lost, {unit: 'Load'}).steps[0]).toContain('target-database');
	expect(explainError(lost, {unit: 'Dump'}).steps[0]).toContain('source file');
});

test.for([
	[1146, "Table 'shop.orders' doesn't exist", /CREATE TABLE .* on the|downstream/v],
	[1049, "Unknown database 'shop'", /downstream/v],
	[1054, "Unknown column 'x' in 'field list'", /downstream/v],
	[1205, 'Lock wait timeout exceeded', /downstream|CLUSTER_PROCESSLIST/v],
	[1213, 'Deadlock found', /downstream|CLUSTER_PROCESSLIST/v],
	[1114, "The table '/tmp/#sql' is full", /downstream|TiKV/v],
] as const)('%d of the upstream is not one of the downstream', ([number, text, wrong]) => {
	const explained = explainError(
		processError({code: 10_005, scope: 'upstream', rawCause: `Error ${number}: ${text}`}),
		{task: 'orders'},
	);
	expect(explained.id).not.toBe('');
	const {what, cause, steps, check} = explained;
	expect([what, cause, ...steps, ...check.flatMap(({on, run}) => [on, run])].join('\n')).not.toMatch(wrong);
});

test('what differs is about entries that there are', () => {
	expect(errorEntries().map(({id}) => id)).toEqual(expect.arrayContaining([...sidedIds()]));
});
