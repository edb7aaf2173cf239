/**
 * Small inputs made after public reports of people who run DM: what a person sees of each (test/fixtures/field/expected.md).
 */
import {readFileSync} from 'node:fs';
import path from 'node:path';
import {expect, it} from 'vitest';
import {parseStatusDocument} from '../../../source/dm/parse-status.js';
import type {Observation} from '../../../source/providers/provider.js';
import {rowOf} from '../parts.js';
import {type Screen, keys, noon, showScreen} from '../screen.js';

const texts = (name: string): readonly string[] => {
	const text = readFileSync(path.join(import.meta.dirname, '../../fixtures/field', name), 'utf8');
	return name.endsWith('.jsonl') ? text.trim().split('\n') : [text];
};

const at = (text: string, seconds: number): Observation => ({
	kind: 'status',
	at: noon + seconds * 1000,
	status: parseStatusDocument(text),
});

const show = async (name: string): Promise<Screen> =>
	showScreen([at(texts(name)[0]!, 0)], {columns: 120, rows: 40});

/** Shows one line after the other, `step` seconds apart; `seen` is what the screen was after each of them. */
const play = async (name: string, step: number): Promise<Screen & {readonly seen: readonly string[]}> => {
	const [first = '', ...others] = texts(name);
	const screen = await show(name);
	const {text, apply} = screen;
	const seen = [text()];
	expect(first).not.toBe('');
	for (const [index, line] of others.entries()) {
		const seconds = (index + 1) * step;
		await apply([at(line, seconds)], noon + seconds * 1000);
		seen.push(text());
	}

	return {...screen, seen};
};

const headerOf = (text: string): string => text.split('\n', 2)[1]!;

it('a lag of 0 between two batches has no effect: the row keeps its sign, its place and its lag', async () => {
	const {seen} = await play('lag-zero-between-batches.jsonl', 2);
	for (const text of seen) {
		expect(rowOf(text, 'shop')).toMatch(/^▸! shop +Running .* (?:\?|≥?5m\S*) /v);
		expect(headerOf(text)).not.toContain('lag max 0s');
	}
});

it('a lag that DM reports for a task level with its upstream is only shown as DM’s own value', async () => {
	const {text, press} = await show('lag-though-level.json');
	expect(rowOf(text(), 'shop')).toMatch(/● shop .* 0s /v);
	expect(headerOf(text())).toContain('lag max 0s');
	await press(keys.enter, keys.enter);
	expect(text()).toMatch(/DM’s lag +1d01h \(91 220 s\) {2}not trusted: it is level with the upstream/v);
});

it('a checkpoint beyond the end of the upstream has no lag, no distance, and a message', async () => {
	const {text, rest} = await show('syncer-beyond-master.json');
	expect(rowOf(text(), 'reset')).toMatch(/✗ reset .* \? .* - .* past the upstream’s/v);
	await rest();
	expect(text()).toMatch(/RESET MASTER, another server/v);
});

it('transactions missing below the end are reported beside numbers that look fine', async () => {
	const {text, press, rest} = await show('gtid-hole.json');
	expect(rowOf(text(), 'shop')).toMatch(/✗ shop .* 0s .* 0 B .* 19 transactions missing/v);
	await press('e');
	expect(rowOf(text(), 'shop')).not.toBe('');
	await rest();
	expect(text()).toMatch(/19 transactions .* not in the checkpoint/v);
});

it('a task that does not move while its upstream does is not a healthy row, and is one event', async () => {
	const {seen, press, text} = await play('stuck.jsonl', 10);
	expect(rowOf(seen[0]!, 'shop')).toContain('● shop');
	const last = seen.at(-1)!;
	expect(rowOf(last, 'shop')).toMatch(/^▸! shop .* no progress ≥?\d+m/v);
	expect(last).toContain('5 Events(1)');
	await press('e');
	expect(rowOf(text(), 'shop')).not.toBe('');
});

it('a source that never answered is a problem of the task that may be on it, with what to do', async () => {
	const {text, press, rest} = await show('silent-source.json');
	// What the other sources tell of its lag is a bound for the task.
	expect(rowOf(text(), 'shop')).toMatch(/\? shop +Running\? .* \? .* no answer/v);
	await rest();
	expect(text()).toMatch(/replica-a: The source did not answer: [\s\S]*?\n do {4}\S/v);
	// The page of the error, from the row that may be on the source, is that of the source.
	await press('?');
	expect(text()).toMatch(/^ shop › replica-a › errors/mv);
	expect(text()).toContain('worker-timeout');
	await press('q', '2');
	expect(rowOf(text(), 'replica-a')).toMatch(/no answer .* unknown /v);
	expect(rowOf(text(), 'replica-b')).toMatch(/bound .* off /v);
});

