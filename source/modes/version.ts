import {readFileSync} from 'node:fs';
import process from 'node:process';

/** The text of a file; '' where there is none. */
const read = (file: URL): string => {
	try {
		return readFileSync(file, 'utf8');
	} catch {
		return '';
	}
};

declare global {
	// eslint-disable-next-line @typescript-eslint/consistent-type-definitions -- only an interface can be added to
	interface ImportMeta {
		/** What the build of a single executable provides instead of the files beside it. */
		readonly singleFile?: {readonly version: string; readonly commit: string};
	}
}

const {singleFile} = import.meta;

/**
 * Dm-top's own version, from the package.json above the built program or the sources. Read synchronously: loading
 * Node's promises of `fs` takes longer than reading the file.
 */
export const ownVersion = (): string => {
	if (singleFile) {
		return singleFile.version;
	}

	for (const place of ['../package.json', '../../package.json']) {
		// The nearest existing one is ours.
		const text = read(new URL(place, import.meta.url));
		if (text !== '') {
			return (JSON.parse(text) as {readonly version: string}).version;
		}
	}

	return '';
};

/** The commit that it was built from, 12 digits, with a + where files were changed; '' where that is not known. */
const ownCommit = (): string => {
	const texts = ['build.json', '../build.json'].map(name => read(new URL(name, import.meta.url)));
	const {commit} = JSON.parse(texts.find(Boolean) ?? '{"commit":""}') as {readonly commit: string};
	return commit;
};

/** What `dm-top --version` prints: "dm-top 1.0.0 (package, commit 0123456789ab, Node.js 24.21.0, linux-x64)". */
export const versionLine = (): string => {
	const build = singleFile ? 'single executable' : 'package';
	const commit = singleFile?.commit ?? ownCommit();
	const {versions, platform, arch} = process;
	return `dm-top ${ownVersion()} (${build}, commit ${commit === '' ? 'not known' : commit}, Node.js ${versions.node}, ${platform}-${arch})`;
};
