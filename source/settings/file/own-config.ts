/**
 * `dm-top config` is about dm-top's own settings, `dm-top config TASK` about a task's configuration.
 */
export const ownActions = ['edit', 'schema'] as const;

/** Whether words that begin with `config` ask for dm-top's own settings. A task of such a name is `config task edit`. */
export const isOwnConfig = ([, action, ...rest]: readonly string[]): boolean =>
	action === undefined || (rest.length === 0 && (ownActions as readonly string[]).includes(action));
