/**
 * `npm test`: what reads the code (types, unused code) beside what runs it (the build, then the tests), so that two cores have
 * something to do until the end. The linter takes longer than all of this together: `npm run lint` is a step of its own.
 *
 * The tests' output is printed as it comes, that of any other step in one piece when the step ends. A step that fails ends
 * its half, and the other half continues: a run tells everything that is wrong. The last lines name what failed, in the order
 * in which it failed.
 */
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {readFile} from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';

type Step = {
	/** The script of package.json. */
	readonly script: string;
	/** Takes long and tells how it goes: its output does not wait until it ends. */
	readonly isLive?: boolean;
};

const halves: readonly Step[][] = [
	[{script: 'check'}, {script: 'knip'}],
	[{script: 'build'}, {script: 'vitest', isLive: true}],
];

const root = path.join(import.meta.dirname, '..');
const {scripts} = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')) as {
	scripts: Record<string, string>;
};
const failed: string[] = [];

/** Whether the step did what it should. */
const run = async ({script, isLive = false}: Step): Promise<boolean> => {
	const began = performance.now();
	const child = spawn(scripts[script]!, {
		cwd: root,
		shell: true,
		stdio: ['ignore', 'pipe', 'pipe'],
		env: {...process.env, ...(process.stdout.isTTY && {FORCE_COLOR: '1'})},
	});
	/** What is not printed yet: of a live step the beginning of a line. */
	let held = '';
	const take = (chunk: string): void => {
		held += chunk;
		const end = isLive ? held.lastIndexOf('\n') + 1 : 0;
		process.stdout.write(held.slice(0, end));
		held = held.slice(end);
	};

	child.stdout.setEncoding('utf8').on('data', take);
	child.stderr.setEncoding('utf8').on('data', take);

	const [code] = (await once(child, 'close')) as [number | undefined];
	const isGood = code === 0;
	const seconds = Math.round((performance.now() - began) / 1000);
	const rest = held.trim() === '' ? '' : `${held.trimEnd()}\n`;
	process.stdout.write(`${rest}── npm run ${script}: ${isGood ? 'passed' : 'FAILED'} (${seconds} s)\n`);
	if (!isGood) {
		failed.push(script);
	}

	return isGood;
};

await Promise.all(
	halves.map(async steps => {
		for (const step of steps) {
			if (!(await run(step))) {
				return;
			}
		}
	}),
);
if (failed.length > 0) {
	process.exitCode = 1;
	const [first, ...others] = failed;
	console.log(`First to fail: npm run ${first}${others.map(script => `, then npm run ${script}`).join('')}`);
}
