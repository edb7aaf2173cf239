const units = new Map([
	['', 1],
	['k', 1024],
	['m', 1024 ** 2],
	['g', 1024 ** 3],
	['t', 1024 ** 4],
]);

/**
 * A size as people write it, in bytes: "500M", "1.5G", "64 MiB", "1048576". Units are those of `du -h` and logrotate,
 * powers of 1024. Undefined when it is none.
 */
export const parseByteSize = (text: string): number | undefined => {
	const groups = /^\s*(?<count>\d{1,15}(?:\.\d{1,6})?)\s?(?<unit>[gkmt]?)(?:i?b)?\s*$/iv.exec(text)?.groups;
	const unit = units.get(groups?.['unit']?.toLowerCase() ?? '');
	return groups && unit !== undefined ? Math.floor(Number(groups['count']) * unit) : undefined;
};