it('a broken relay of a second worker is a problem of the source, with its worker and its error', async () => {
	const {text, press, rest} = await show('relay-of-second-worker.json');
	expect(headerOf(text())).toContain('2 relays on');
	await press('2', 'e');
	expect(rowOf(text(), 'replica-a')).toMatch(/^▸[^●] ?replica-a .* Paused /v);
	await rest();
	expect(text()).toMatch(/relay {2}Paused on w2/v);
	expect(text()).toMatch(/relay {2}Running on w1/v);
	expect(text()).toContain('30015');
});

it('a task that leaves the list is no longer in the list, but not gone', async () => {
	const {seen, press, text} = await play('list-shrinks.jsonl', 2);
	await press('5');
	expect(text()).toMatch(
		/bill +No longer in the list: the task was stopped or, before DM 5\.4, its worker is offline/v,
	);
	expect(text()).not.toContain('gone');
	expect(seen[0]).toContain('bill');
});

it('a source that waits for a sharded DDL shows for whom it waits, and the latter does not wait', async () => {
	const {text, press, rest} = await show('shard-wait.json');
	expect(rowOf(text(), 'shop')).toMatch(/! shop .* waits for replica-b/v);
	await press(keys.enter);
	expect(rowOf(text(), 'replica-a')).toMatch(/! replica-a .* waits /v);
	expect(rowOf(text(), 'replica-b')).toMatch(/● replica-b .* awaited /v);
	await rest();
	expect(text()).toMatch(/A sharded DDL waits for replica-b/v);
	expect(text()).toContain('ALTER TABLE `shop`.`orders` ADD COLUMN `c2` INT');
});

it('an optimistic conflict is explained, with the owner', async () => {
	const {text, rest} = await show('optimistic-conflict.json');
	expect(rowOf(text(), 'shop')).toMatch(/[!✗] shop .* conflicts/v);
	await rest();
	expect(text()).toContain('`shop_1`.`orders_1`');
	expect(text()).toContain('11111');
	expect(text()).not.toContain('class=functional');
});

it('rows that differ are marked in the list, counted in VALIDATE and kept by “only problems”', async () => {
	const {text, press, resize} = await show('validation-errors.json');
	expect(rowOf(text(), 'shop')).toMatch(/✗ shop +Running .* 17 rows differ/v);
	await press('e');
	expect(rowOf(text(), 'shop')).not.toBe('');
	await resize(200, 40);
	await press(keys.enter);
	expect(text()).toMatch(/VALIDATE/v);
	expect(rowOf(text(), 'replica-a')).toMatch(/17 differ .*17 rows differ/v);
});

it('a stalled load has no ETA, and DM’s own progress', async () => {
	const {seen} = await play('load-stalls.jsonl', 2);
	for (const text of seen) {
		expect(rowOf(text, 'shop')).toMatch(/ (?:10|15|20)% /v);
	}

	expect(rowOf(seen.at(-1)!, 'shop')).toMatch(/0 B\/s +- +- /v);
});

it('a manual pause is one finding, even if it left an error', async () => {
	const {text, press, rest} = await show('paused-by-hand-closed.json');
	expect(rowOf(text(), 'shop')).toMatch(/‖ shop .* paused manually/v);
	await rest();
	expect(text()).toMatch(/The error in its result was caused by the pause itself/v);
	await press(keys.enter, keys.enter);
	expect(text()).toMatch(/\n· Paused manually/v);
	expect(text()).not.toContain('stopped by an error');
});

it('each cause of 1236 has its own advice', async () => {
	const {text, press, rest} = await show('error-1236.json');
	const advice = new Set<string>();
	for (const task of ['t-gtid-off', 't-impossible', 't-packet', 't-purged', 't-same-id']) {
		expect(rowOf(text(), task)).toContain(`✗ ${task}`);
		await rest();
		const lines = text().split('\n');
		advice.add(lines.find(line => line.startsWith(' do ')) ?? '');
		await press(keys.down);
	}

	expect(advice).not.toContain('');
	expect(advice.size).toBe(5);
});
