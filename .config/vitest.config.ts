import {fileURLToPath} from 'node:url';
import {defineConfig} from 'vitest/config';

/** Tests of functions that take values and return values: nothing of one file is left over for the next. */
const pure = ['components', 'dm', 'findings', 'monitor', 'operations'].map(
	folder => `test/${folder}/**/*.test.{ts,tsx}`,
);

export default defineConfig({
	root: fileURLToPath(new URL('..', import.meta.url)),
	test: {
		globalSetup: fileURLToPath(new URL('build-before-tests.ts', import.meta.url)),
		// Half of the time is spent waiting for servers and terminals.
		maxWorkers: '150%',
		// Colours in a test's output must not depend on the terminal it runs in.
		env: {FORCE_COLOR: '1', NO_COLOR: '', TZ: 'UTC'},
		testTimeout: 60_000,
		hookTimeout: 60_000,
		projects: [
			{extends: true, test: {name: 'pure', include: pure, isolate: false}},
			{extends: true, test: {name: 'rest', include: ['test/**/*.test.{ts,tsx}'], exclude: pure}},
		],
	},
});
