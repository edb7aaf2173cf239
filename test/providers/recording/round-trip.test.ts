import {Buffer} from 'node:buffer';
import {readFile} from 'node:fs/promises';
import {gunzipSync} from 'node:zlib';
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {parseStatusDocument} from '../../../source/dm/parse-status.js';
import type {JsonObject} from '../../../source/dm/values/json-object.js';
import type {Observation} from '../../../source/providers/provider.js';
import {applyChange, difference} from '../../../source/providers/recording/lines/change.js';
import {pack, relayOfSource} from '../../../source/providers/recording/lines/exact-json.js';
import {jsonPieces} from '../../../source/providers/recording/lines/json-pieces.js';
import {recordProvider} from '../../../source/providers/recording/record-provider.js';
import {runs} from '../../rounds.js';
import {makeFolder} from '../../folder.js';
import {observations} from './arbitrary-observations.js';
import {endings, readAll, record, recordable, run, saying} from './recordings.js';

const fixture = async (name: string): Promise<string> =>
	readFile(new URL(`../../fixtures/dm-v7.5/${name}`, import.meta.url), 'utf8');

const folders = [
	'loading',
	'syncing',
	'relay-on',
	'load-errors',
	'ddl-lock-and-sync-errors',
	'paused-by-user',
];

/** A cluster's recorded answers, one every two seconds, in every form that it was asked for. */
const recordedAnswers = async (): Promise<Observation[]> => {
	const names = folders.flatMap(folder => [
		`${folder}/v1alpha1-status.json`,
		`${folder}/openapi-tasks.json`,
		`${folder}/dmctl-list.json`,
		`${folder}/v1alpha1-status.json`,
	]);
	const texts = await Promise.all(names.map(async name => fixture(name)));
	return texts.map((text, index) => ({
		kind: 'status',
		at: 1_754_000_000_000 + index * 2000,
		status: parseStatusDocument(text),
	}));
};

test('a recording contains no control sequences', async () => {
	const folder = makeFolder();
	const hostile = '\u{9B}31m\u{202E}\u{E0041}\u{2028}\u{E0B0}\u{1B}[2J';
	const path = folder.file('night.jsonl');
	const said: Observation[] = [
		{kind: 'cluster', at: 1, endpoint: hostile, leader: hostile},
		{kind: 'silence', at: 2, asked: [hostile], problem: {what: hostile, fix: '', detail: ''}},
		{kind: 'silence', at: 3, asked: [hostile], problem: {what: `${hostile}!`, fix: '', detail: ''}},
		{kind: 'operation', at: 4, outcome: 'done', subject: hostile, text: hostile, detail: [hostile]},
		{
			kind: 'operation',
			at: 4,
			outcome: 'under-way',
			subject: hostile,
			text: hostile,
			detail: [],
			source: hostile,
			cause: {sending: hostile, operation: 'transfer-source', sources: [hostile], isOver: false},
		},
	];
	await run(recordProvider(saying(said, {title: hostile, name: hostile}), {path}));
	expect(await readFile(path, 'utf8')).toMatch(/^[\n\u{20}-\u{7E}]+$/v);
	const {observations: played} = await readAll(path);
	expect(played).toEqual(recordable(said));
});

describe.each(endings)('a recording stored as %s', ending => {
	test('plays what was recorded of a real cluster', async () => {
		const folder = makeFolder();
		const said = await recordedAnswers();
		const passed = await record(said, {path: folder.file(`night${ending}`)});
		expect(passed).toEqual(said);
		const {observations: played, problem} = await readAll(folder.file(`night${ending}`));
		expect(problem).toBe('');
		expect(played).toEqual(recordable(said));
	});

	test('plays any observation of a provider', async () => {
		const folder = makeFolder();
		let count = 0;
		await fc.assert(
			fc.asyncProperty(observations, async said => {
				count += 1;
				const path = folder.file(`${count}${ending}`);
				await record(said, {path});
				const {observations: played, problem} = await readAll(path);
				expect(problem).toBe('');
				expect(played).toEqual(recordable(said));
			}),
			runs(30),
		);
	});
});

test('every change is restored', () => {
	// V8 13.6 parses the key `"` as `\` where an object with that key was parsed before; no name of a field has either.
	const unit = fc.string({minLength: 1, maxLength: 1}).filter(text => !/["\\]/v.test(text));
	const key = fc.oneof(fc.string({unit, maxLength: 3}), fc.constantFrom('a', 'b', 'c', '$a', '__proto__'));
	const {object} = fc.letrec<{value: unknown; object: JsonObject}>(tie => ({
		value: fc.oneof(
			{maxDepth: 4},
			fc.oneof(fc.jsonValue({maxDepth: 0, stringUnit: unit}), fc.double(), fc.bigInt()),
			fc.array(tie('value'), {maxLength: 4}),
			tie('object'),
			fc.constant(relayOfSource),
		),
		object: fc.dictionary(key, tie('value'), {maxKeys: 5, noNullPrototype: true}),
	}));
	fc.assert(
		fc.property(object, object, (before, after) => {
			const text = [...jsonPieces(difference(before, after) ?? {})].join('');
			expect(applyChange(pack(before) as JsonObject, JSON.parse(text) as JsonObject)).toEqual(pack(after));
		}),
		runs(3000),
	);
});

test('numbers past 2^53 stay exact, as do doubles that JSON cannot express', async () => {
	const folder = makeFolder();
	const base = parseStatusDocument(await fixture('syncing/v1alpha1-status.json'));
	const entry = base.sources.find(({subtasks}) => subtasks.some(({sync}) => sync !== undefined))!;
	const subtask = entry.subtasks.find(({sync}) => sync !== undefined)!;
	const said = [2n ** 63n, 2n ** 64n - 1n, 5, Infinity, -0, 2n ** 53n].map(
		(totalRows, index): Observation => {
			const next = {...subtask, sync: {...subtask.sync!, totalRows}};
			return {
				kind: 'status',
				at: 1_754_000_000_000 + index,
				asked: [entry.source],
				status: {...base, sources: [{...entry, subtasks: [next]}]},
			};
		},
	);
	await record(said, {path: folder.file('big.jsonl')});
	const {observations: played} = await readAll(folder.file('big.jsonl'));
	expect(played).toEqual(recordable(said));
});

test('compressed recordings have the same lines as the plain one, for other tools that read them', async () => {
	const folder = makeFolder();
	const said = await recordedAnswers();
	const [plain, gzip] = [folder.file('a.jsonl'), folder.file('a.jsonl.gz')];
	await record(said, {path: plain});
	await record(said, {path: gzip});
	const anonymous = (text: string): string =>
		text.replaceAll(/"(?:recording|start)":(?:"[\d\-a-f]+"|\d+)/gv, '');
	const lines = await readFile(plain, 'utf8');
	const unzipped = gunzipSync(await readFile(gzip)).toString();
	expect(anonymous(unzipped)).toBe(anonymous(lines));
	for (const line of lines.trimEnd().split('\n')) {
		expect(JSON.parse(line)).toBeTypeOf('object');
	}
});

test('unchanged parts take almost no space', async () => {
	const folder = makeFolder();
	const [first] = await recordedAnswers();
	const path = folder.file('same.jsonl');
	await record(
		Array.from({length: 50}, (_, index) => ({...first!, at: 1_754_000_000_000 + index * 2000})),
		{path},
	);
	const {length} = await readFile(path);
	// The whole once where it is said, and once in the past of the end.
	expect(length).toBeLessThan(2 * Buffer.byteLength(JSON.stringify(first)) + 50 * 60);
});
