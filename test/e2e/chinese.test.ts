/**
 * Every mode without a screen, run in Chinese: an English word that is on no short list has found its way past the catalogue.
 */
import {spawn} from 'node:child_process';
import {mkdir, writeFile} from 'node:fs/promises';
import {createServer} from 'node:http';
import path from 'node:path';
import process from 'node:process';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {invoked} from '../program/invoked.js';
import {speakLanguage} from '../../source/language/choose.js';
import {makeFolder} from '../folder.js';
import {onLoopback} from '../servers/loopback.js';
import {english} from './english-words.js';
import {program} from './terminal.js';

const root = path.join(import.meta.dirname, '../..');

let folder: string;

beforeAll(async () => {
	folder = makeFolder().path;
	await mkdir(path.join(folder, 'config', 'dm-top'), {recursive: true});
	await writeFile(path.join(folder, 'page.json'), '<html><title>Sign in</title></html>');
	await writeFile(path.join(folder, 'empty.json'), '');
	await writeFile(path.join(folder, 'cut.json'), '{"result": true, "sources": [{"sourceStatus": ');
	await writeFile(path.join(folder, 'list.json'), '{"result": true, "sources": 3}');
	await writeFile(path.join(folder, 'no-provider.js'), 'export default {name: 3};');
	await writeFile(path.join(folder, 'task.yaml'), 'is-sharding: true\n');
	await writeFile(path.join(folder, 'english.toml'), 'lang = "en"\n');
	await writeFile(path.join(folder, 'scenario.json'), '{"sumary": "x"}');
	await writeFile(
		path.join(folder, 'wrong.toml'),
		'theem = "dark"\ninterval = "often"\nbell = 3\n[clusters.prod]\n',
	);
});

afterAll(async () => {
	await speakLanguage('en');
});

/** `HERE` at the beginning of a word is the folder of these tests. */
const inFolder = (word: string): string =>
	word.startsWith('HERE') ? folder + word.slice('HERE'.length) : word;

const environment = (): Record<string, string> => ({
	TERM: 'xterm-256color',
	LANG: 'zh_CN.UTF-8',
	XDG_CONFIG_HOME: path.join(folder, 'config'),
	XDG_STATE_HOME: path.join(folder, 'state'),
});

/** What a run that ends by itself prints on both of its streams. */
const printed = async (
	parameters: readonly string[],
	env: Readonly<Record<string, string>> = {},
): Promise<string> => {
	const {out, err} = await invoked(parameters, {env: {...environment(), ...env}});
	return out + err;
};

/** What the built program prints on both of its streams until its end, or until it is ended because it has printed this. */
const printedByProgram = async (
	parameters: readonly string[],
	{input = '', until}: {readonly input?: string; readonly until?: RegExp} = {},
): Promise<string> =>
	new Promise(resolve => {
		const child = spawn(process.execPath, [program, ...parameters], {
			cwd: root,
			env: {PATH: process.env['PATH'], ...environment()},
		});
		let text = '';
		const take = (piece: string): void => {
			text += piece;
			if (until?.test(text)) {
				child.kill();
			}
		};

		child.stdout.setEncoding('utf8').on('data', take);
		child.stderr.setEncoding('utf8').on('data', take);

		child.on('close', () => {
			resolve(text);
		});
		child.stdin.on('error', () => undefined);
		child.stdin.end(input);
	});

