/**
 * SQL typed on one line: several statements, separated by semicolons.
 */
import {sqlPieces} from './sql-pieces.js';

/** The statements in a text, without the semicolons and without empty ones. */
export const splitStatements = (text: string): readonly string[] => {
	const statements: string[][] = [[]];
	for (const part of sqlPieces(text)) {
		if (part === ';') {
			statements.push([]);
		} else {
			statements.at(-1)!.push(part);
		}
	}

	return statements.map(statement => statement.join('').trim()).filter(statement => statement !== '');
};
