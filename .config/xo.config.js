import {noLookupByAnyString} from './lint/no-lookup-by-any-string.js';
import {notHere} from './lint/not-here.js';

/** What draws, asks and operates, and all that it stands on. */
const belowModes = [
	'dm',
	'providers',
	'simulator',
	'monitor',
	'findings',
	'operations',
	'session',
	'settings',
	'screens',
	'components',
	'terminal',
];

/**
 * Which folder may import which: imports go down only, as docs/architecture.md draws it. All may import language/.
 */
const folders = {
	language: [],
	terminal: [],
	dm: [],
	components: ['terminal'],
	providers: ['dm', 'terminal'],
	simulator: ['dm', 'providers', 'terminal'],
	monitor: ['dm', 'terminal'],
	findings: ['dm', 'monitor'],
	operations: ['dm', 'monitor', 'findings'],
	session: ['dm', 'providers', 'monitor', 'findings', 'operations'],
	settings: ['dm', 'components', 'terminal', 'providers', 'findings'],
	screens: ['dm', 'monitor', 'findings', 'operations', 'session', 'components', 'terminal'],
	modes: belowModes,
	program: [...belowModes, 'modes'],
};

/** The same for the folders inside the simulator. */
const simulatorFolders = {
	model: [],
	errors: ['model'],
	subtask: ['model', 'errors'],
	cluster: ['model', 'errors', 'subtask'],
	events: ['model', 'errors', 'subtask', 'cluster'],
	scenarios: [],
	scenario: ['model', 'errors', 'scenarios'],
	documents: ['model', 'errors'],
	answers: ['model', 'errors', 'subtask', 'cluster', 'documents'],
	operations: ['model', 'errors', 'subtask', 'cluster', 'documents', 'answers'],
	running: ['model', 'subtask', 'cluster', 'events', 'scenario', 'answers', 'operations'],
	master: ['model', 'documents', 'answers', 'operations', 'running'],
	provider: ['model', 'documents', 'answers', 'operations', 'running', 'master'],
	server: ['model', 'cluster', 'documents', 'errors', 'answers', 'operations', 'running', 'master'],
};

/** Contracts and pure pieces that every folder may use. */
const openToAll = [
	'source/providers/provider.ts',
	'source/providers/operation.ts',
	'source/providers/problem.ts',
	'source/providers/readers.ts',
	'source/components/quantity.ts',
	'source/components/read-quantity.ts',
	'source/terminal/width.ts',
	'source/terminal/sanitize.ts',
	'source/terminal/thrown.ts',
	'source/terminal/trace.ts',
];

const zones = Object.entries(folders).flatMap(([folder, allowed]) => [
	...Object.keys(folders)
		.filter(other => other !== folder && other !== 'language' && !allowed.includes(other))
		.map(other => ({
			target: `./source/${folder}`,
			from: `./source/${other}`,
			except: openToAll
				.filter(file => file.startsWith(`source/${other}/`))
				.map(file => `./${file.slice(`source/${other}/`.length)}`),
			message: `${folder}/ does not import ${other}/: see docs/architecture.md.`,
		})),
	// A provider of the user's in a single executable is given the public API.
	...(folder === 'program'
		? []
		: [
				{
					target: `./source/${folder}`,
					from: './source/*.ts',
					message: `${folder}/ does not import the root of source/.`,
				},
			]),
]);

const simulatorZones = Object.entries(simulatorFolders).flatMap(([folder, allowed]) =>
	Object.keys(simulatorFolders)
		.filter(other => other !== folder && !allowed.includes(other))
		.map(other => ({
			target: `./source/simulator/${folder}`,
			from: `./source/simulator/${other}`,
			message: `${folder}/ of the simulator does not import its ${other}/.`,
		})),
);

/** @type {import('xo').FlatXoConfig} */
const config = [
	{
		ignores: [
			'dist',
			'**/*.md',
			'test/fixtures',
			'screenshots/*.svg',
			'docs/*.schema.json',
			'source/dm/errors/codes/dm-codes.json',
		],
	},
	{
		// Otherwise xo makes a second program for the files of a folder whose name begins with a dot.
		files: ['.config/**/*.ts'],
		languageOptions: {parserOptions: {projectService: true}},
	},
	{
		files: ['package.json'],
		rules: {
			// It only concerns what this project is built and checked with.
			'package-json/no-overrides-in-published-package': 'off',
			// The file itself is always in the package.
			'package-json/prefer-files-field': 'off',
		},
	},
	{
		files: [
			'.config/bundle/patch-packages.ts',
			'.config/bundle/builtin-modules.ts',
			'.config/bundle/languages.ts',
			'.config/bundle/entries.ts',
			'.config/bundle/start/later-modules.ts',
			'.config/bundle/start/merge-chunks.ts',
			'.config/bundle/start/short-react.ts',
			'.config/bundle/start/short-grpc.ts',
			'.config/bundle/start/short-undici.ts',
		],
		rules: {
			// What esbuild filters by is read as a Go expression, which knows none of these flags.
			'require-unicode-regexp': 'off',
		},
	},
	{
		files: ['**/source/**/*.ts', '**/source/**/*.tsx'],
		plugins: {'dm-top': {rules: {'no-lookup-by-any-string': noLookupByAnyString}}},
		rules: {'dm-top/no-lookup-by-any-string': 'error'},
	},
	{
		prettier: true,
		rules: {
			'import-x/no-restricted-paths': ['error', {zones: [...zones, ...simulatorZones]}],
			// DM's own JSON names (DDLs, blockDDLOwner) and environment variables are not ours to rename.
			'@typescript-eslint/naming-convention': 'off',
			// A dm-master is a master.
			'unicorn/name-replacements': [
				'error',
				{
					replacements: {
						master: false,
						ref: false,
						props: false,
						args: false,
						env: false,
						dir: false,
						src: false,
						err: false,
						i: false,
					},
				},
			],
			// Masters are tried one after the other, and a poll waits between two refreshes.
			'no-await-in-loop': 'off',
			// Prettier takes away the parentheses that this rule asks for.
			'@stylistic/no-mixed-operators': 'off',
			// The runner is vitest, and only *.test.ts are tests: test/servers/ is there to be imported.
			'node-test/no-import-test-files': 'off',
			// A comparator falls back on the next by `||`, a flag is called as its command-line flag, a default covers the rest.
			'@typescript-eslint/strict-boolean-expressions': 'off',
			'unicorn/consistent-boolean-name': 'off',
			'@typescript-eslint/switch-exhaustiveness-check': [
				'error',
				{considerDefaultExhaustiveForUnions: true, requireDefaultForNonUnion: true},
			],
			// Spans within lines within sections: nesting is what a screen is made of.
			'unicorn/max-nested-calls': 'off',
			'unicorn/prefer-minimal-ternary': 'off',
			'unicorn/prefer-simple-condition-first': 'off',
			// A reducer has as many cases as there are commands; a line is drawn from what it shows, how, and how wide.
			complexity: 'off',
			'max-params': 'off',
			// Docstrings carry the asterisks that editors put there.
			'jsdoc/require-asterisk-prefix': 'off',
			'unicorn/single-line-block-comment-style': 'off',
		},
	},
	...notHere,
];

export default config;
