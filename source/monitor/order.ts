/** Names in the order of their code units: the same on every machine, and DM's own. */
export const byText = (left: string, right: string): number => {
	if (left === right) {
		return 0;
	}

	return left < right ? -1 : 1;
};
