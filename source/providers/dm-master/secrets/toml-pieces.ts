/** The settings in TOML, as DM writes subtasks and members. */
import type {ConfigPiece} from './piece.js';
import {PieceReader, unquoted, withoutBreak} from './piece-reader.js';

/** The pieces of a TOML document. */
export const tomlPieces = (text: string): readonly ConfigPiece[] => {
	const reading = new PieceReader(text, 'toml');
	const counts = new Map<string, number>();
	let section = '';
	for (let {line} = reading; line !== undefined; {line} = reading) {
		const content = withoutBreak(line);
		const list = /^\s*\[\[(?<name>[^\]]+)\]\]/v.exec(content)?.groups?.['name'];
		const table = /^\s*\[(?<name>[^\[\]]+)\]\s*(?:#.*)?$/v.exec(content)?.groups?.['name'];
		const {before, key} =
			/^(?<before>\s*(?<key>[\w\-]+|"[^"]*"|'[^']*')\s*=\s*)/v.exec(content)?.groups ?? {};
		if (list !== undefined) {
			const name = list.trim();
			const count = counts.get(name) ?? 0;
			counts.set(name, count + 1);
			section = `${name}[${count}].`;
			reading.skip();
		} else if (table !== undefined) {
			section = `${table.trim()}.`;
			reading.skip();
		} else if (before === undefined || key === undefined) {
			reading.skip();
		} else {
			const name = unquoted(key);
			reading.take({path: `${section}${name}`, key: name, before}, () => false);
		}
	}

	return reading.pieces;
};
