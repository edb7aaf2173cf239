/** The first line: when what is on screen was known, and whether news still come. */
import {expect, test} from 'vitest';
import {lineText} from '../../../source/components/line.js';
import {unicodeSymbols} from '../../../source/components/symbols.js';
import {headerLine, noteLines, problemLines, type Watching} from '../../../source/screens/chrome/header.js';
import {observe} from '../../../source/monitor/known.js';
import {entry, noon, syncing, Watched} from '../../monitor/watched.js';

const shown = (watched: Watched, rest: Partial<Watching> = {}): string => {
	const watching: Watching = {
		title: 'prod',
		provider: 'http',
		interval: 2000,
		isFrozen: false,
		isReadOnly: false,
		today: noon,
		now: watched.now,
		newsAge: 0,
		...rest,
	};
	return lineText(headerLine(watched.view(), watching, unicodeSymbols, 100)).trimEnd();
};

const answered = (): Watched => new Watched().whole(entry('s1', [syncing('orders')]));

test('before the first answer it shows that there is none', () => {
	expect(shown(new Watched())).toMatch(/ connecting…$/v);
	expect(shown(new Watched().silence('connection refused'))).toMatch(/ no answer yet$/v);
});

test('the data is live until nothing new came for two intervals and six seconds', () => {
	const watched = answered();
	expect(shown(watched, {newsAge: 10_000})).toMatch(/12:00:00 UTC {2}● every 2s$/v);
	expect(shown(watched.wait(20), {newsAge: 10_001})).toMatch(/12:00:00 UTC {2}20s old$/v);
	expect(shown(answered(), {newsAge: 26_000, interval: 10_000})).toMatch(/● every 10s$/v);
	expect(shown(answered().wait(30), {newsAge: 26_001, interval: 10_000})).toMatch(/30s old$/v);
});

test('with a problem nothing is live', () => {
	expect(shown(answered().wait(3).silence('connection refused'))).toMatch(/3s old$/v);
	expect(shown(answered().wait(3).silence('connection refused'), {interval: undefined})).toMatch(
		/ UTC {2}3s old$/v,
	);
});

test('while nothing answers the age is told to the second', () => {
	const watched = answered().wait(3).silence('connection refused');
	expect(shown(watched, {now: noon + 13_999})).toMatch(/ UTC {2}13s old$/v);
	expect(shown(watched, {now: noon + 14_000})).toMatch(/ UTC {2}14s old$/v);
	expect(shown(watched, {now: noon + 201_000})).toMatch(/ UTC {2}3m21s old$/v);
	expect(shown(answered().wait(23), {newsAge: 23_000})).toMatch(/ UTC {2}23s old$/v);
});

test('after one failed poll the first line says so and nothing below moves', () => {
	const watched = new Watched({interval: 2000})
		.cluster({leader: 'm1'})
		.whole(entry('s1', [syncing('orders')]))
		.wait(3)
		.silence('connection refused');
	const lines = (): number => problemLines(watched.view(), watched.now, 100, 4).length;
	expect(shown(watched)).toMatch(/ leader m1.* UTC {2}no answer, 3s old$/v);
	expect(lines()).toBe(0);
	watched.wait(1).silence('connection refused');
	expect(shown(watched)).toMatch(/ UTC {2}4s old$/v);
	expect(shown(watched)).not.toContain('leader');
	expect(lines()).toBe(2);
});

test('a problem without advice has no gap where the advice would be', () => {
	const lines = (watched: Watched): readonly string[] =>
		problemLines(watched.view(), watched.now, 100, 4).map(line => lineText(line));
	expect(lines(answered().wait(3).silence('boom'))).toEqual([' boom', ' Below: as of 12:00:00.']);
	expect(lines(new Watched().silence('boom'))).toEqual([' boom']);
});

test('the usual problem takes two lines at 80 columns', () => {
	const refused = answered().wait(120);
	observe(refused.known, {
		kind: 'silence',
		at: refused.now,
		problem: {
			what: '127.0.0.1:8261 refused the connection',
			fix: 'Is dm-master running there, and is that its port?',
			detail: '',
		},
	});
	expect(problemLines(refused.view(), refused.now, 80, 4).map(line => lineText(line))).toEqual([
		' 127.0.0.1:8261 refused the connection',
		' Is dm-master running there, and is that its port? Below: as of 12:00:00.',
	]);
});

test('how old everything below is remains, however long the problem is, and what is cut has an ellipsis', () => {
	const long = answered().wait(3);
	observe(long.known, {
		kind: 'silence',
		at: long.now,
		problem: {
			what: 'found text that is no status '.repeat(5).trim(),
			fix: 'Write what dmctl prints. '.repeat(9).trim(),
			detail: '',
		},
	});
	const lines = (most: number): readonly string[] =>
		problemLines(long.view(), long.now, 60, most).map(line => lineText(line).trimEnd());
	expect(lines(4)).toEqual([
		' found text that is no status found text that is no status',
		' found text that is no status found text that is no status…',
		' Write what dmctl prints. Write what dmctl prints. Write…',
		' Below: as of 12:00:00.',
	]);
	expect(lines(5).slice(2)).toEqual([
		' found text that is no status',
		' Write what dmctl prints. Write what dmctl prints. Write…',
		' Below: as of 12:00:00.',
	]);
	expect(lines(2)).toEqual([
		' found text that is no status found text that is no status…',
		' Below: as of 12:00:00.',
	]);
	expect(lines(9).at(-1)).toMatch(/Below: as of 12:00:00\.$/v);
	expect(lines(9).join('')).not.toContain('…');
});

test('data that is sent when it changes is live, however old', () => {
	expect(shown(answered().wait(120), {interval: undefined, newsAge: 120_000})).toMatch(/● 2m old$/v);
});

test('frozen, it shows the time when it was frozen, and for how long', () => {
	const frozen = answered();
	expect(shown(frozen, {isFrozen: true, now: noon + 75_000})).toMatch(/12:00:00 UTC {2}frozen 1m15s$/v);
});

test('another day is shown with its date', () => {
	expect(shown(answered(), {today: noon + 86_400_000})).toMatch(/2025-11-23 12:00:00 UTC/v);
});

test('a warning has a second line where it does not fit in one, and an ellipsis where it is longer', () => {
	const lines = (warning: string): readonly string[] =>
		noteLines(answered().view(), warning, 60).map(line => lineText(line).trimEnd());
	expect(lines('')).toEqual([]);
	expect(lines('the recording is full')).toEqual([' the recording is full']);
	const wrong = '/home/anna/.config/dm-top/config.toml:12: interval takes a number, not "x".';
	expect(lines(`${wrong} The previous settings stay in effect.`)).toEqual([
		' /home/anna/.config/dm-top/config.toml:12: interval takes a',
		' number, not "x". The previous settings stay in effect.',
	]);
	expect(lines(`${wrong} ${wrong} ${wrong}`).at(-1)).toMatch(/…$/v);
});
