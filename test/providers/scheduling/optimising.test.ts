/**
 * In a process of its own, since V8's flags are for all of a process: V8 itself tells what it optimises.
 */
import {execFileSync} from 'node:child_process';
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {build} from 'esbuild';
import {afterAll, beforeAll, expect, it} from 'vitest';

let folder: string;
let optimised: readonly string[];

/** Functions that run often enough to be optimised, each at its time. */
const program = `
import {heedLoad, optimiseWhenBusy} from './source/providers/scheduling/optimising.ts';

const second = 1000;
const used = share => ({user: share * 1e6, system: 0});

const run = work => {
	for (let i = 0; i < 300; i++) {
		work(1000);
	}
};

const sum = 'let sum = 0; for (let i = 0; i < n; i++) { sum += i % 7; } return sum;';
const at = name => eval('(function ' + name + '(n) {' + sum + '})');

run(at('beforeItIsSaid'));
optimiseWhenBusy();
heedLoad(0, used(0));
heedLoad(1 * second, used(1.1));
run(at('inTheFirstSecond'));
heedLoad(5 * second, used(1.1));
run(at('afterABusyStart'));
heedLoad(10 * second, used(1.1 + 0.7));
run(at('whenQuiet'));
heedLoad(15 * second, used(1.8 + 0.8));
run(at('whenBusy'));
heedLoad(20 * second, used(2.6 + 0.45));
run(at('whenLessBusy'));
heedLoad(25 * second, used(3.05 + 0.35));
run(at('whenQuietAgain'));
heedLoad(26 * second, used(3.4 + 1.15));
run(at('afterASecondOfWork'));
heedLoad(27 * second, used(3.4 + 1.25));
run(at('afterMoreThanASecondOfWork'));
setTimeout(() => {}, 200);
`;

beforeAll(async () => {
	folder = await mkdtemp(path.join(tmpdir(), 'dm-top-optimising-'));
	const outfile = path.join(folder, 'program.mjs');
	await build({
		stdin: {contents: program, resolveDir: path.join(import.meta.dirname, '../../..')},
		outfile,
		bundle: true,
		format: 'esm',
		platform: 'node',
		logLevel: 'error',
		logOverride: {'direct-eval': 'silent'},
	});
	const stdout = execFileSync(process.execPath, ['--trace-opt', outfile], {encoding: 'utf8'});
	optimised = Array.from(
		stdout.matchAll(/\[compiling method .*?<JSFunction (?<name>\w+)/gv),
		({groups}) => groups!['name']!,
	);
});

afterAll(async () => {
	await rm(folder, {recursive: true, force: true});
});

const expectOptimised = (name: string): void => {
	expect(optimised).toContain(name);
};

const expectPlain = (name: string): void => {
	expect(optimised).not.toContain(name);
};

it.for(['beforeItIsSaid', 'whenBusy', 'whenLessBusy', 'afterMoreThanASecondOfWork'])(
	'functions are optimised %s',
	expectOptimised,
);

it.for(['inTheFirstSecond', 'afterABusyStart', 'whenQuiet', 'whenQuietAgain', 'afterASecondOfWork'])(
	'no function is optimised %s',
	expectPlain,
);
