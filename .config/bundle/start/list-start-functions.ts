/**
 * Writes start-functions.txt: which functions run until the first frame, and for --once, in the program as it is built.
 * `npm run start-functions`, now and then: a function that is not listed is compiled again at every start.
 */
import {execFileSync} from 'node:child_process';
import {mkdtemp, readdir, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import pty from 'node-pty';
import {createFleet} from '../../../benchmark/fleet.ts';
import {root} from '../bundle.ts';

type Coverage = {
	readonly result: ReadonlyArray<{
		readonly url: string;
		readonly functions: ReadonlyArray<{
			readonly functionName: string;
			readonly ranges: ReadonlyArray<{readonly count: number}>;
		}>;
	}>;
};

/** Short ones are React's, and stand for many. */
const shortest = 3;

const program = path.join(root, 'dist/cli.js');
const folder = await mkdtemp(path.join(tmpdir(), 'dm-top-start-'));
const file = path.join(folder, 'status.json');
const fleet = createFleet({tasks: 34, sources: 4, width: 1});
await writeFile(
	file,
	fleet.answer(() => 1),
);
const env = {...process.env, NODE_V8_COVERAGE: path.join(folder, 'coverage'), DM_TOP_STATE: '0'};
execFileSync(process.execPath, [program, '--once', '--file', file], {env});
const {promise: ended, resolve} = Promise.withResolvers<void>();
const child = pty.spawn(process.execPath, [program, '--file', file], {cols: 120, rows: 40, env});
child.onData(text => {
	if (text.includes(fleet.tasks[3]!)) {
		child.write('q');
	}
});
child.onExit(() => {
	resolve();
});
await ended;

/** The names under which a function is in the bundle: two of a name are told apart by a number behind. */
const namesOf = (name: string): readonly string[] => {
	const own = name.replace(/^(?:get|set) /v, '').replace(/^.*[#.]/v, '');
	return [own, own.replace(/(?<!\d)\d+$/v, '')];
};

const calledIn = async (name: string): Promise<readonly string[]> => {
	const {result} = JSON.parse(await readFile(path.join(env.NODE_V8_COVERAGE, name), 'utf8')) as Coverage;
	return result
		.filter(({url}) => url.includes('/dist/') && !url.includes('/chokidar-'))
		.flatMap(({functions}) => functions.filter(({ranges}) => ranges[0]!.count > 0))
		.flatMap(({functionName}) => namesOf(functionName))
		.filter(own => own.length >= shortest && /^[\w$]+$/v.test(own));
};

const coverage = await readdir(env.NODE_V8_COVERAGE);
const names = await Promise.all(coverage.map(async name => calledIn(name)));
await rm(folder, {recursive: true, force: true});
const sorted = [...new Set(names.flat())].toSorted((left, right) => left.localeCompare(right, 'en'));
await writeFile(path.join(import.meta.dirname, 'start-functions.txt'), `${sorted.join('\n')}\n`);
