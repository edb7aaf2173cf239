/**
 * Parentheses around the functions that a start calls. Node keeps compiled what V8 has compiled when a file was loaded, and
 * V8 leaves every function for later but those in parentheses: without them a start compiles again each function that it
 * calls, every time.
 */
import {readFile} from 'node:fs/promises';
import path from 'node:path';
import ts from 'typescript';

/** The names of functions that ran until the first frame and for --once, one a line. One that is no more does no harm. */
const listed = await readFile(path.join(import.meta.dirname, 'start-functions.txt'), 'utf8');
const names: ReadonlySet<string> = new Set(listed.split('\n').filter(name => name !== ''));

type Wrappable = ts.ArrowFunction | ts.FunctionExpression;

const isWrappable = (node: ts.Node): node is Wrappable =>
	ts.isArrowFunction(node) || ts.isFunctionExpression(node);

/** The name by which a function is known, '' for one without. */
const nameOf = ({name, parent}: Wrappable): string => {
	if (name) {
		return name.text;
	}

	return (ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent)) && ts.isIdentifier(parent.name)
		? parent.name.text
		: '';
};

/** Where parentheses are to stand, in the order of the text. What has no name runs when that around it runs. */
const placesIn = (source: ts.SourceFile): ReadonlyArray<readonly [number, string]> => {
	const places: Array<readonly [number, string]> = [];
	const visit = (node: ts.Node, isCalled: boolean): void => {
		if (!isWrappable(node)) {
			const isOther = ts.isFunctionLike(node);
			ts.forEachChild(node, child => {
				visit(child, isOther ? names.has(node.name?.getText(source) ?? '') : isCalled);
			});
			return;
		}

		const name = nameOf(node);
		const isEager = name === '' ? isCalled : names.has(name);
		if (isEager) {
			places.push([node.getStart(source), '(']);
		}

		ts.forEachChild(node, child => {
			visit(child, isEager);
		});
		if (isEager) {
			places.push([node.end, ')']);
		}
	};

	visit(source, false);
	return places;
};

/** The text of a file of the bundle with those parentheses. */
export const withEagerFunctions = (text: string): string => {
	const source = ts.createSourceFile('bundled.js', text, ts.ScriptTarget.Latest, true, ts.ScriptKind.JS);
	let done = 0;
	const parts = placesIn(source).map(([place, sign]) => {
		const part = text.slice(done, place) + sign;
		done = place;
		return part;
	});
	return [...parts, text.slice(done)].join('');
};
