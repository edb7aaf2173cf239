/**
 * SQL as a person types it into one line: several statements, separated by semicolons.
 */

/** A quoted text, a comment, or one character; so that a semicolon within the first two parts nothing. */
const piece =
	/'(?:[^'\\]|\\.|'')*'|"(?:[^"\\]|\\.|"")*"|`(?:[^`]|``)*`|\/\*.*?\*\/|(?:--[\t ]|#)[^\n]*|[\s\S]/gsv;

/** The statements in text, without the semicolons between them and without empty ones. */
export const splitStatements = (text: string): readonly string[] => {
	const statements = [''];
	for (const [part] of text.matchAll(piece)) {
		if (part === ';') {
			statements.push('');
		} else {
			statements.push(statements.pop()! + part);
		}
	}

	return statements.map(statement => statement.trim()).filter(statement => statement !== '');
};
