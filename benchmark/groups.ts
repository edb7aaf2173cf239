/** The groups of measurements, run one after the other, and their one table. */
import {access, mkdtemp, rm} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {measureBytes} from './groups/bytes.js';
import {measureDays} from './groups/day.js';
import {measureDecode} from './groups/decode.js';
import {measureFrames} from './groups/frame.js';
import {measureHistory} from './groups/history.js';
import {measureKeys} from './groups/keys.js';
import {measureLine} from './groups/line.js';
import type {Section} from './measure.js';
import {measurePeers} from './groups/peers.js';
import {closeSessions} from './terminal/pty.js';
import {measureRest} from './groups/rest.js';
import {measureStart} from './groups/start.js';
import {loadNow, machine, printTable} from './table.js';
import type {Setup} from './watched.js';

const groups = new Map<string, (setup: Setup) => Section | Promise<Section>>([
	['keys', measureKeys],
	['bytes', measureBytes],
	['line', measureLine],
	['start', measureStart],
	['rest', measureRest],
	['history', measureHistory],
	['peers', measurePeers],
	// What runs in this process leaves a large heap behind, which those above need not have beside them.
	['decode', measureDecode],
	['frame', measureFrames],
	['day', measureDays],
]);

/** Runs these groups (all, when none is named) and prints the table. Gives the exit code. */
export const measureGroups = async (
	names: readonly string[],
	setup: Omit<Setup, 'folder'>,
): Promise<number> => {
	const unknown = names.find(name => !groups.has(name));
	if (unknown !== undefined) {
		process.stderr.write(
			`There is no group “${unknown}”. There are: ${groups.keys().toArray().join(', ')}.\n`,
		);
		return 2;
	}

	try {
		await access(setup.program);
	} catch {
		process.stderr.write(`${setup.program} is not there: npm run build makes it.\n`);
		return 2;
	}

	const loadBefore = loadNow();
	const folder = await mkdtemp(path.join(os.tmpdir(), 'dm-top-benchmark-'));
	const sections: Section[] = [];
	let exitCode = 0;
	try {
		for (const [name, measureGroup] of groups) {
			if (names.length > 0 && !names.includes(name)) {
				continue;
			}

			process.stderr.write(`${name} … `);
			const from = performance.now();
			try {
				sections.push(await measureGroup({...setup, folder}));
				process.stderr.write(`${((performance.now() - from) / 1000).toFixed(0)} s\n`);
			} catch (error) {
				exitCode = 1;
				process.stderr.write(`failed: ${error instanceof Error ? error.message : String(error)}\n`);
				await closeSessions();
			}
		}
	} finally {
		await rm(folder, {recursive: true, force: true});
	}

	const header = `dm-top on ${machine()}, load ${loadBefore} before and ${loadNow()} after`;
	process.stdout.write(printTable(header, sections));
	return exitCode;
};
