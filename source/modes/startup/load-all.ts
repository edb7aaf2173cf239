/**
 * Loads what is otherwise loaded when it is first used. In the sources that is nothing: the bundle has its own module for
 * this one, see .config/bundle/start/later-modules.ts.
 */
export const loadAll = async (): Promise<void> => {
	await Promise.resolve();
};
