import {type Case, at, failure} from './case.js';

const row = (rawCause: string) =>
	failure(10_006, 'database', `${at}: execute statement failed: commit`, rawCause);

export const connectionsCases: readonly Case[] = [
	[
		'15 invalid connection under 10006',
		row('invalid connection'),
		{
			id: 'invalid-connection',
			retries: 'yes',
			does: /Wait: DM retries automatically.+pause and resume/sv,
			checkpoint: 'kept',
		},
	],
	[
		'16 bad connection',
		failure(
			10_002,
			'database',
			'database driver',
			'driver: bad connection',
			'Please check the database connection, then use `pause-task` to pause the task and then use `resume-task` to resume the task.',
		),
		{id: 'bad-connection', retries: 'yes', does: /Wait: DM retries automatically/v, checkpoint: 'kept'},
	],
	[
		'17 invalid connection',
		failure(10_003, 'database', 'database driver', 'invalid connection'),
		{id: 'invalid-connection', retries: 'yes', does: /Wait/v, checkpoint: 'kept'},
	],
	[
		'18 DDL jobs',
		failure(10_005, 'database', 'query statement failed: ADMIN SHOW DDL JOBS 10', 'driver: bad connection'),
		{id: 'ddl-status-query-failed', retries: 'yes', does: /tidb_mdl_view/v, checkpoint: 'kept'},
	],
	[
		'19 connection closed',
		row('sql: connection is already closed'),
		{id: 'connection-closed', retries: 'yes', does: /other errors/v, checkpoint: 'kept'},
	],
	[
		'19 context canceled',
		failure(50_000, 'not-set', 'context canceled'),
		{id: 'context-canceled', retries: 'yes', does: /other errors/v, checkpoint: 'kept'},
	],
	[
		'20 timeout',
		failure(10_001, 'database', 'database driver error', 'dial tcp 10.0.8.15:4000: i/o timeout'),
		{id: 'connection-timeout', retries: 'yes', does: /database's port/v, checkpoint: 'kept'},
	],
	[
		'21 access denied',
		failure(
			10_001,
			'database',
			'database driver error',
			"Error 1045 (28000): Access denied for user 'dm'@'10.0.2.14' (using password: YES)",
		),
		{id: 'access-denied', retries: 'yes', does: /dmctl encrypt/v, checkpoint: 'kept'},
	],
	[
		'50 decrypt',
		failure(20_010, 'config', 'decrypt DB password 12**** failed'),
		{id: 'password-decrypt-failed', retries: 'no', does: /dmctl encrypt/v, checkpoint: 'kept'},
	],
];
