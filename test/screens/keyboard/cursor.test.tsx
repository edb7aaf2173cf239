/**
 * The row under the cursor: a bar over the whole width that costs little to move, and a cursor that stays with its task.
 */
import {Buffer} from 'node:buffer';
import {expect, it} from 'vitest';
import {parseStatusDocument} from '../../../source/dm/parse-status.js';
import {queryStatus, sourceAnswer, subtaskAnswer} from '../../dm/recorded.js';
import {openApp} from '../on-terminal.js';
import {type Screen, keys, noon, showScreen} from '../screen.js';

const pause = async (ms: number): Promise<void> =>
	new Promise(resolve => {
		setTimeout(resolve, ms);
	});

const failed = {stage: 'Paused', result: {isCanceled: false, errors: [{ErrCode: 36_067, Message: 'broken'}]}};

/** The answer at `at`: these tasks on one source, those of `broken` paused by an error. */
const answer = (tasks: readonly string[], broken: readonly string[] = [], at = noon) => ({
	kind: 'status' as const,
	at,
	status: parseStatusDocument(
		queryStatus([
			sourceAnswer(
				'mysql-01',
				tasks.map(name => subtaskAnswer(name, broken.includes(name) ? failed : {})),
			),
		]),
	),
});

const show = async (tasks: readonly string[], columns = 100, rows = 40): Promise<Screen> =>
	showScreen([answer(tasks)], {columns, rows});

const cursorOf = (text: string): string => /^▸..(?<name>\S+)/mv.exec(text)?.groups?.['name'] ?? 'no cursor';

/** The text in the rule above the preview. */
const previewOf = (text: string): string =>
	/^─ (?<name>.+?) ─/mv.exec(text)?.groups?.['name'] ?? 'no preview';

it('a key sends less than 100 bytes before anything else, and the bar then spans the whole row', async () => {
	const names = ['billing', 'customers', 'orders-of-the-eastern-region', 'payments-in-the-east-and-west'];
	const {press, writes, text, shown} = await openApp(120, 40, true, answer(names));
	for (const name of names.slice(1)) {
		// A frame that is due anyway would take the key along.
		await pause(100);
		const before = writes.length;
		await press(keys.down);
		expect(Buffer.byteLength(writes[before]!), JSON.stringify(writes[before])).toBeLessThanOrEqual(100);
		await expect
			.poll(async () => {
				const cells = await shown();
				const rows = await text();
				const barred = rows.filter((_, row) => cells[row]!.every(cell => cell.includes('isInverse')));
				const touched = rows.filter((_, row) => cells[row]!.some(cell => cell.includes('isInverse')));
				return [barred.length, touched.length, /^▸..(?<name>\S+)/v.exec(barred[0] ?? '')?.groups?.['name']];
			})
			.toEqual([1, 1, name]);
	}
});

it('keys in quick succession draw no previews in between, only the last one’s at the end', async () => {
	const {text, press} = await show(['a', 'b', 'c', 'd', 'e']);
	await press(keys.down, keys.down, keys.down);
	await expect.poll(() => previewOf(text())).toBe('d');
	expect(cursorOf(text())).toBe('d');
});

it('the preview is shown when a page is opened, for the row under the cursor', async () => {
	const {text, press} = await show(['a', 'b', 'c']);
	expect(previewOf(text())).toBe('a');
	await press(keys.down);
	expect([cursorOf(text()), previewOf(text())]).toEqual(['b', 'b']);
	await press('2');
	expect([cursorOf(text()), previewOf(text())]).toEqual(['mysql-01', 'mysql-01']);
});

it('the cursor on the first row stays with its task when another becomes worse', async () => {
	const {text, apply} = await show(['a', 'b', 'c']);
	expect(cursorOf(text())).toBe('a');
	await apply([answer(['a', 'b', 'c'], ['c'], noon + 2000)], noon + 2000);
	expect(text()).toMatch(/✗ c .*\n▸. a /v);
	expect(previewOf(text())).toBe('a');
});

it('the cursor moves to the neighbour of a row that is gone', async () => {
	const {text, apply, press} = await show(['a', 'b', 'c', 'd']);
	await press(keys.down);
	await apply([answer(['a', 'c', 'd'], [], noon + 2000)], noon + 2000);
	expect(cursorOf(text())).toBe('c');
	await apply([answer(['a', 'c', 'd'], ['d'], noon + 4000)], noon + 4000);
	expect(cursorOf(text())).toBe('c');
});

it('a marked row has its own sign', async () => {
	const {text, press} = await show(['a', 'b']);
	await press(' ');
	expect(text()).toMatch(/^ .◆a /mv);
	expect(text()).toContain('1 marked');
});

it('the order is named, and the sorted column has an arrow', async () => {
	const {text, press} = await show(['a', 'b'], 120);
	expect(text().split('\n', 3)[2]).toMatch(/worst first {2}1-2 of 2$/v);
	await press('s', keys.right, keys.enter);
	expect(text().split('\n', 3)[2]).toMatch(/sort TASK↑ {2}1-2 of 2$/v);
	expect(text()).toMatch(/^ +TASK↑ /mv);
});
