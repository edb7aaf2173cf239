import {once as eventOf} from 'node:events';
import {PassThrough, Readable} from 'node:stream';
import {setImmediate as nextTurn} from 'node:timers/promises';
import {describe, expect, it} from 'vitest';
import {Watched} from '../../monitor/watched.js';
import {createStreamProvider} from '../../../source/providers/file/stream.js';
import type {Observation} from '../../../source/providers/provider.js';
import {Observing} from '../../servers/observing.js';
import {fixture} from '../../servers/recorded-master.js';

const syncing = fixture('dm-v7.5', 'syncing', 'v1alpha1-status.json');
const list = fixture('dm-v7.5', 'relay-on', 'dmctl-list.json');

const forms = (seen: readonly Observation[]): string[] =>
	seen.map(observation =>
		observation.kind === 'status'
			? observation.status.form
			: observation.kind === 'silence'
				? observation.problem.what
				: '?',
	);

const readAll = async (chunks: ReadonlyArray<string | Uint8Array>, once = false): Promise<Observation[]> => {
	const observing = new Observing(createStreamProvider({stream: Readable.from(chunks), title: 'input'}), {
		once,
	});
	await observing.ended;
	return observing.seen;
};

describe('a stream of documents', () => {
	it('gives each document when it is complete, long before the stream ends', async () => {
		const stream = new PassThrough();
		await using observing = new Observing(createStreamProvider({stream, title: 'input'}));
		stream.write(syncing.slice(0, 1000));
		stream.write(syncing.slice(1000));
		const first = await observing.until(({kind}) => kind === 'status');
		expect(first).toMatchObject({status: {form: 'query-status'}});
		expect(first).not.toHaveProperty('asked');
		stream.write(list);
		expect(await observing.until(({kind}) => kind === 'status')).toMatchObject({
			status: {form: 'dmctl-list'},
		});
		stream.end();
		await observing.ended;
		expect(observing.seen).toHaveLength(2);
	});

	it('does not parse a document to its end once nobody wants it', async () => {
		for (const isOnce of [false, true]) {
			// Reading it takes many slices, of which the first has begun when this chunk has arrived.
			const large = `{${' '.repeat(16 * 1024 * 1024)}${syncing.slice(1)}`;
			const stream = Readable.from([large]);
			const observing = new Observing(createStreamProvider({stream, title: 'input'}), {once: isOnce});
			await eventOf(stream, 'data');
			await nextTurn();
			await observing.stop();
			expect(observing.seen).toStrictEqual([]);
		}
	});

	it('accepts pasted text, with prompt and comments', async () => {
		const pasted = `\u{FEFF}» query-status\n${list.replace('"result": true,', '"result": true, # whether it worked')}`;
		expect(forms(await readAll([new TextEncoder().encode(pasted)]))).toStrictEqual(['dmctl-list']);
	});

	it('joins characters that were split between chunks', async () => {
		const bytes = new TextEncoder().encode(list.replaceAll('orders', '订单'));
		const [observation] = await readAll([...bytes].map(byte => Uint8Array.of(byte)));
		expect(observation).toMatchObject({
			status: {listed: expect.arrayContaining([expect.objectContaining({name: '订单'})]) as unknown},
		});
	});

	it('reports once that text is not a document, and continues', async () => {
		expect(forms(await readAll(['Warning: x\n', list, 'Warning: y\n', list]))).toStrictEqual([
			'input, line 1: text that belongs to no document: Warning: x',
			'dmctl-list',
			'dmctl-list',
		]);
	});

	it('reports text after a document without making what was read old', async () => {
		const seen = await readAll([list, 'Exit 0\n']);
		expect(forms(seen)).toStrictEqual([
			'dmctl-list',
			'input, line 41: text that belongs to no document: Exit 0',
		]);
		const watched = new Watched({interval: 2000});
		for (const observation of seen) {
			watched.observe(observation);
		}

		watched.wait(600);
		expect(watched.view()).toMatchObject({
			problem: undefined,
			isOld: false,
			notes: [{path: '', text: 'input, line 41: text that belongs to no document: Exit 0'}],
		});
		expect(watched.view().diagnosis.findings.map(({kind}) => kind)).toContain('unreadable');
		watched.observe(seen[0]!);
		expect(watched.view().notes).toStrictEqual([]);
	});

	it('reports what is wrong with a document, and continues', async () => {
		const [wrong, ...others] = forms(await readAll(['{"name": "something else"}\n', list]));
		expect(wrong).toMatch(/^input: Expected a status document of DM/v);
		expect(others).toStrictEqual(['dmctl-list']);
	});

	it('reports when it ended inside a document', async () => {
		const seen = await readAll([list, list.slice(0, 100)]);
		expect(forms(seen)).toStrictEqual([
			'dmctl-list',
			'input: Expected a whole document, found one that ends at line 47, column 6, inside $.tasks[0]',
		]);
	});

	it('reports when there was no document in it at all', async () => {
		expect(forms(await readAll(['dmctl: command not found\n']))).toStrictEqual([
			'input, line 1: text that belongs to no document: dmctl: command not found',
			'input ended without a status document',
		]);
		expect(forms(await readAll([]))).toStrictEqual(['input ended without a status document']);
	});

	it.each<[string, readonly number[], boolean]>([
		['with a mark', [0xff, 0xfe], true],
		['without a mark', [], true],
		['with a mark, the high byte first', [0xfe, 0xff], false],
		['without a mark, the high byte first', [], false],
	])('may be UTF-16 %s, however it is split', async (_name, mark, isLittle) => {
		const text = list.replaceAll('orders', '订单');
		const units = Array.from({length: text.length}, (_, index) => text.codePointAt(index)! % 0x1_00_00);
		const bytes = [
			...mark,
			...units.flatMap(unit => {
				const [high, low] = [Math.floor(unit / 256), unit % 256];
				return isLittle ? [low, high] : [high, low];
			}),
		];
		for (const chunks of [[Uint8Array.from(bytes)], bytes.map(byte => Uint8Array.of(byte))]) {
			const [observation, ...others] = await readAll(chunks);
			expect(others).toStrictEqual([]);
			expect(observation).toMatchObject({
				status: {listed: expect.arrayContaining([expect.objectContaining({name: '订单'})]) as unknown},
			});
		}
	});

	it('says what it is when it is not text', async () => {
		expect(await readAll([Uint8Array.of(0x1f, 0x8b, 8, 0)])).toMatchObject([
			{problem: {what: 'input is compressed with gzip', fix: 'Unpack it first, such as with gunzip -c.'}},
		]);
	});

	it.each<[string, (text: string) => string]>([
		['a log', text => text.replaceAll(/^/gmv, '[2026-08-01T02:51:15.758Z] ')],
		['jq, in colours', text => text.replaceAll('"result"', '\u{1B}[34;1m"result"\u{1B}[0m')],
		['a terminal of 80 columns', text => text.replaceAll(/^.{80}/gmv, '$&\n')],
	])('accepts documents from %s, chunk by chunk, without any other report', async (_name, mangle) => {
		const text = `${mangle(list)}\n${mangle(syncing)}\n`;
		const chunks = Array.from({length: Math.ceil(text.length / 7)}, (_, index) =>
			text.slice(index * 7, (index + 1) * 7),
		);
		expect(forms(await readAll(chunks))).toStrictEqual(['dmctl-list', 'query-status']);
	});

	it('counts the lines of the stream', async () => {
		const wrong = '{\n  "result": true,\n  "sources": [nothing]\n}';
		expect(forms(await readAll([`» query-status\n${wrong}\n${wrong} {"tasks": 7}`]))).toStrictEqual([
			'input: Expected a value inside $.sources[0], found "nothing]", at line 4, column 15',
			'input: Expected a value inside $.sources[0], found "nothing]", at line 8, column 15',
			'input: Expected a list of tasks, found the number 7, at $.tasks (document at line 9)',
		]);
	});

	it('reports a part of a document as skipped text', async () => {
		expect(forms(await readAll([`"subTaskStatus": [\n{"name": "x"}\n]\n${list}`]))).toStrictEqual([
			'input, line 1: text that belongs to no document: "subTaskStatus":',
			'dmctl-list',
		]);
	});

	it('reports when it cannot be read', async () => {
		const stream = new PassThrough();
		await using observing = new Observing(createStreamProvider({stream, title: 'input'}));
		stream.destroy(new Error('the disk is on fire'));
		await observing.ended;
		expect(forms(observing.seen)).toStrictEqual(['input cannot be read: the disk is on fire']);
	});

	it('says that a state stays only where there is one', async () => {
		const fixOf = async (...written: readonly string[]): Promise<string> => {
			const stream = new PassThrough();
			await using observing = new Observing(createStreamProvider({stream, title: 'input'}));
			for (const text of written) {
				stream.write(text);
				await observing.until(({kind}) => kind === 'status');
			}

			stream.destroy(new Error('the disk is on fire'));
			await observing.ended;
			const last = observing.seen.at(-1)!;
			return last.kind === 'silence' ? last.problem.fix : last.kind;
		};

		expect(await fixOf()).toBe('');
		expect(await fixOf(list)).toBe('The last known state stays on screen.');
	});

	it('stops when it is told to, although the stream continues', async () => {
		const stream = new PassThrough();
		const observing = new Observing(createStreamProvider({stream, title: 'input'}));
		stream.write(list);
		await observing.until(({kind}) => kind === 'status');
		await observing.stop();
		expect(stream.listenerCount('data')).toBe(0);
	});
});

