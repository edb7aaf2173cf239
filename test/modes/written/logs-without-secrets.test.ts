/** The program's own logs contain no password, wherever it came from. */
import {readFileSync} from 'node:fs';
import {describe, expect, test} from 'vitest';
import {debugLine} from '../../../source/modes/written/logs/debug-file.js';
import {auditLine} from '../../../source/operations/following/telling/audit.js';
import {stripSecrets} from '../../../source/dm/secrets/passwords.js';
import {crashMessage, writeCrashLog} from '../../../source/terminal/tty/ending/crash-report.js';
import {entry, syncing, Watched} from '../../monitor/watched.js';
import {Followers} from '../../operations/followers.js';
import {credentials} from '../../providers/recording/credentials.js';
import {makeFolder} from '../../folder.js';

const word = 'qS3cr3tX9zz';

const folder = makeFolder().path;
/** A statement that is to be done in place of another, and DM's words on it. */
const refused = (text: string): string => {
	const cluster = new Watched().whole(entry('mysql-1', [syncing('orders')])).view();
	const followers = new Followers().send(
		{kind: 'binlog-replace', task: 'orders', sources: ['mysql-1'], position: '', sqls: [text]},
		cluster,
	);
	const sources = [{source: 'mysql-1', worker: 'worker-1', result: false, msg: text}];
	followers.answer({result: 'refused', msg: text, sources}, cluster.now);
	return auditLine(followers.last, {cluster: 'shop', user: 'dba', strip: stripSecrets});
};

describe.each(credentials)('a credential in %s', (name, write) => {
	const text = write(word);

	test('is not in the crash log, nor in its message', () => {
		const report = {
			name: 'dm-top',
			error: Object.assign(new Error(text, {cause: new Error(text)}), {detail: text}),
			printed: text,
			environment: {XDG_STATE_HOME: folder},
			time: new Date(Date.UTC(2026, 0, 1) + credentials.findIndex(([other]) => other === name)),
			withoutSecrets: stripSecrets,
		};
		const log = writeCrashLog(report)!;
		expect(readFileSync(log, 'utf8')).not.toContain(word);
		expect(readFileSync(log, 'utf8')).toContain('dm-top crashed at 2026-01-01');
		expect(crashMessage(report, undefined)).not.toContain(word);
	});

	test('is not in the debug log', () => {
		expect(debugLine({what: 'request', failed: text, asked: [text]}, new Date(0))).not.toContain(word);
	});

	test('is not in the audit log', () => {
		const line = refused(text);
		expect(line).not.toContain(word);
		expect(line).toContain('"operation":"binlog-replace"');
	});
});
