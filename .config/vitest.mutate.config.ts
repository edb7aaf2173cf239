import {readFileSync} from 'node:fs';
import process from 'node:process';
import {fileURLToPath} from 'node:url';
import {defineConfig} from 'vitest/config';
import {BaseSequencer, type TestSpecification} from 'vitest/node';
import config from './vitest.config.ts';

/** The folder that is mutated, where it is one: its own tests are to find it. */
const folder = process.env['DM_TOP_MUTATED'] ?? 'source';

/** The tests that mutants are run against: those in this process, without terminals or the built program; of servers the simulator's own. */
const outside = [
	'test/{chaos,config,documentation,e2e,modes,session,terminal}/**',
	'test/providers/{dm-master,file,module,metrics}/**',
];

/** Those that take seconds, or draw the whole program at each key: a mutant that no other test finds would take minutes. */
const slow = [
	'test/dm/any-text.property.test.ts',
	'test/dm/reading/pasted.property.test.ts',
	'test/findings/scenarios.test.ts',
	'test/monitor/churn.test.ts',
	'test/operations/following/follow.property.test.ts',
	'test/providers/recording/**/{seek,secrets.property,cut-off,redacted-findings}*',
	'test/providers/recording/redact/forgetting.test.ts',
	'test/screens/**/*.test.tsx',
	'test/screens/lists/{columns/columns,previews/previews}.test.ts',
	'test/simulator/history.test.ts',
	'test/simulator/server/{operated,watched}.test.ts',
	// What is hidden, and how it stands in a line, is told without a file.
	...(/recording\/(?:redact|lines)$/v.test(folder)
		? ['test/providers/recording/**/{round-trip,writing,replay}.test.ts']
		: []),
];

/** The tests beside it: those of the folder itself, where it has some. */
const tests =
	folder === 'source'
		? 'test'
		: folder
				.split('/')
				.slice(0, 3)
				.join('/')
				.replace(/^source\//v, 'test/');

/** Tests that run a scenario or make files take longest: what another finds does not wait for them. */
class QuickFirst extends BaseSequencer {
	override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
		const isSlow = ({moduleId}: TestSpecification) =>
			/imulat|makeFolder/v.test(readFileSync(moduleId, 'utf8'));
		return files.toSorted((left, right) => Number(isSlow(left)) - Number(isSlow(right)));
	}
}

export default defineConfig({
	root: fileURLToPath(new URL('..', import.meta.url)),
	test: {
		include: [`${tests}/**/*.test.{ts,tsx}`],
		exclude: [...outside, ...slow],
		env: config.test!.env,
		setupFiles: config.test!.setupFiles,
		// The program with mutants in it is slow; one that never ends is stopped by Stryker.
		testTimeout: 60_000,
		isolate: false,
		sequence: {sequencer: QuickFirst},
	},
});
