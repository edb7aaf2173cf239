import {readFile} from 'node:fs/promises';

/** Dm-top's own version, from its package.json; it lies above the built program as well as above the sources. */
export const ownVersion = async (): Promise<string> => {
	for (const place of ['../package.json', '../../package.json']) {
		// The nearest that is there is ours.
		const text = await readFile(new URL(place, import.meta.url), 'utf8').catch(() => '');
		if (text !== '') {
			return (JSON.parse(text) as {readonly version: string}).version;
		}
	}

	return '';
};
