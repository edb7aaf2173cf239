/** What a file of a recording is made of: blocks that can be read without those before them, and all that could be recorded. */
import {Buffer} from 'node:buffer';
import {readFile} from 'node:fs/promises';
import {expect, test} from 'vitest';
import type {Observation, Problem} from '../../../../source/providers/provider.js';
import {formatVersion, readBlockLine, readObject} from '../../../../source/providers/recording/format.js';
import {gap, makeNight, nightStart} from '../made-night.js';
import {makeFolder} from '../../../folder.js';
import {readAll, record} from '../recordings.js';
import {parseStatusDocument} from '../../../../source/dm/parse-status.js';
import {Recorder} from '../../../../source/providers/recording/recorder.js';
import {RecordingWriter} from '../../../../source/providers/recording/writing/recording-writer.js';
import {finish} from '../../../../source/dm/steps.js';
import {statusOf} from '../../../chaos/soak/changing-cluster.js';

test('a block begins every two minutes, with its initial state and the turning points before it', async () => {
	const folder = makeFolder();
	const said = [...makeNight(200)];
	await record(said, {path: folder.file('night.jsonl')});
	const text = await readFile(folder.file('night.jsonl'), 'utf8');
	const lines = text.trimEnd().split('\n');
	const starts = lines.flatMap(line => readBlockLine(line) ?? []);
	expect(starts.map(({block}) => block)).toEqual([0, 1, 2, 3, 4]);
	expect(starts.map(({end}) => end)).toEqual([false, false, false, false, true]);
	expect(starts.map(({at}) => (at - nightStart) / 1000)).toEqual([0, 120, 240, 360, 398.002]);
	expect(starts.map(({n}) => said[n]?.at)).toEqual([
		...[0, 120, 240, 360].map(seconds => nightStart + seconds * 1000),
		undefined,
	]);
	// The errors begin at look 40, 100 and 160: each is named by the next block.
	const errorsOf = starts.map(({marks}) =>
		marks.filter(({kind}) => kind === 'error').map(({at}) => Math.floor((at - nightStart) / gap)),
	);
	expect(errorsOf.map(looks => [...new Set(looks)])).toEqual([[], [40], [80, 100], [160, 170], []]);
	for (const [index, {past, previous}] of starts.entries()) {
		const from = Buffer.byteLength(text.slice(0, text.indexOf(`{"block":${index},`)));
		expect(previous).toBe(
			index === 0 ? -1 : Buffer.byteLength(text.slice(0, text.indexOf(`{"block":${index - 1},`))),
		);
		const body = Buffer.from(text).subarray(from).toString();
		const begin = body.indexOf('\n') + 1;
		const told = Buffer.from(body)
			.subarray(begin, begin + past)
			.toString();
		expect(told.split('\n').every(line => line === '' || readObject(line)?.['past'] !== undefined)).toBe(
			true,
		);
	}
});

/** Two answers with other names: the lines of both are turning points. */
const floods = [0, 1].map((number): Observation => ({
	kind: 'status',
	at: nightStart + number * 1000,
	status: parseStatusDocument(
		statusOf(
			Array.from({length: 200}, (_, index) => `source-${number}-${index}`),
			number,
		),
	),
}));

const header = {
	'dm-top': 'recording',
	format: formatVersion,
	version: '1.0.0',
	provider: 'http',
	title: 'm1:8261',
	start: nightStart,
	redacted: false,
	recording: 'r',
} as const;

test.each([1, 2, 5, 9])(
	'what is recorded after step %i of a flood begins no block in the middle of a line',
	async steps => {
		const path = makeFolder().file('flood.jsonl');
		const writer = new RecordingWriter({path, header, onProblem: () => undefined});
		const recorder = new Recorder(writer);
		recorder.record(floods[0]!);
		const recording = recorder.recordSteps(floods[1]!);
		for (let step = 0; step < steps; step++) {
			expect(recording.next().done).toBe(false);
		}

		const note = {kind: 'operation', outcome: 'done', subject: 'orders', text: 'paused', detail: []} as const;
		const noted: Observation = {...note, at: nightStart + 125_000};
		recorder.record(noted);
		finish(recording);
		await recorder.end();
		const text = await readFile(path, 'utf8');
		const lines = text.trimEnd().split('\n');
		expect(lines.filter(line => readObject(line) === undefined)).toEqual([]);
		const starts = lines.flatMap(line => readBlockLine(line) ?? []);
		expect(starts.map(({past}) => past > 100_000)).toEqual([false, true, false]);
		const {observations, problem} = await readAll(path);
		expect(problem).toBe('');
		expect(observations).toEqual([...floods, noted]);
	},
);

test('an observation that cannot be written is reported once, and all others are recorded', async () => {
	const folder = makeFolder();
	const path = folder.file('night.jsonl');
	const [first, second, third] = makeNight(1);
	const endless: Record<string, unknown> = {kind: 'cluster', at: nightStart + 1};
	endless['leader'] = [endless];
	const broken = endless as unknown as Observation;
	const problems: Array<Problem | undefined> = [];
	const passed = await record([first!, broken, second!, broken, third!], {
		path,
		onProblem(problem) {
			problems.push(problem);
		},
	});
	expect(passed).toEqual([first, broken, second, broken, third]);
	expect(problems).toEqual([
		{
			what: 'An observation could not be recorded',
			fix: 'The others are.',
			detail: expect.stringContaining('stack'),
		},
	]);
	const {observations, problem} = await readAll(path);
	expect(observations).toEqual([first, second, third]);
	expect(problem).toBe('');
});
