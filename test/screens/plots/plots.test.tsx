import {expect, test} from 'vitest';
import type {Observation} from '../../../source/providers/provider.js';
import {parseStatusDocument} from '../../../source/dm/parse-status.js';
import {queryStatus} from '../../dm/recorded.js';
import {behind, entry, errors} from '../../monitor/watched.js';
import {unicodeSymbols} from '../../../source/components/symbols.js';
import {lineText} from '../../../source/components/line.js';
import {footerLine} from '../../../source/screens/chrome/footer.js';
import {contextOf} from '../../../source/screens/context/context.js';
import {pressKey} from '../../../source/screens/keys/press.js';
import {initialState, placeOf} from '../../../source/screens/state/state.js';
import {keys, makeApp, noon, showScreen} from '../screen.js';

type Json = Readonly<Record<string, unknown>>;

/** What `orders` on two sources and `users` on one of them tell, `seconds` after noon. */
const answer = (seconds: number, rest: Json = {}): Observation => ({
	kind: 'status',
	at: noon + seconds * 1000,
	status: parseStatusDocument(
		queryStatus([
			entry('s1', [
				behind('orders', {secondsBehindMaster: String(60 + seconds), totalRows: String(seconds * 20)}, rest),
				behind('users', {secondsBehindMaster: '3'}),
			]),
			entry('s2', [behind('orders', {secondsBehindMaster: '30', totalRows: String(seconds * 5)})]),
		]),
	),
});

/** Ten minutes of answers, one every ten seconds. */
const tenMinutes = Array.from({length: 61}, (_, index) => answer(index * 10));

const end = noon + 600_000;

const show = async (options: Parameters<typeof showScreen>[1] = {}) =>
	showScreen(tenMinutes, {columns: 120, rows: 40, now: end, ...options});

test('the preview of a task plots its lag by source, its rows/s and how far it is behind', async () => {
	const screen = await show();
	const text = screen.text();
	expect(text).toMatch(/lag 10m {3}a s1 {2}b s2 .*rows\/s 10m .*behind the upstream 10m/v);
	expect(text).toMatch(/15m ┤.* 50 ┤.* 10 MB ┤/v);
	expect(text).toContain('└-10m───────────-5m────────────now');
});

test('z shows one plot on the whole screen, z again the next one, Esc returns', async () => {
	const screen = await show();
	await screen.press('z');
	expect(screen.text()).toContain(' orders › lag ');
	expect(screen.text()).toMatch(/least 60s|least 1m00s|least 1m/v);
	await screen.press('z');
	expect(screen.text()).toContain(' orders › rows/s ');
	await screen.press(keys.left, keys.left);
	expect(screen.text()).toContain(' orders › bytes/s ');
	await screen.press(keys.right);
	expect(screen.text()).toContain(' orders › lag ');
	await screen.press(keys.esc);
	expect(screen.text()).toContain('1 Tasks');
});

test('z skips plots without values, and says so where there is no other', async () => {
	const first = await showScreen([answer(0), answer(10), answer(20)], {
		columns: 120,
		rows: 40,
		now: noon + 20_000,
	});
	await first.press('z', 'z');
	expect(first.text()).toContain(' orders › rows/s ');
	// Of the checkpoint's speed nothing is known in the first minute.
	await first.press('z', 'z');
	expect(first.text()).toContain(' orders › lag ');
	const single = await showScreen([answer(0)], {columns: 120, rows: 40, now: noon});
	await single.press(keys.down, 'z', 'z');
	expect(single.text()).toContain('No other plot of it has values in this time.');
	expect(single.text()).toContain(' users › lag ');
});

test('the hint of z reads no values of other plots: that takes long for a task on many sources', () => {
	const {props} = makeApp(tenMinutes, {now: end});
	const cluster = props.cluster.current();
	let readings = 0;
	const context = contextOf(
		{...initialState, path: [{kind: 'tasks'}, {kind: 'plot', task: 'orders', measure: 'lag'}]},
		{
			props: {
				...props,
				cluster: {
					...props.cluster,
					past(...asked) {
						readings++;
						return props.cluster.past(...asked);
					},
				},
			},
			symbols: unicodeSymbols,
			look: () => ({
				width: 120,
				height: 40,
				ids: [],
				page: [],
				sortable: [],
				open: () => undefined,
				matches: [],
				canMark: false,
				cluster,
			}),
			exit: () => undefined,
		},
	);
	expect(lineText(footerLine(context, 120))).toContain('z next plot');
	expect(readings).toBe(0);
	expect(placeOf(pressKey('z', context))).toMatchObject({kind: 'plot', measure: 'rows'});
	expect(readings).toBeGreaterThan(0);
});

test('} and { change how far back all plots reach, and say so if there is no more', async () => {
	const screen = await show();
	await screen.press('{');
	expect(screen.text()).toContain('Plots show the last 10m: they reach no closer.');
	await screen.press('}');
	expect(screen.text()).toContain('Plots show the last 1h.');
	expect(screen.text()).toContain('lag 1h');
	await screen.press('}', '}', '}', '}');
	expect(screen.text()).toContain('Plots show the last 7d: they reach no further back.');
	expect(screen.text()).toContain('└-7d');
});

test('events are shown on the time axis, with a legend of the signs, and below the plots', async () => {
	const screen = await showScreen([...tenMinutes, answer(605, {stage: 'Paused', result: errors(36_067)})], {
		columns: 120,
		rows: 40,
		now: noon + 620_000,
	});
	expect(screen.text()).toMatch(/rows\/s 10m {3}✗ problem/v);
	expect(screen.text()).toMatch(/└-10m.*✗now|└-10m.*✗/v);
	expect(screen.text()).toMatch(/What happened\n.*12:10:05 ✗ orders\/s1/v);
});

test('with ASCII only, plots are drawn in ASCII', async () => {
	const screen = await show({ascii: true});
	expect(screen.text()).toMatch(/15m \+/v);
	expect(screen.text()).toMatch(/^\p{ASCII}*$/v);
});

test('a message says that a subject is gone, or that a view has no plots', async () => {
	const screen = await show();
	await screen.press('z');
	await screen.apply(
		[
			{
				kind: 'status',
				at: end + 5000,
				status: parseStatusDocument(queryStatus([entry('s1', []), entry('s2', [])])),
			},
		],
		end + 5000,
	);
	expect(screen.text()).toContain('orders is no longer there.');
	await screen.press(keys.esc, '3', 'z');
	expect(screen.text()).toContain('Nothing is plotted here: go to a task or source.');
});

test('the page of a subtask shows its fix, then its history and the binlog, then the rest', async () => {
	const screen = await show();
	await screen.press(keys.enter, keys.enter);
	const lines = screen.text().split('\n');
	const lineOf = (pattern: RegExp): number => lines.findIndex(line => pattern.test(line));
	expect(lineOf(/what to do/v)).toBeGreaterThan(0);
	expect(lineOf(/lag 10m .* rows\/s 10m/v)).toBeGreaterThan(lineOf(/what to do/v));
	expect(lineOf(/─12:05─/v)).toBeGreaterThan(lineOf(/lag 10m/v));
	expect(lineOf(/binlog checkpoint 000001:1000 ├.* 8\.6 MB .*┤ upstream 000001:9000000/v)).toBeGreaterThan(
		lineOf(/─12:05─/v),
	);
	expect(lineOf(/^State/v)).toBeGreaterThan(lineOf(/binlog checkpoint/v));
});
