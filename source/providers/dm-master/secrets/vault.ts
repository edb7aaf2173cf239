import {mask, unmask, type Masked, type Secrets} from './mask.js';

/** Where the downstream stands in a subtask's TOML, and in a task's YAML. */
const [inSubtask, inTask] = ['to.', 'target-database.'] as const;

/** What a subtask knows of the downstream that its task's configuration hides, by the paths of the task's. */
const knownOf = (subtask: string): ReadonlyMap<string, string> => {
	const {secrets} = mask(subtask, 'toml');
	return new Map(
		[...secrets]
			.filter(([path]) => path.startsWith(inSubtask))
			// Strings and lists of numbers are written alike in both.
			.map(([path, {raw}]) => [`${inTask}${path.slice(inSubtask.length)}`, raw]),
	);
};

/** A task without a password has none in its subtasks; DM masks it all the same. */
const withPassword = (known: ReadonlyMap<string, string>): ReadonlyMap<string, string> =>
	new Map([[`${inTask}password`, '""'], ...known]);

/**
 * The secrets of the tasks whose configurations were shown, so that one can be started again from what was shown. They
 * are in memory only, and nothing but a request to DM ever has them.
 */
export class Vault {
	readonly #tasks = new Map<string, Secrets>();

	/**
	 * Takes the secrets out of a task's configuration.
	 *
	 * @param task Its name.
	 * @param yaml As DM gives it, which hides the password of the downstream.
	 * @param subtask TOML of one of its subtasks, which has it; undefined when there is none to be had.
	 * @returns What may be shown.
	 */
	keep(task: string, yaml: string, subtask: string | undefined): Masked {
		const masked = mask(yaml, 'yaml', subtask === undefined ? new Map() : withPassword(knownOf(subtask)));
		// What no subtask could tell this time is known from before, if it is.
		const before = subtask === undefined ? this.#tasks.get(task) : undefined;
		this.#tasks.set(task, new Map([...(before ?? []), ...masked.secrets]));
		return masked;
	}

	/** A configuration with its secrets; `missing` names the settings that are masked and not known. */
	restore(task: string, yaml: string): {readonly text: string; readonly missing: readonly string[]} {
		return unmask(yaml, 'yaml', this.#tasks.get(task) ?? new Map());
	}
}
