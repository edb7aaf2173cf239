/**
 * Makes source/dm/errors/codes/dm-codes.json of DM's own list of error codes (dm/errors.toml), a line a code:
 * `node .config/dm-codes.ts errors.toml`.
 */
import {readFile, writeFile} from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';

const heading = /^\[error\.DM-(?<class>[\-a-z]+)-(?<code>\d+)\]$/v;

const field = /^(?<key>message|workaround) = (?<text>".*")$/v;

const tags = /^tags = \["(?<scope>[^"]+)", "(?<level>[^"]+)"\]$/v;

type Code = {
	readonly class: string;
	readonly code: string;
	message: string;
	workaround: string;
	scope: string;
	level: string;
};

/** The codes of DM's list, as the text of a JSON file. */
export const compactCodes = (toml: string): string => {
	const codes: Code[] = [];
	for (const line of toml.split('\n')) {
		const found = heading.exec(line)?.groups;
		const current = codes.at(-1);
		if (found) {
			codes.push({
				class: found['class']!,
				code: found['code']!,
				message: '',
				workaround: '',
				scope: '',
				level: '',
			});
		} else if (current) {
			const {key, text = '""'} = field.exec(line)?.groups ?? {};
			if (key === 'message' || key === 'workaround') {
				// A basic string of TOML, as DM writes them, is one of JSON.
				current[key] = JSON.parse(text) as string;
			}

			const {scope = current.scope, level = current.level} = tags.exec(line)?.groups ?? {};
			Object.assign(current, {scope, level});
		}
	}

	const lines = codes.map(
		({code, class: group, scope, level, message, workaround}) =>
			`"${code}": ${JSON.stringify([group, scope, level, message, workaround])}`,
	);
	return `{\n${lines.join(',\n')}\n}\n`;
};

if (import.meta.main) {
	const [list = ''] = process.argv.slice(2);
	const file = path.join(import.meta.dirname, '..', 'source/dm/errors/codes/dm-codes.json');
	await writeFile(file, compactCodes(await readFile(list, 'utf8')));
}
