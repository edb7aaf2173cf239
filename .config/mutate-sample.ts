/**
 * Mutation testing of a fair sample of one folder, since all of it takes hours: stretches of its code that a seed chooses,
 * each line as likely as any other, mutated by Stryker and run against the folder's own tests.
 *
 * Usage: npm run mutate:sample -- source/monitor [stretches] [seed]
 */
import {spawnSync} from 'node:child_process';
import {createHash} from 'node:crypto';
import {globSync, mkdtempSync, readFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';

const root = path.join(import.meta.dirname, '..');
const [folder = '', count = '8', seed = '1'] = process.argv.slice(2);
const files = globSync(`${folder}/**/*.{ts,tsx}`, {cwd: root})
	.toSorted()
	.map(file => ({file, lines: readFileSync(path.join(root, file), 'utf8').split('\n').length}));
if (files.length === 0) {
	throw new Error(
		`There is no code in “${folder}”. Usage: npm run mutate:sample -- source/monitor [stretches] [seed]`,
	);
}

/** Lines of a stretch: long enough for most functions, and all that is in them. */
const stretch = 15;
const stretches = files.flatMap(({file, lines}) =>
	Array.from(
		{length: Math.ceil(lines / stretch)},
		(_, index) => `${file}:${index * stretch + 1}-${Math.min(lines, (index + 1) * stretch)}`,
	),
);
/** In an order that looks like chance and follows from the seed. */
const shuffled = stretches
	.map(place => `${createHash('sha256').update(`${seed} ${place}`).digest('hex')} ${place}`)
	.toSorted();
const chosen = shuffled.slice(0, Number(count)).map(entry => entry.split(' ', 2)[1]!);
console.log(
	`${chosen.length} of ${stretches.length} stretches of ${folder}, seed ${seed}:\n${chosen.join('\n')}`,
);
const {status} = spawnSync(
	'stryker',
	[
		'run',
		'.config/stryker.json',
		'--mutate',
		chosen.join(','),
		'--concurrency',
		'1',
		'--incrementalFile',
		path.join(mkdtempSync(path.join(tmpdir(), 'dm-top-')), 'mutation.json'),
	],
	{cwd: root, stdio: 'inherit', env: {...process.env, DM_TOP_MUTATED: folder}},
);
process.exitCode = status ?? 1;
