/** Passwords, keys and tokens within DM's texts are hidden where an answer is read, so that nothing has them. */
import {Buffer} from 'node:buffer';
import {describe, expect, test} from 'vitest';
import {parseStatus} from '../../../source/index.js';
import {StatusFormatError} from '../../../source/dm/reading/status-format-error.js';
import {parseStatusDocument} from '../../../source/dm/parse-status.js';
import {credentials} from '../../providers/recording/credentials.js';
import {queryStatus, sourceAnswer, subtaskAnswer} from '../recorded.js';

const word = 'Hunter2Tr0ub4dor';

const errorWith = (text: string) => ({
	isCanceled: false,
	errors: [
		{
			ErrCode: 10_006,
			ErrClass: 'database',
			ErrScope: 'downstream',
			ErrLevel: 'high',
			Message: text,
			RawCause: text,
			Workaround: text,
		},
	],
	detail: Buffer.from(text).toString('base64'),
});

/** An answer with the text wherever DM or a database may say anything. */
const answerWith = (text: string): string =>
	JSON.stringify({
		result: false,
		msg: text,
		sources: [
			{
				result: false,
				msg: text,
				sourceStatus: {
					source: 'mysql-1',
					worker: 'worker-1',
					result: errorWith(text),
					relayStatus: {stage: 'Paused', result: errorWith(text)},
				},
				subTaskStatus: [
					{
						name: 'orders',
						stage: 'Paused',
						unit: 'Sync',
						result: errorWith(text),
						msg: text,
						check: {detail: Buffer.from(text).toString('base64')},
						sync: {
							blockingDDLs: [text],
							unresolvedGroups: [{target: 't', DDLs: [text]}],
							conflictMsg: text,
						},
						load: {progress: text},
						validation: {stage: 'Stopped', result: errorWith(text)},
					},
				],
			},
		],
	});

describe('a secret is in nothing that is read from an answer', () => {
	test.each(credentials)('%s', (_, write) => {
		const status = parseStatusDocument(answerWith(write(word)));
		expect(JSON.stringify(status)).not.toContain(word);
		expect(status.sources[0]?.subtasks[0]?.result?.errors[0]?.message).toContain('******');
	});

	test('of OpenAPI, and the parts of the error stay apart', () => {
		const status = parseStatus(
			JSON.stringify({
				total: 1,
				data: [
					{
						name: 'orders',
						source_name: 'mysql-1',
						worker_name: 'worker-1',
						stage: 'Paused',
						unit: 'Sync',
						error_msg: `[code=10001:class=database:scope=downstream:level=high], Message: password=${word}, RawCause: Authorization: Bearer ${word}, Workaround: Please check ${word}@`,
					},
				],
			}),
		);
		expect(JSON.stringify(status)).not.toContain(`=${word}`);
		expect(status.tasks[0]?.sources[0]?.result?.errors[0]).toMatchObject({
			message: 'password=******',
			rawCause: 'Authorization: ******',
		});
	});

	test('nor in what is said of a document that is none', () => {
		const text = JSON.stringify({result: true, msg: `fail: dm:${word}@tcp(10.0.0.5:4000)/`});
		expect(() => parseStatusDocument(text)).toThrow(StatusFormatError);
		expect(() => parseStatusDocument(text)).not.toThrow(word);
		expect(() => parseStatusDocument(text)).toThrow('10.0.0.5');
	});
});

test.each([
	"[INSERT INTO `shop`.`tokens` VALUES (1, 'jane')]: Error 1062: Duplicate entry '1' for key 'PRIMARY'",
	'ALTER TABLE `shop`.`users` ADD COLUMN password VARCHAR(64) NOT NULL AFTER token',
	"Error 1045 (28000): Access denied for user 'dm'@'10.0.0.5' (using password: YES)",
	'startPos: (mysql-bin.000012, 4567), endPos: (mysql-bin.000012, 4890), gtid 395df699-bcf4-11ef-b54b-0242ac1c7643:1-5',
	'Please check the password of the database user in the task configuration file.',
	'ALTER TABLE t CHANGE COLUMN password passwd_hash VARCHAR(64)',
	'ALTER TABLE t RENAME COLUMN token TO session_key, DROP COLUMN secret',
])('what gives nobody a way in is read as DM wrote it: %s', text => {
	const status = parseStatusDocument(answerWith(text));
	const [error] = status.sources[0]?.subtasks[0]?.result?.errors ?? [];
	expect(error).toMatchObject({message: text, rawCause: text, workaround: text});
});

test('names stay as they are: they are what DM is asked by', () => {
	const name = 'password=orders';
	const status = parseStatusDocument(queryStatus([sourceAnswer(name, [subtaskAnswer(name)])]));
	expect(status.sources[0]).toMatchObject({source: name, subtasks: [{task: name, source: name}]});
});
