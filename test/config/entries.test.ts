/** A bundle lists the rules and scenarios that are read from their folders elsewhere. */
import {Buffer} from 'node:buffer';
import {build} from 'esbuild';
import {expect, it} from 'vitest';
import {entries} from '../../.config/bundle/entries.js';
import {findingKinds} from '../../source/findings/explain.js';
import {shippedScenarios} from '../../source/simulator/scenarios/shipped.js';

/** What a module of the source exports when it is bundled. */
const bundled = async (file: string): Promise<Readonly<Record<string, unknown>>> => {
	const {outputFiles} = await build({
		entryPoints: [file],
		bundle: true,
		format: 'esm',
		platform: 'node',
		write: false,
		plugins: [entries],
	});
	const [output] = outputFiles;
	return (await import(
		`data:text/javascript;base64,${Buffer.from(output!.contents).toString('base64')}`
	)) as Readonly<Record<string, unknown>>;
};

it('of the rules, in their order', async () => {
	const {findingKinds: kinds} = await bundled('source/findings/explain.ts');
	expect(kinds).toEqual(findingKinds);
});

it('of the scenarios, in their order', async () => {
	const {shippedScenarios: scenarios} = await bundled('source/simulator/scenarios/shipped.ts');
	expect(Object.entries(scenarios as Readonly<Record<string, string>>)).toEqual(
		Object.entries(shippedScenarios),
	);
});
