import {readFileSync} from 'node:fs';

/** The text of a file; '' where there is none. */
const read = (file: URL): string => {
	try {
		return readFileSync(file, 'utf8');
	} catch {
		return '';
	}
};

/**
 * Dm-top's own version, from its package.json; it lies above the built program as well as above the sources. Read at once:
 * Node's promises of files take longer to load than the file to read.
 */
export const ownVersion = (): string => {
	for (const place of ['../package.json', '../../package.json']) {
		// The nearest that is there is ours.
		const text = read(new URL(place, import.meta.url));
		if (text !== '') {
			return (JSON.parse(text) as {readonly version: string}).version;
		}
	}

	return '';
};
