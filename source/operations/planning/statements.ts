/**
 * SQL as a person types it into one line: several statements, separated by semicolons.
 */
import {sqlPieces} from './sql-pieces.js';

/** The statements in text, without the semicolons between them and without empty ones. */
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