describe('a single read of a stream', () => {
	it('waits for its end: the last document is used', async () => {
		const stream = new PassThrough();
		const observing = new Observing(createStreamProvider({stream, title: 'input'}), {once: true});
		stream.write(`Warning: x\n${list}`);
		stream.write(`» query-status orders\n${syncing}`);
		stream.end();
		await observing.ended;
		expect(forms(observing.seen)).toStrictEqual(['query-status']);
	});

	it('says what is wrong with the whole stream', async () => {
		expect(await readAll(['dmctl: ', 'command not found\n'], true)).toMatchObject([
			{
				problem: {
					what: 'input: Expected a status document of DM (query-status, /apis/v1alpha1/status/ or OpenAPI tasks), found text that begins with "dmctl: command not found", at line 1, column 1',
					fix: 'Pipe in what dmctl query-status prints, or what /apis/v1alpha1/status/ answers.',
				},
			},
		]);
		expect(await readAll(['{"result": true,'], true)).toMatchObject([
			{problem: {fix: 'The text ends too early: copy or write all of it, to the last }.'}},
		]);
	});

	it('ends when it is larger than any status', async () => {
		const stream = Readable.from(['x'.repeat(60), 'x'.repeat(60)]);
		const observing = new Observing(createStreamProvider({stream, title: 'input', limit: 100}), {once: true});
		await observing.ended;
		expect(forms(observing.seen)).toStrictEqual(['input cannot be read: it is larger than 0 MiB']);
	});

	it('stops when it is told to, although the stream continues', async () => {
		const stream = new PassThrough();
		const observing = new Observing(createStreamProvider({stream, title: 'input'}), {once: true});
		stream.write(list);
		await observing.stop();
		expect(observing.seen).toStrictEqual([]);
		expect(stream.listenerCount('data')).toBe(0);
	});
});
