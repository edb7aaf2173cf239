import {fileURLToPath} from 'node:url';
import {defineConfig} from 'vitest/config';

export default defineConfig({
	root: fileURLToPath(new URL('..', import.meta.url)),
	test: {
		globalSetup: fileURLToPath(new URL('build-before-tests.ts', import.meta.url)),
		include: ['test/**/*.test.{ts,tsx}'],
		// Colours in a test's output must not depend on the terminal it runs in.
		env: {FORCE_COLOR: '1', NO_COLOR: '', TZ: 'UTC'},
		testTimeout: 30_000,
		hookTimeout: 30_000,
	},
});
