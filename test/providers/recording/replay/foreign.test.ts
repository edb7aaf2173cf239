import {execFileSync} from 'node:child_process';
import {once} from 'node:events';
import {createServer} from 'node:net';
import {mkdir, readFile, rename, writeFile} from 'node:fs/promises';
import {gunzipSync, gzipSync, zstdCompressSync} from 'node:zlib';
import {expect, test} from 'vitest';
import {openReplay} from '../../../../source/providers/recording/replay/replay.js';
import {invoked} from '../../../program/invoked.js';
import {makeNight} from '../made-night.js';
import {makeFolder} from '../../../folder.js';
import {readAll, record} from '../recordings.js';

const newer = JSON.stringify({'dm-top': 'recording', format: 3, title: 'x'});

test.each([
	[
		'status.json',
		'{"result":true,"msg":"","sources":[]}\n',
		'@ is JSON, but not a recording of dm-top. If it is a status of DM, show it with --file @.',
	],
	[
		'list.json',
		'[1,2]',
		'@ is JSON, but not a recording of dm-top. If it is a status of DM, show it with --file @.',
	],
	[
		'notes.txt',
		'Dear all,\nlast night',
		'@ is not a recording of dm-top: it begins with "Dear all,". Recordings are made with --record FILE.',
	],
	['empty', '', '@ is empty: nothing was recorded.'],
	[
		'cut',
		'{"dm-top":"recor',
		'@ ends before its first line does: nothing was recorded yet, or the rest of the file was lost.',
	],
	[
		'newer',
		`${newer}\n`,
		'@ was recorded by a newer dm-top, in format 3; this one reads 2. Replay it with that version.',
	],
	[
		'status.json.gz',
		gzipSync('{"result":true}'),
		'@ is JSON, but not a recording of dm-top. If it is a status of DM, show it with --file @.',
	],
	[
		'notes.zst',
		zstdCompressSync('Dear all,'),
		'@ is not a recording of dm-top: it begins with "Dear all,". Recordings are made with --record FILE.',
	],
	[
		'broken.gz',
		Uint8Array.of(0x1f, 0x8b, 1, 2, 3, 4),
		'@ ends before its first line does: nothing was recorded yet, or the rest of the file was lost.',
	],
])('%s is refused with what it is', async (name, content, message) => {
	const folder = makeFolder();
	await writeFile(folder.file(name), content);
	await expect(openReplay(folder.file(name))).rejects.toThrow(
		message.replaceAll('@', () => folder.file(name)),
	);
});

test('a missing file, and a folder, are named by the path that was given', async () => {
	const folder = makeFolder();
	await mkdir(folder.file('nights'));
	await expect(openReplay(folder.file('none.jsonl'))).rejects.toThrow(
		`There is no file ${folder.file('none.jsonl')} to replay.`,
	);
	await expect(openReplay(folder.file('nights'))).rejects.toThrow(
		`${folder.file('nights')} is a folder: give the recording in it.`,
	);
});

test('a FIFO, a socket and a device are refused at once', async () => {
	const folder = makeFolder();
	execFileSync('mkfifo', [folder.file('fifo')]);
	const server = createServer().listen(folder.file('socket'));
	await once(server, 'listening');
	for (const path of [folder.file('fifo'), folder.file('socket'), '/dev/zero', '/dev/null']) {
		await expect(openReplay(path)).rejects.toThrow(
			`${path} is a pipe, a device or a socket, but a recording is read at any place. Save it to a file first; a live stream of statuses is shown with --file ${path}.`,
		);
	}

	server.close();
});

test('lines written by something else are skipped, and the rest is played', async () => {
	const folder = makeFolder();
	const said = [...makeNight(3)];
	const path = folder.file('edited.jsonl');
	await record(said, {path});
	const text = await readFile(path, 'utf8');
	const lines = text.trimEnd().split('\n');
	const strange = [
		'not JSON at all',
		'{"n":900,"at":1754000000001,"kind":"status","status":{"sources":7}}',
		'{"n":901,"of":77,"at":1754000000001}',
		'{"n":902,"at":1754000000001,"kind":"wedding"}',
		'{"n":903,"at":1754000000001,"kind":"status","status":{"form":"dmctl-list","sources":[],"tasks":[{"name":"x","sources":[{"$subtask":[0,9]}]}],"notes":[]}}',
		'{"comment":"from the future"}',
	];
	await writeFile(path, [...lines.slice(0, 4), ...strange, ...lines.slice(4), ''].join('\n'));
	const {observations, problem} = await readAll(path);
	expect(observations).toEqual(said);
	expect(problem).toMatch(/edited\.jsonl/v);
});

