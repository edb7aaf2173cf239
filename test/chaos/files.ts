/** Bad files for `--file` and `--replay`. */
import {mkdir, symlink, writeFile} from 'node:fs/promises';
import {gzipSync} from 'node:zlib';

/** Makes it at `path`. */
type Make = (path: string) => Promise<void>;

const bytes =
	(content: string | Uint8Array): Make =>
	async path =>
		writeFile(path, content);

/** One kind of file; named for the report. */
export const files: ReadonlyArray<readonly [kind: string, name: string, make: Make]> = [
	['nothing', 'x', async () => undefined],
	['an empty file', 'x', bytes('')],
	[
		'a directory',
		'x',
		async path => {
			await mkdir(path);
		},
	],
	['an endless device', 'x', async path => symlink('/dev/zero', path)],
	['an empty device', 'x', async path => symlink('/dev/null', path)],
	['a link to itself', 'x', async path => symlink(path, path)],
	['random bytes', 'x', bytes(Uint8Array.from({length: 5000}, (_, index) => (index * 7919) % 256))],
	['JSON that is cut', 'x', bytes('{"result":true,"sources":[{"result":tr')],
	['a recording that is cut', 'x.jsonl.gz', bytes(gzipSync('{"dm-top":"recording"}\n').subarray(0, 20))],
	['a recording that is none', 'x.jsonl.zst', bytes('not zstd')],
	['a bomb of gzip', 'x.jsonl.gz', bytes(gzipSync(new Uint8Array(300_000_000), {level: 1}))],
];
