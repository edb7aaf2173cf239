import {PassThrough, Readable} from 'node:stream';
import {describe, expect, it} from 'vitest';
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
				? observation.trouble.what
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
	it('gives each document when it is whole, long before the stream ends', async () => {
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

	it('takes what people paste, with prompt and remarks', async () => {
		const pasted = `\u{FEFF}» query-status\n${list.replace('"result": true,', '"result": true, # whether it worked')}`;
		expect(forms(await readAll([new TextEncoder().encode(pasted)]))).toStrictEqual(['dmctl-list']);
	});

	it('puts characters together that were cut apart', async () => {
		const bytes = new TextEncoder().encode(list.replaceAll('orders', '订单'));
		const [observation] = await readAll([...bytes].map(byte => Uint8Array.of(byte)));
		expect(observation).toMatchObject({
			status: {tasks: expect.arrayContaining([expect.objectContaining({name: '订单'})]) as unknown},
		});
	});

	it('tells once of text that is no document, and goes on', async () => {
		expect(forms(await readAll(['Warning: x\n', list, 'Warning: y\n', list]))).toStrictEqual([
			'input has text that belongs to no document: Warning: x',
			'dmctl-list',
			'dmctl-list',
		]);
	});

	it('tells what is wrong with a document, and goes on', async () => {
		const [wrong, ...others] = forms(await readAll(['{"name": "something else"}\n', list]));
		expect(wrong).toMatch(/^input: Expected a status document of DM/v);
		expect(others).toStrictEqual(['dmctl-list']);
	});

	it('says when it ended inside a document', async () => {
		const seen = await readAll([list, list.slice(0, 100)]);
		expect(forms(seen)).toStrictEqual(['dmctl-list', 'input ended inside a document']);
	});

	it('says when there was no document in it at all', async () => {
		expect(await readAll(['dmctl: command not found\n'], true)).toMatchObject([
			{
				trouble: {
					what: 'input ended without a status document',
					detail: 'It began: dmctl: command not found',
				},
			},
		]);
		expect(forms(await readAll([]))).toStrictEqual(['input ended without a status document']);
	});

	it('says when it is UTF-16', async () => {
		const bytes = Uint8Array.from([
			0xff,
			0xfe,
			...[...'{"a"'].flatMap(character => [character.codePointAt(0) ?? 0, 0]),
		]);
		expect(forms(await readAll([bytes.subarray(0, 1), bytes.subarray(1)]))).toStrictEqual([
			'input is UTF-16 text, not UTF-8',
		]);
	});

	it('says when it cannot be read', async () => {
		const stream = new PassThrough();
		await using observing = new Observing(createStreamProvider({stream, title: 'input'}));
		stream.destroy(new Error('the disk is on fire'));
		await observing.ended;
		expect(forms(observing.seen)).toStrictEqual(['input cannot be read: the disk is on fire']);
	});

	it('is over with the first document in one look, whatever is around it', async () => {
		const stream = new PassThrough();
		const observing = new Observing(createStreamProvider({stream, title: 'input'}), {once: true});
		stream.write(`Warning: x\n${list}`);
		await observing.ended;
		expect(forms(observing.seen)).toStrictEqual(['dmctl-list']);
	});

	it('lets go when it is told to, although the stream goes on', async () => {
		const stream = new PassThrough();
		const observing = new Observing(createStreamProvider({stream, title: 'input'}));
		stream.write(list);
		await observing.until(({kind}) => kind === 'status');
		await observing.stop();
		expect(stream.listenerCount('data')).toBe(0);
	});
});
