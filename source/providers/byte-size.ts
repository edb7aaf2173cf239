const powers = ['k', 'm', 'g', 't'];

const size = /^(?<count>\d{1,15}(?:\.\d{1,6})?) ?(?:(?<unit>[gkmt])(?<base>i?b)?|b)?$/iv;

/**
 * A size as people write it, in bytes; undefined when it is none. Units are those of GNU tools: "500M" and "500MiB" are in
 * powers of 1024, "500MB" is in powers of 1000, a number alone is in bytes.
 */
export const parseByteSize = (text: string): number | undefined => {
	const groups = size.exec(text.trim())?.groups;
	if (!groups) {
		return undefined;
	}

	const {count, unit = '', base} = groups;
	const factor = base?.toLowerCase() === 'b' ? 1000 : 1024;
	return Math.floor(Number(count) * factor ** (powers.indexOf(unit.toLowerCase()) + 1));
};
