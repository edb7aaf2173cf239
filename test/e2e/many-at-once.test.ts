/**
 * Very many marked tasks paused from the keyboard, over HTTP: each is sent exactly once when that was confirmed, and none
 * otherwise, also where somebody else operates them in between.
 */
import {setTimeout as pauseFor} from 'node:timers/promises';
import {describe, expect, it} from 'vitest';
import {OperatingMaster} from '../servers/operating-master.js';
import {withSubtasks} from '../servers/with-subtasks.js';
import {until} from '../terminal/real-terminal.js';
import {type RunningProgram, keys, runProgram} from './terminal.js';

const count = 200;
const names = Array.from({length: count}, (_, index) => `task-${String(index).padStart(3, '0')}`);

type Stages = Readonly<Record<string, string>>;

/** A master with so many tasks on one source, and a function that puts them into other stages; '' for stopped. */
const start = async (): Promise<{
	readonly master: OperatingMaster;
	readonly put: (stages: Stages) => void;
}> => {
	const master = await OperatingMaster.start();
	const {status} = master.recorded;
	const put = (stages: Stages): void => {
		master.recorded.status = status;
		withSubtasks(
			master,
			names.map(name => ({name, stage: stages[name] ?? 'Running'})).filter(({stage}) => stage !== ''),
		);
	};

	put({});
	return {master, put};
};

const opened = async ({address}: OperatingMaster): Promise<RunningProgram> => {
	const running = runProgram(['--master-addr', address, '--interval', '1'], {columns: 120, rows: 30});
	await running.until(screen => screen.includes(`of ${count}`) && screen.includes(': command'));
	return running;
};

/** A dialog takes no Enter before a person can have read it, ms. */
const reading = 800;

const askForAll = async ({press, until: untilShown}: RunningProgram): Promise<void> => {
	press('*');
	await untilShown(screen => screen.includes(`${count} marked`));
	press('P');
	await untilShown(screen => screen.includes(`Pause ${count} tasks`));
};

/** Types the number key by key, as a person does: keys that arrive together are taken for a paste. */
const typeNumber = async ({press, until: untilShown}: RunningProgram): Promise<void> => {
	const number = String(count);
	for (let typed = 1; typed <= number.length; typed++) {
		press(number[typed - 1]!);

		await untilShown(screen => screen.includes(`to confirm: ${number.slice(0, typed)}`));
	}
};

/** Of a slow machine the first Enter may come before the dialog takes one: it is pressed again after so long, ms. */
const again = 3000;

/** Presses Enter, or what stands for it, until that has done something. */
const enterUntil = async (
	isDone: () => boolean,
	{press}: RunningProgram,
	enter: () => Promise<void> = async () => {
		press(keys.enter);
	},
): Promise<void> => {
	await pauseFor(reading);
	let pressedAt = -Infinity;
	await until('Enter does something', async () => {
		if (!isDone() && performance.now() - pressedAt > again) {
			await enter();
			pressedAt = performance.now();
		}

		return isDone();
	});
};

const quit = async ({press, ended}: RunningProgram): Promise<void> => {
	press(keys.ctrlC);
	await ended;
};

const all = names.map(name => ({method: 'PUT', path: `/apis/v1alpha1/tasks/${name}`}));
const sentOf = ({sent}: OperatingMaster) =>
	sent
		.map(({method, path}) => ({method, path}))
		.toSorted((left, right) => left.path.localeCompare(right.path));

