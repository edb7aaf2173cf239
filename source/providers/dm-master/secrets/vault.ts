import {mask, unmask, type Masked, type Secrets} from './mask.js';

/** Where the downstream is in a subtask's TOML and in a task's YAML. */
const [inSubtask, inTask] = ['to.', 'target-database.'] as const;

/** The values of the downstream in a subtask that its task's configuration hides, by the paths in the task's. */
const knownOf = (subtask: string): ReadonlyMap<string, string> => {
	const {secrets} = mask(subtask, 'toml');
	return new Map(
		[...secrets]
			.filter(([path]) => path.startsWith(inSubtask))
			// Strings and lists of numbers are written alike in both.
			.map(([path, {raw}]) => [`${inTask}${path.slice(inSubtask.length)}`, raw]),
	);
};

/** A task without a password has none in its subtasks; DM masks it anyway. */
const withPassword = (known: ReadonlyMap<string, string>): ReadonlyMap<string, string> =>
	new Map([[`${inTask}password`, '""'], ...known]);

/**
 * The secrets of the tasks whose configurations were shown, so that one can be started again from what was shown. They
 * are kept in memory only, and only put into requests to DM.
 */
export class Vault {
	readonly #tasks = new Map<string, Secrets>();

	/**
	 * Removes the secrets from a task's configuration.
	 *
	 * @param task Its name.
	 * @param yaml As DM returns it, with the password of the downstream hidden.
	 * @param subtask TOML of one of its subtasks, which contains it; undefined when there is none.
	 * @returns The text that may be shown.
	 */
	keep(task: string, yaml: string, subtask: string | undefined): Masked {
		const masked = mask(yaml, 'yaml', subtask === undefined ? new Map() : withPassword(knownOf(subtask)));
		// Values that no subtask has this time may be known from before.
		const before = subtask === undefined ? this.#tasks.get(task) : undefined;
		this.#tasks.set(task, new Map([...(before ?? []), ...masked.secrets]));
		return masked;
	}

	/** A configuration with its secrets; `missing` names the settings that are masked and not known. */
	restore(task: string, yaml: string): {readonly text: string; readonly missing: readonly string[]} {
		return unmask(yaml, 'yaml', this.#tasks.get(task) ?? new Map());
	}
}
