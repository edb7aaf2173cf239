import {fileURLToPath} from 'node:url';
import {defineConfig} from 'vitest/config';
import {rounds} from '../test/rounds.ts';

/** Tests of functions that take values and return values. */
const pure = ['components', 'dm', 'findings', 'monitor', 'operations'].map(
	folder => `test/${folder}/**/*.test.{ts,tsx}`,
);

/** Tests of what a process as a whole has: the modules it has loaded, the objects it holds, its environment. */
const ofProcess = [
	'test/modes/startup/compile-cache.test.ts',
	'test/providers/dm-master/grpc/{list-locks,loading}.test.ts',
	'test/providers/module/{guard,load}.test.ts',
	'test/terminal/output.test.ts',
];

export default defineConfig({
	root: fileURLToPath(new URL('..', import.meta.url)),
	test: {
		globalSetup: fileURLToPath(new URL('build-before-tests.ts', import.meta.url)),
		// Half of the time is spent waiting for servers and terminals.
		maxWorkers: '150%',
		// A process runs many files, and loads what they share once.
		isolate: false,
		// Colours in a test's output must not depend on the terminal it runs in.
		env: {FORCE_COLOR: '1', NO_COLOR: '', TZ: 'UTC'},
		setupFiles: fileURLToPath(new URL('../test/seed.ts', import.meta.url)),
		testTimeout: 60_000 * rounds,
		hookTimeout: 60_000,
		expect: {poll: {timeout: 40_000}},
		projects: [
			{extends: true, test: {name: 'pure', include: pure}},
			{
				extends: true,
				test: {name: 'rest', include: ['test/**/*.test.{ts,tsx}'], exclude: [...pure, ...ofProcess]},
			},
			{extends: true, test: {name: 'process', include: ofProcess, isolate: true}},
		],
	},
});
