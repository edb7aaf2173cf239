/** Everything that is reached from `from`, with what is there itself; `next` gives where each leads. */
export const reachable = (
	from: readonly string[],
	next: (name: string) => readonly string[],
): ReadonlySet<string> => {
	const found = new Set<string>();
	const open = [...from];
	for (let name = open.pop(); name !== undefined; name = open.pop()) {
		if (found.has(name)) {
			continue;
		}

		found.add(name);
		open.push(...next(name));
	}

	return found;
};
