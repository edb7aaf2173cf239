/** Lists without the answer around them, as `jq .data`, `jq .sources` and `jq -s .` print them. */

/** The name of the list, by a key that only its entries have. */
const lists: ReadonlyArray<readonly [key: string, list: string]> = [
	['sourceStatus', 'sources'],
	['subTaskStatus', 'sources'],
	['taskName', 'tasks'],
	['status_list', 'data'],
	['source_config', 'data'],
	['task_mode', 'data'],
	['source_name', 'data'],
];

/**
 * The answer that a list was taken from; the last of several whole answers; undefined when it is a different list, or
 * also has other entries.
 */
export const answerOfList = (list: readonly unknown[]): Readonly<Record<string, unknown>> | undefined => {
	const entries = list.filter(
		(entry): entry is Readonly<Record<string, unknown>> => typeof entry === 'object' && entry !== null,
	);
	const last = entries.at(-1);
	if (last === undefined || entries.length < list.length) {
		return undefined;
	}

	const found = lists.find(([key]) => entries.every(entry => Object.hasOwn(entry, key)));
	if (found !== undefined) {
		return {[found[1]]: list};
	}

	return ['sources', 'tasks', 'data'].some(key => Object.hasOwn(last, key) && Array.isArray(last[key]))
		? last
		: undefined;
};
