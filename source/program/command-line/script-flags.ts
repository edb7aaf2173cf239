/** The words of a script's command, and the flags that belong to it. */
import {say} from '../../language/say.js';
import type {ScriptWords} from '../../modes/script/parse-script.js';
import type {FlagValues} from '../../settings/flags/flags.js';
import {UsageError} from '../../settings/usage-error.js';

/** One operation, or one question, from a script. */
export type Script = ScriptWords & {
	readonly yes: boolean;
	/** The name that the cluster must have; '' for any. */
	readonly confirmCluster: string;
	readonly wait: boolean;
};

/** The words of a script's command; undefined without any. */
export const readScript = (words: readonly string[], flags: FlagValues): Script | undefined => {
	const {source = [], position = '', sql = [], yes = false, wait = false} = flags;
	const {
		'confirm-cluster': confirmCluster = '',
		'remove-meta': withoutMeta = false,
		'start-time': startTime = '',
		'safe-mode': safeMode = '',
	} = flags;
	if (words.length > 0) {
		return {
			words,
			sources: source,
			position,
			sql,
			withoutMeta,
			startTime,
			safeMode,
			yes,
			confirmCluster,
			wait,
		};
	}

	const texts = [...source, position, ...sql, startTime, safeMode, confirmCluster];
	if (yes || wait || withoutMeta || texts.some(text => text !== '')) {
		throw new UsageError(
			say(
				'--source, --position, --sql, --remove-meta, --start-time, --safe-mode, --yes, --confirm-cluster and --wait go with a command, such as pause.',
			),
		);
	}

	return undefined;
};