// One after the other: the language is the process's.
describe('the language of a mode without a screen', () => {
	it.each<[string, readonly string[], Readonly<Record<string, string>>, boolean]>([
		['LANG', [], {LANG: 'zh_CN.UTF-8'}, true],
		['LC_MESSAGES over LANG', [], {LC_MESSAGES: 'en_US.UTF-8', LANG: 'zh_CN.UTF-8'}, false],
		['LC_ALL over LC_MESSAGES', [], {LC_ALL: 'zh_CN.UTF-8', LC_MESSAGES: 'en_US.UTF-8', LANG: 'C'}, true],
		['the setting over the locale', ['--config', 'HERE/english.toml'], {LANG: 'zh_CN.UTF-8'}, false],
		['DM_TOP_LANG over the setting', ['--config', 'HERE/english.toml'], {DM_TOP_LANG: 'zh'}, true],
		['--lang over DM_TOP_LANG', ['--lang', 'en'], {DM_TOP_LANG: 'zh'}, false],
		['a locale in another encoding', [], {LANG: 'zh_CN.GB18030'}, false],
	])('%s', async (_, parameters, env, isChinese) => {
		const text = await printed(['--help', ...parameters.map(word => inFolder(word))], {
			LANG: 'C',
			...env,
		});
		expect(text.includes('用法')).toBe(isChinese);
	});

	it('is that of the settings for config and for --once', async () => {
		const config = ['--config', path.join(folder, 'english.toml')];
		expect(await printed(['config', ...config])).toMatch(/^Settings file: /v);
		expect(await printed(['--once', '--simulate', 'calm', ...config])).toMatch(/^calm: \d+ tasks: /v);
	});

	it('does not change the names and codes of JSON', async () => {
		const json = ['--once', '--json', '--simulate', 'shop', '--seed', '1', '--lang'];
		const inEnglish = await printed([...json, 'en']);
		const inChinese = await printed([...json, 'zh']);
		const codes = (text: string): unknown =>
			JSON.parse(text, (key, value: unknown) =>
				['what', 'why', 'fix', 'problem', 'lagReason', 'stale', 'notes'].includes(key) ? undefined : value,
			) as unknown;
		const stable = (text: string) => {
			const {findings, tasks} = codes(text) as {
				findings: Array<Record<string, unknown>>;
				tasks: Array<Record<string, unknown>>;
			};
			return {
				findings: findings.map(({kind, severity, task, source}) => ({kind, severity, task, source})),
				tasks: tasks.map(({name, status, statusText, mode}) => ({name, status, statusText, mode})),
				keys: [...new Set(text.match(/"[A-Za-z]+":/gv))],
			};
		};

		expect(inChinese).toMatch(/\p{Script=Han}/v);
		expect(stable(inChinese)).toEqual(stable(inEnglish));
	});
});