test.each([
	['a cluster whose workers are a number', {kind: 'cluster', workers: 5}],
	[
		'a subtask without a stage',
		{
			kind: 'status',
			status: {
				form: 'query-status',
				result: true,
				msg: '',
				listed: [],
				notes: [],
				sources: [
					{
						source: 's',
						worker: 'w',
						result: true,
						msg: '',
						subtasks: [{task: 't', source: 's', worker: 'w', unit: 'Sync', unresolvedDDLLockID: '', msg: ''}],
					},
				],
			},
		},
	],
	['a jump to another time, which is not recorded', {kind: 'restart'}],
])('%s is left out, and the rest is played', async (_, fields) => {
	const folder = makeFolder();
	const said = [...makeNight(3)];
	const path = folder.file('edited.jsonl');
	await record(said, {path});
	const text = await readFile(path, 'utf8');
	const lines = text.trimEnd().split('\n');
	const strange = JSON.stringify({n: 900, at: said[0]!.at, ...fields});
	await writeFile(path, [...lines.slice(0, 3), strange, ...lines.slice(3), ''].join('\n'));
	const {observations, problem} = await readAll(path);
	expect(observations).toEqual(said);
	expect(problem).toMatch(/^A line of edited\.jsonl cannot be read, at /v);
	expect(await invoked(['--replay', path, '--once'])).toMatchObject({err: ''});
});

test('a recording in format 1, which stored the tasks of every form, is played', async () => {
	const folder = makeFolder();
	const path = folder.file('old.jsonl');
	await record([...makeNight(1)], {path});
	const text = await readFile(path, 'utf8');
	const [header, block] = text.split('\n', 2);
	const subtask = {
		task: 'orders',
		source: 's1',
		worker: '',
		stage: '',
		unit: '',
		unresolvedDDLLockID: '',
		msg: '',
	};
	const entry = {source: 's1', worker: '', result: true, msg: '', subtasks: [subtask]};
	const task = {
		name: 'orders',
		status: 'Error',
		statusText: 'Error - why',
		incomplete: false,
		missing: [],
		sources: [{$subtask: [0, 0]}, {...subtask, source: 's2'}],
	};
	const rest = {result: true, msg: '', sources: [entry], notes: []};
	const at = 1_754_000_000_000;
	const statuses = [
		{form: 'dmctl-list', tasks: [task], ...rest},
		{form: 'openapi-tasks', tasks: [{...task, mode: 'all', shardMode: 'optimistic'}], ...rest},
		{form: 'query-status', tasks: [task], ...rest},
	];
	await writeFile(
		path,
		[
			header!.replace('"format":2', '"format":1'),
			block,
			...statuses.map((status, n) => JSON.stringify({n, at, kind: 'status', status})),
			'',
		].join('\n'),
	);
	const {observations} = await readAll(path);
	const sources = ['s1', 's2'];
	expect(observations.map(said => said.kind === 'status' && said.status)).toEqual([
		{form: 'dmctl-list', listed: [{name: 'orders', statusText: 'Error - why', sources}], ...rest},
		{
			form: 'openapi-tasks',
			listed: [{name: 'orders', statusText: '', sources, mode: 'all', shardMode: 'optimistic'}],
			...rest,
		},
		{form: 'query-status', listed: [], ...rest},
	]);
});

test('the name of a recording need not show how it is stored', async () => {
	const folder = makeFolder();
	const said = [...makeNight(3)];
	await record(said, {path: folder.file('night.zst')});
	await rename(folder.file('night.zst'), folder.file('night.old'));
	const {observations} = await readAll(folder.file('night.old'));
	expect(observations).toEqual(said);
});

test('a plain recording made of a compressed one plays too', async () => {
	const folder = makeFolder();
	const said = [...makeNight(200)];
	await record(said, {path: folder.file('night.gz')});
	const zipped = await readFile(folder.file('night.gz'));
	await writeFile(folder.file('night.jsonl'), gunzipSync(zipped));
	const {observations, problem} = await readAll(folder.file('night.jsonl'));
	expect(problem).toBe('');
	expect(observations).toEqual(said);
});

test('an older recording calls the problem of a silence `trouble`', async () => {
	const folder = makeFolder();
	const path = folder.file('old.jsonl');
	await record([...makeNight(1)], {path});
	const text = await readFile(path, 'utf8');
	const problem = {what: 'mysql-01 did not answer', fix: 'Wait.', detail: 'deadline'};
	const at = 1_754_000_000_000;
	const silence = {n: 0, at, kind: 'silence', trouble: problem};
	await writeFile(path, [...text.split('\n').slice(0, 2), JSON.stringify(silence), ''].join('\n'));
	const {observations} = await readAll(path);
	expect(observations).toEqual([{kind: 'silence', at, problem}]);
});
