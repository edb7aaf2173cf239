import {availableParallelism} from 'node:os';
import {fileURLToPath} from 'node:url';
import {defineConfig} from 'vitest/config';
import {BaseSequencer, type TestSpecification} from 'vitest/node';
import {rounds} from '../test/rounds.ts';

const inFolders = (...folders: readonly string[]): string[] =>
	folders.map(folder => `test/${folder}/**/*.test.{ts,tsx}`);

/** Tests of functions that take values and return values. */
const pure = inFolders('components', 'dm', 'findings', 'monitor', 'operations');

/** Tests that wait most of their time: for servers, terminals and the built program. */
const waiting = inFolders(
	'{chaos,config,documentation,e2e,modes,session,terminal}',
	'providers/{dm-master,file,module}',
);

/** Tests of what a process as a whole has: the modules it has loaded, the objects it holds, its environment, its clock. */
const ofProcess = [
	'test/modes/startup/compile-cache.test.ts',
	'test/providers/dm-master/grpc/{list-locks,loading}.test.ts',
	'test/providers/module/{guard,load}.test.ts',
	'test/session/watching/clock-set.test.ts',
	'test/terminal/tty/output.test.ts',
];

/** In percent of them Vitest counts no more than there are. */
const cores = availableParallelism();

/** More side by side than there are cores, and before those that are kept busy: the longest wait must not be what is left at the end. */
const beside = {maxWorkers: cores * 2, sequence: {groupOrder: 0}};

const busy = {maxWorkers: cores, sequence: {groupOrder: 1}};

/** Those that take longest begin first: none of them is to be all that is left at the end. */
const longest = [
	'e2e/settings',
	'chaos/chaos',
	'e2e/life-cycle',
	'e2e/terminals',
	'documentation/commands',
	'e2e/operate',
	'e2e/chinese',
	'tty/life-cycle',
	'frame-writer.property',
	'script/failures',
	'language/everywhere',
	'language/chinese',
	'recording/seek',
	'recording/writing',
	'simulator/history',
	'monitor/churn',
	'findings/scenarios',
];

class LongestFirst extends BaseSequencer {
	override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
		const isLong = ({moduleId}: TestSpecification) => longest.some(name => moduleId.includes(`/${name}`));
		const sorted = await super.sort(files);
		return sorted.toSorted((left, right) => Number(isLong(right)) - Number(isLong(left)));
	}
}

export default defineConfig({
	root: fileURLToPath(new URL('..', import.meta.url)),
	// As in the program; what React's development build is called with is not in the other.
	oxc: {jsx: {development: false}},
	test: {
		globalSetup: fileURLToPath(new URL('build-before-tests.ts', import.meta.url)),
		// A process runs many files, and loads what they share once.
		isolate: false,
		// Colours in a test's output must not depend on the terminal it runs in.
		env: {FORCE_COLOR: '1', NO_COLOR: '', TZ: 'UTC'},
		setupFiles: fileURLToPath(new URL('../test/set-up.ts', import.meta.url)),
		sequence: {sequencer: LongestFirst},
		testTimeout: 60_000 * rounds,
		hookTimeout: 60_000,
		expect: {poll: {timeout: 40_000}},
		projects: [
			{extends: true, test: {name: 'process', include: ofProcess, isolate: true, ...beside}},
			{extends: true, test: {name: 'waiting', include: waiting, exclude: ofProcess, ...beside}},
			{extends: true, test: {name: 'pure', include: pure, ...busy}},
			{
				extends: true,
				test: {
					name: 'rest',
					include: ['test/**/*.test.{ts,tsx}'],
					exclude: [...pure, ...waiting, ...ofProcess],
					// React and Ink are those of the program: their development builds draw more slowly. For a terminal without
					// a size, which ink-testing-library's is, Ink would start two processes that find it out.
					env: {NODE_ENV: 'production', COLUMNS: '80', LINES: '24'},
					...busy,
				},
			},
		],
	},
});
