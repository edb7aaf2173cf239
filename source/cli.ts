#!/usr/bin/env node
/**
 * Where dm-top starts. Nothing is loaded before it is known that this Node can run it.
 */
import process from 'node:process';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 22)) {
	process.stderr.write(`dm-top needs Node.js 22.22 or newer; this is ${process.versions.node}.\n`);
	process.exitCode = 2;
} else {
	const {main} = await import('./main.js');
	await main();
}
