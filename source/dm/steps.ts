/**
 * Work in steps that can be suspended and resumed, so that a large answer does not block anything. It knows nothing
 * about time: its runner decides how many steps to take at once.
 */
export type Steps<Value> = Generator<undefined, Value, undefined>;

/** Runs all steps at once. */
export const finish = <Value>(steps: Steps<Value>): Value => {
	for (;;) {
		const {done, value} = steps.next();
		if (done) {
			return value;
		}
	}
};

/** How much is sorted or merged in one step. */
const sortedInStep = 1000;

/** Merges two sorted lists; of equal items those of the first come first. */
function* mergeSorted<Item>(
	first: readonly Item[],
	second: readonly Item[],
	compare: (left: Item, right: Item) => number,
): Steps<Item[]> {
	const merged: Item[] = [];
	let [taken, added] = [0, 0];
	while (taken < first.length && added < second.length) {
		if (compare(first[taken]!, second[added]!) <= 0) {
			merged.push(first[taken]!);
			taken++;
		} else {
			merged.push(second[added]!);
			added++;
		}

		if (merged.length % sortedInStep === 0) {
			yield;
		}
	}

	return [...merged, ...first.slice(taken), ...second.slice(added)];
}

/**
 * The result of `toSorted`, for very many items.
 *
 * @yields Between two steps.
 */
export function* sortSteps<Item>(
	items: readonly Item[],
	compare: (left: Item, right: Item) => number,
): Steps<readonly Item[]> {
	if (items.length < 2) {
		return items;
	}

	let runs: Array<readonly Item[]> = [];
	for (let start = 0; start < items.length; start += sortedInStep) {
		runs.push(items.slice(start, start + sortedInStep).toSorted(compare));
		yield;
	}

	while (runs.length > 1) {
		const next: Array<readonly Item[]> = [];
		for (let index = 0; index < runs.length; index += 2) {
			const [first, second] = [runs[index]!, runs[index + 1]];
			next.push(second ? yield* mergeSorted(first, second, compare) : first);
		}

		runs = next;
	}

	return runs[0] ?? [];
}