describe.concurrent('in Chinese', () => {
	const cases: ReadonlyArray<readonly [line: string, dm: readonly string[]]> = [
		['--once --simulate shop', ['New']],
		['--once --simulate calm', ['settings']],
		['check --simulate shop', []],
		['check --simulate calm', []],
		['check --task nosuch --simulate calm', []],
		['wait orders --for running --simulate shop', []],
		['wait nosuch --for running --timeout 3s --simulate calm', []],
		['wait payments --for synced --simulate shop', []],
		['pause orders --simulate shop', []],
		['stop orders --yes --simulate shop', []],
		['pause nosuch --yes --simulate shop', []],
		['pause orders --yes --confirm-cluster other --simulate shop', ['other']],
		['pause orders --read-only --yes --simulate shop', []],
		['frobnicate --simulate shop', []],
		['pause --simulate shop', []],
		['relay --simulate shop', []],
		['validation orders --simulate shop', []],
		['start HERE/task.yaml --simulate shop', []],
		['start HERE/missing.yaml --simulate shop', []],
		['restart a b --simulate shop', []],
		['restart orders --start-time never --simulate shop', []],
		['explain', []],
		['explain thresholds', []],
		['explain subtask-error', ['connection is already closed']],
		['explain 36069', ['Please check if the binlog file could be parsed by']],
		['explain 1062', []],
		['explain nosuch', []],
		['config', []],
		['config --config HERE/wrong.toml', []],
		['--config HERE/missing.toml', []],
		['@nosuch', []],
		['--simulate help', ['rows', 'sources', 'new', 'behind', 'at', 'every', 'do', 'for', 'then']],
		['--simulate nosuch', []],
		['--simulate HERE/scenario.json', []],
		['--help', ['none']],
		['completion', []],
		['--nosuch', []],
		['--intervall 3', []],
		['--once=yes', []],
		['--interval often', []],
		['--theme pink', ['none']],
		['--threshold lag-hihg=3', []],
		['--threshold lag-high=often', []],
		['--seed 3', []],
		['--json --lang zh', []],
		['--file a --simulate shop', []],
		['check more', []],
		['wait', []],
		['wait orders --for ever', []],
		['export more --lang zh', []],
		['export --listen nowhere:x --lang zh', []],
		['--once --master-addr 127.0.0.1:1', []],
		['--once --master-addr ftp://x', []],
		['--once --master-addr a:b:c', []],
		['--once --master-addr https://127.0.0.1:1 --ssl-cert HERE/empty.json', []],
		['--once --file HERE/missing.json', []],
		['--once --file HERE', []],
		['--once --file HERE/empty.json', []],
		['--once --file HERE/page.json', ['Sign in']],
		['--once --file HERE/cut.json', []],
		['--once --file HERE/list.json', ['sources']],
		['--replay HERE/missing.dmr', []],
		['--replay HERE/page.json', []],
		['--once --record HERE/empty.json --simulate calm', []],
		['--once --provider HERE/missing.js', []],
		['--once --provider HERE/no-provider.js', ['export default']],
		['--once --simulate calm --prometheus ftp://x', []],
		['--listen 127.0.0.1:99999 --simulate shop', []],
	];
	it.each(cases)('dm-top %s', async (line, dm) => {
		const text = await printed(line.split(' ').map(word => inFolder(word)));
		expect(english(text, dm)).toEqual([]);
		expect(text).toMatch(/\p{Script=Han}/v);
	});

	it('--plain reports the cluster and each change', async () => {
		const text = await printedByProgram(['--plain', '--simulate', 'bad-ddl', '--speed', '20'], {
			until: /(?:\n.*){6}/v,
		});
		expect(english(text)).toEqual([]);
		expect(text).toMatch(/\p{Script=Han}/v);
	});

	it('--plain reports what is wrong with each document of a pipe', async () => {
		const text = await printedByProgram(['--plain', '--file', '-'], {
			input: 'hello\n{"result": true, "sources": []}\n{"tasks": 3}\n{"error": "no such", "code": 5}\n',
		});
		expect(english(text, ['hello', 'no such', 'tasks'])).toEqual([]);
		expect(text).toMatch(/\p{Script=Han}/v);
	});

	it.each([
		['export --simulate calm --listen 127.0.0.1:0 --lang zh', /metrics/v],
		['--simulate calm --listen 0.0.0.0:0', /\n.+\n/v],
		['--record HERE/made.jsonl --plain --simulate calm', /(?:\n.*){4}/v],
	])('dm-top %s', async (line, until) => {
		const text = await printedByProgram(
			line.split(' ').map(word => inFolder(word)),
			{until},
		);
		expect(english(text, ['settings'])).toEqual([]);
		expect(text).toMatch(/\p{Script=Han}/v);
	});

	it.each<[string, number, string, Readonly<Record<string, string>>]>([
		['a web page', 200, '<html><title>Proxy</title></html>', {}],
		['half a document', 200, '{"result": true, "sources": [', {}],
		['something else', 200, '[]', {}],
		['nothing', 200, '', {}],
		['another place', 302, '', {location: 'http://127.0.0.1:2/'}],
		['that access is denied', 403, '', {}],
		['that it is not found', 404, 'not found', {}],
		['that it is too large', 429, '', {}],
		['that a proxy reaches nobody', 502, '', {}],
		['that there is no leader', 503, '{"code": 14, "message": "x"}', {}],
		['that it failed', 500, '', {}],
	])('a dm-master that answers %s', async (_, status, body, headers) => {
		await using server = await onLoopback(
			createServer((_request, response) => {
				response.writeHead(status, headers).end(body);
			}),
		);
		const text = await printed(['--once', '--master-addr', server.address]);
		expect(english(text, ['not found'])).toEqual([]);
		expect(text).toMatch(/\p{Script=Han}/v);
	});
});
