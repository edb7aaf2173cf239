/**
 * Runs the program as it is used, and keeps what was compiled on the way: `node compile.cjs PROGRAM CACHE WORDS…`, in a
 * terminal.
 */
const {readFileSync, writeFileSync} = require('node:fs');
const process = require('node:process');
const v8 = require('node:v8');
const {constants, Script} = require('node:vm');

const [file, cache, ...words] = process.argv.slice(2);
const program = new Script(readFileSync(file, 'latin1'), {
	filename: 'dm-top.js',
	importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
});
// Compiled code is only taken under the flags that it was made with.
v8.setFlagsFromString = () => undefined;
process.argv = [process.argv[0], process.argv[0], ...words];
process.on('exit', () => {
	writeFileSync(cache, program.createCachedData());
});
program.runInThisContext()(require).start();
