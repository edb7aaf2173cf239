/**
 * The main script of the single executable: runs the program that is inside, with the code that was compiled for it
 * when it was built.
 */
const {Buffer} = require('node:buffer');
const process = require('node:process');
const {getAsset, getRawAsset} = require('node:sea');
const {constants, Script} = require('node:vm');

if (process.argv.length === 3 && process.argv[2] === '--version') {
	// As in cli.ts.
	process.stdout.on('error', ({code, message}) => {
		if (code === 'EPIPE') {
			return;
		}

		process.stderr.write(`dm-top: The output was not written: ${message}.\n`);
		process.exitCode = 2;
	});
	process.stdout.write(getAsset('version', 'utf8'));
} else {
	const program = new Script(Buffer.from(getRawAsset('program')).latin1Slice(), {
		filename: 'dm-top.js',
		cachedData: Buffer.from(getRawAsset('compiled')),
		// A provider of one's own is imported as by any program.
		importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
	});
	program.runInThisContext()(require).start();
}
