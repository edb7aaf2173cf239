#!/usr/bin/env node
/**
 * Where dm-top starts. It checks the version of Node before it loads anything else, and keeps the compiled code for the
 * next start.
 */
import module from 'node:module';
import process from 'node:process';
import {compileCacheFolder} from './modes/startup/compile-cache.js';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 22)) {
	process.stderr.write(`dm-top needs Node.js 22.22 or newer; this is ${process.versions.node}.\n`);
	process.exitCode = 2;
} else if (process.argv.length === 3 && process.argv[2] === '--version') {
	const {versionLine} = await import('./modes/version.js');
	// As in program/standard-output.ts, which is not loaded for this.
	process.stdout.on('error', ({code, message}: NodeJS.ErrnoException) => {
		if (code === 'EPIPE') {
			return;
		}

		process.stderr.write(`dm-top: The output was not written: ${message}.\n`);
		process.exitCode = 2;
	});
	process.stdout.write(`${versionLine()}\n`);
} else {
	const compiled = compileCacheFolder(process.env);
	if (compiled !== undefined) {
		module.enableCompileCache(compiled);
	}

	const {main} = await import('./program/main.js');
	// Older ones cannot load a file at once while they wait for another, and an option forbids it.
	const canLoadAtOnce = major > 24 || (major === 24 && minor >= 21);
	if (!canLoadAtOnce || !process.features.require_module) {
		const {loadAll} = await import('./modes/startup/load-all.js');
		await loadAll();
	}

	await main();
}