describe.concurrent('200 marked tasks', () => {
	it('are each paused exactly once, also when Enter is pressed twice within 10 ms and then held', async () => {
		const {master, put} = await start();
		await using served = master;
		const running = await opened(served);
		await askForAll(running);
		await typeNumber(running);
		await running.until(screen => screen.includes('Enter does it'));
		await enterUntil(
			() => served.sent.length > 0,
			running,
			async () => {
				running.press(keys.enter);
				await pauseFor(5);
				running.press(keys.enter);
			},
		);
		for (let press = 0; press < 20; press++) {
			await pauseFor(30);
			running.press(keys.enter);
		}

		running.press(keys.esc, 'P', keys.enter, keys.enter, keys.esc);
		await until('all are sent', () => served.sent.length >= count);
		put(Object.fromEntries(names.map(name => [name, 'Paused'])));
		await pauseFor(3 * reading);
		await quit(running);
		expect(sentOf(served)).toEqual(all);
		for (const {body} of served.sent) {
			expect(body).toEqual(served.sent[0]!.body);
		}
	});

	it.each([
		['a held P and a held Enter', ['P'.repeat(30), ...Array.from({length: 30}, () => keys.enter)]],
		['text that is pasted, with its number and Enter', [`\u{1B}[200~y\r${count}\r\u{1B}[201~`, keys.enter]],
		['the same unmarked', [`y\r${count}\r\r`, keys.enter]],
		['its number and Enter at once', [`${count}`, '\r']],
		['Enter twice within 10 ms', ['\r', '\r']],
		['the arrow and Enter without its number', [keys.right, '\r']],
		['another number', ['2', '0', '1', '\r']],
	])('are not paused by %s', async (_, pressed) => {
		const {master} = await start();
		await using served = master;
		const running = await opened(served);
		await askForAll(running);
		for (const text of pressed) {
			running.press(text);

			await pauseFor(6);
		}

		await pauseFor(reading);
		running.press(keys.esc);
		await pauseFor(reading);
		await quit(running);
		expect(served.sent).toEqual([]);
	});

	it('are paused as confirmed where somebody has paused, stopped and resumed some of them meanwhile', async () => {
		const {master, put} = await start();
		await using served = master;
		const running = await opened(served);
		await askForAll(running);
		await typeNumber(running);
		put({'task-000': 'Paused', 'task-001': ''});
		const screen = await running.until(text => text.includes('changed meanwhile'));
		expect(screen).toContain(`Pause ${count} tasks`);
		await enterUntil(() => served.sent.length > 0, running);
		await until('all are sent', () => served.sent.length >= count);
		await pauseFor(reading);
		await quit(running);
		expect(sentOf(served)).toEqual(all);
	});
});

/** Asks for an operation on the first task, which somebody else changes while the question is shown; answers it. */
const answerAfter = async (key: string, before: Stages, after: Stages) => {
	const {master, put} = await start();
	await using served = master;
	put(before);
	const running = await opened(served);
	running.press('/', 'task-000', keys.enter);
	await running.until(screen => screen.includes('1-1 of 1'));
	running.press(key);
	await running.until(screen => screen.includes('[Cancel]'));
	put(after);
	const question = await running.until(screen => screen.includes('changed meanwhile'));
	await pauseFor(reading);
	running.press(keys.right);
	const isAnswered = (screen: string) =>
		['[Cancel]', 'move, then', 'Enter does it'].every(sign => !screen.includes(sign));
	await enterUntil(() => isAnswered(running.screen()), running);
	const answer = await running.until(isAnswered);
	await pauseFor(reading);
	await quit(running);
	return {question, answer, sent: sentOf(served), bodies: served.sent.map(({body}) => body)};
};

describe.concurrent('a task that somebody else operates between the question and the answer', () => {
	it.each([
		['paused', 'P', {}, {'task-000': 'Paused'}, 'task-000 is now Paused (was Running)', {op: 2}],
		['resumed', 'R', {'task-000': 'Paused'}, {}, 'task-000 is now Running (was Paused)', {op: 3}],
	])('and has %s already: what has changed is said, and what was confirmed is sent', async (...given) => {
		const [, key, before, after, change, body] = given;
		const {question, sent, bodies} = await answerAfter(key, before, after);
		expect(question).toContain(change);
		expect(sent).toEqual([all[0]]);
		expect(bodies).toEqual([expect.objectContaining(body)]);
	});

	it.each([
		['pause', 'P', {}],
		['resume', 'R', {'task-000': 'Paused'}],
	])('and has stopped: nothing is sent to %s it, and it is said why', async (_, key, before) => {
		const {question, answer, sent} = await answerAfter(key, before, {'task-000': ''});
		expect(question).toContain('changed meanwhile: task-000 is gone.');
		expect(question).toContain('The selection no longer exists.');
		expect(answer).toContain('Cancelled: nothing was sent.');
		expect(sent).toEqual([]);
	});
});
