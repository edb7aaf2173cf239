/**
 * The audit log of a cluster whose names and answers are made to deceive: the file is read in terminals, too.
 */
import {readFile} from 'node:fs/promises';
import {setTimeout as pauseFor} from 'node:timers/promises';
import {expect, it} from 'vitest';
import {makeFolder} from '../folder.js';
import {answerWith} from '../servers/recorded-master.js';
import {OperatingMaster} from '../servers/operating-master.js';
import {withSubtasks} from '../servers/with-subtasks.js';
import {until} from '../terminal/real-terminal.js';
import {keys, runProgram} from './terminal.js';

/** C0 and C1 controls, bidirectional controls, tag characters, and what is not seen. */
const hostile =
	'\u{1B}]0;x\u{7}\u{9B}31m\u{90}\u{9D}\u{202E}txt\u{2066}\u{200F}\u{E0041}\u{E007F}\u{200B}\u{2028}\u{FEFF}\u{85}\r\n';

const task = `a${hostile}b`;

it('holds only escapes of what could deceive a terminal or a reader, also of the answer', async () => {
	await using master = await OperatingMaster.start();
	withSubtasks(master, [{name: task}]);
	master.mischief = answerWith(200, JSON.stringify({result: false, msg: `no ${hostile}`, sources: []}));
	const log = makeFolder().file('audit.log');
	const running = runProgram(['--master-addr', master.address, '--name', 'c\u{202E}', '--audit-log', log], {
		columns: 120,
		rows: 30,
	});
	await running.until(screen => screen.includes('1-1 of 1') && screen.includes(': command'));
	running.press('P');
	await running.until(screen => screen.includes('[Cancel]'));
	running.press(keys.right);
	await running.until(screen => screen.includes('Enter does it'));
	// The dialog takes no Enter before a person can have read it.
	await until('it is sent', async () => {
		await pauseFor(800);
		if (master.sent.length === 0) {
			running.press(keys.enter);
		}

		await pauseFor(800);
		return master.sent.length > 0;
	});
	let text = '';
	await until('the answer is in the log', async () => {
		text = await readFile(log, 'utf8');
		return text.trim().split('\n').length >= 2;
	});
	running.press(keys.ctrlC);
	await running.ended;
	// The ellipsis is dm-top's own.
	expect(text).toMatch(/^[\n\u{20}-\u{7E}…]*$/v);
	const lines = text
		.trimEnd()
		.split('\n')
		.map(line => JSON.parse(line) as {readonly target: {readonly task: string}; readonly outcome: string});
	expect(lines.map(({outcome}) => outcome)).toEqual(['sent', 'refused']);
	// It is the same name to a program that reads the file.
	expect(lines.every(({target}) => target.task === task)).toBe(true);
	expect(master.sent.map(({path}) => decodeURIComponent(path))).toEqual([`/apis/v1alpha1/tasks/${task}`]);
	expect(running.sent()).not.toMatch(/[\u{80}-\u{9F}\u{202E}\u{2066}\u{E0041}]/v);
});
