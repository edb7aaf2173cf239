/** Hostile strings in every place of an answer, in every mode: nothing of them commands a terminal or moves a row. */
import process from 'node:process';
import {expect, test} from 'vitest';
import {parseStatusDocument} from '../../source/dm/parse-status.js';
import {printJson} from '../../source/modes/once/json.js';
import {observeOnce} from '../../source/modes/once/observe-once.js';
import {printTable} from '../../source/modes/once/table.js';
import {eventLine, summaryLines} from '../../source/modes/plain/lines.js';
import type {Observation, Provider} from '../../source/providers/provider.js';
import {Redactor} from '../../source/providers/recording/redact/redactor.js';
import {escapeJson} from '../../source/terminal/sanitize.js';
import {answers, changed, namedCluster} from '../screens/changed-answers.js';
import {keys, noon, showScreen} from '../screens/screen.js';

/** The strings tried in each place: control sequences, invisible, joining, turning, wide, truncated or invalid characters. */
const suspects: readonly string[] = [
	...Array.from({length: 32}, (_, code) => String.fromCodePoint(code)),
	...Array.from({length: 33}, (_, index) => String.fromCodePoint(0x7f + index)),
	'\u{AD}',
	'\u{34F}',
	'\u{61C}',
	'\u{115F}',
	'\u{17B4}',
	'\u{180E}',
	'\u{3164}',
	'\u{FFA0}',
	'\u{FEFF}',
	...Array.from({length: 16}, (_, index) => String.fromCodePoint(0x20_00 + index)),
	...Array.from({length: 16}, (_, index) => String.fromCodePoint(0x20_28 + index)),
	...Array.from({length: 16}, (_, index) => String.fromCodePoint(0x20_60 + index)),
	'\u{E000}',
	'\u{E0B0}',
	'\u{F8FF}',
	'\u{F0000}',
	'\u{10FFFD}',
	'\u{FFF9}',
	'\u{FFFB}',
	'\u{FFFD}',
	'\u{FFFE}',
	'\u{E0001}',
	'\u{E0041}',
	'\u{E007F}',
	'\u{FE00}',
	'\u{FE0F}',
	'\u{E0100}',
	'\u{D800}',
	'\u{DC00}',
	'\u{DFFF}',
	'\u{1B}[2J',
	'\u{1B}]0;x\u{7}',
	'\u{1B}P1$r\u{1B}\\',
	'\u{9B}31m',
	'\u{1B}[?1049l',
	'\u{1B}c',
	'\u{1B}]52;c;eA==\u{7}',
	'e\u{301}',
	`e${'\u{301}'.repeat(200)}`,
	'\u{0E33}',
	'\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}',
	'\u{1F1E9}\u{1F1EA}',
	'名前',
	'ｗｉｄｅ',
	'عربى',
	'עברית',
	'\u{1F3FD}',
	'\u{2764}\u{FE0F}',
	'ﷺ',
	'𒐫',
	'\u{1100}\u{1161}\u{11A8}',
	'%s%n',
	'{}',
	'$x',
	'$(reboot)',
	'`reboot`',
	'; rm -rf ~',
	'| sh',
	"' OR 1=1 --",
	'<script>',
	'../../etc/passwd',
	'&amp;',
	'NaN',
	'Infinity',
	'-0',
	'1e999',
	'0x10',
	'99999999999999999999',
	'null',
	'undefined',
	'true',
	'[object Object]',
	'',
	'(x, 1)',
	'mysql-bin.000001:',
	'[position: ',
	'[code=0:class=',
	'Message: "',
	': : : ',
	'a@b:c@d',
	'--help',
	'-',
	'/',
	'\\',
	'"',
];

/** Each of them alone, within a word, at its ends, and many times. */
const strings: readonly string[] = suspects.flatMap(text => [
	text,
	`a${text}b`,
	`${text}c`,
	text.length > 50 ? text : text.repeat(30),
]);

const rounds = Number(process.env['DM_TOP_CHAOS'] ?? 1);

/** In round `round` the places have these strings, every other one its own text. */
const observed = (round: number): readonly Observation[] => {
	let count = round * 131;
	const name = (): string => strings[count++ % strings.length]!;
	let place = round;
	const status = (at: number): Observation => ({
		kind: 'status',
		at,
		status: parseStatusDocument(
			JSON.stringify(changed(answers[round % answers.length], text => (place++ % 2 === 0 ? name() : text))),
		),
	});
	return [
		...Array.from({length: 8}, () => namedCluster(name)).flat(),
		status(noon),
		status(noon + 2000),
		...namedCluster(name),
	];
};

/** What no line for a terminal holds: controls, what turns the direction or hides, lone halves of characters, tags. */
const commands =
	/[[\p{Control}\p{Surrogate}\u{61C}\u{200E}\u{200F}\u{2028}-\u{202E}\u{2066}-\u{2069}\u{FFF9}-\u{FFFB}\u{E0001}-\u{E007F}]--\n]/v;

const provider = (seen: readonly Observation[]): Provider => ({
	name: 'x',
	title: 'x',
	now: () => noon + 4000,
	async *observe() {
		yield* seen;
	},
});

const all = Array.from({length: answers.length * rounds}, (_, round) => round);

test('there are hundreds of them', () => {
	expect(new Set(strings).size).toBeGreaterThan(690);
});

test.each(all)('as a table, as JSON, as lines and in a recording: round %i', async round => {
	const seen = observed(round);
	const look = await observeOnce(provider(seen), {interval: 1000, untilEnd: true});
	const table = printTable(look, {ascii: false, width: 200, title: 'x'});
	expect(table).not.toMatch(commands);
	const lines = [
		...summaryLines(look.cluster, 'x'),
		...look.cluster.events.map(event => eventLine(event, noon)),
	];
	for (const line of lines) {
		expect(line).not.toMatch(commands);
		expect(line).not.toContain('\n');
	}

	const json = printJson(look, {title: 'x'});
	expect(json.replaceAll('\t', '')).not.toMatch(commands);
	const {tasks} = JSON.parse(json) as {readonly tasks: ReadonlyArray<{readonly name: string}>};
	expect(tasks.map(({name}) => name)).toEqual(look.cluster.tasks.map(({name}) => name.toWellFormed()));
	for (const hidesNames of [false, true]) {
		const redactor = new Redactor({hidesNames});
		for (const observation of seen) {
			const line = escapeJson(
				JSON.stringify(redactor.observation(observation), (_, value: unknown) =>
					typeof value === 'bigint' ? String(value) : value,
				),
			);
			expect(line).not.toMatch(commands);
			expect(line).not.toContain('\n');
		}
	}
});

test.each(all.slice(0, rounds > 1 ? undefined : 2))('on the screen: round %i', async round => {
	const screen = await showScreen(observed(round), {columns: 160, rows: 45, now: noon + 4000});
	for (const view of ['1', '2', '3', '4', '5', '6']) {
		await screen.press(view);
		for (const step of [[], [keys.enter], [keys.down, keys.down], [keys.esc]]) {
			await screen.press(...step);
			const text = screen.text();
			expect(text).not.toMatch(commands);
			expect(text.split('\n')).toHaveLength(45);
		}

		await screen.press(keys.esc, keys.esc);
		expect(screen.text()).toMatch(/^ ?1 Tasks/mv);
	}
});
