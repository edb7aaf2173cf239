/**
 * Where the single executable starts: what cli.ts does for the package. It brings its own Node.js and its own compiled
 * code, so that nothing has to be asked or kept. `--version` is answered before.
 */
export const start = async (): Promise<void> => {
	const {main} = await import('../../../source/program/main.js');
	await main();
};
