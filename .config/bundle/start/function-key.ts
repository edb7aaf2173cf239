/**
 * How a function of the bundle is known again: by its name and its text, so that no other of that name is taken for it.
 */
import {createHash} from 'node:crypto';
import ts from 'typescript';

const nameOf = (node: ts.SignatureDeclaration): string => {
	const {name, parent} = node;
	if (name) {
		return ts.isIdentifier(name) ? name.text : '';
	}

	return (ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent)) && ts.isIdentifier(parent.name)
		? parent.name.text
		: '';
};

/** Esbuild tells names that would be the same apart by a number, which changes with any other file. */
const withoutNumbers = (text: string): string => text.replaceAll(/(?<=[$A-Z_a-z])\d+\b/gv, '');

/** A file that is imported has a hash in its name, which changes with everything in it. */
const withoutHashes = (text: string): string => text.replaceAll(/-[\dA-Z]{8}(?=\.js")/gv, '');

/** The key of a function, in one line: its name, which may be empty, and a hash of its text. */
export const functionKey = (node: ts.SignatureDeclaration, source: ts.SourceFile): string => {
	const text = withoutNumbers(withoutHashes(node.getText(source)));
	return `${withoutNumbers(nameOf(node))} ${createHash('sha256').update(text).digest('base64url').slice(0, 8)}`.trim();
};

/** A file of the bundle, read. */
export const parseBundled = (text: string): ts.SourceFile =>
	ts.createSourceFile('bundled.js', text, ts.ScriptTarget.Latest, true, ts.ScriptKind.JS);
