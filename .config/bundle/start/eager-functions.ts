/**
 * Parentheses around the functions that a start calls. Node keeps compiled what V8 has compiled when a file was loaded, and
 * V8 leaves every function for later but those in parentheses: without them a start compiles again each function that it
 * calls, every time. Where no parentheses can stand, the function is written as one around which they can: a method as a
 * property, and a declaration as a variable at the beginning of its block, where a declaration is known too.
 */
import ts from 'typescript';
import {type Edit, edited, inOrder} from './edit.ts';
import {functionKey, parseBundled} from './function-key.ts';

const isPlain = (node: ts.Node): node is ts.ArrowFunction | ts.FunctionExpression =>
	ts.isArrowFunction(node) || ts.isFunctionExpression(node);

/** A method that means the same as a property: with a plain name, in an object, and without `super`. */
const isLikeProperty = (node: ts.Node, source: ts.SourceFile): node is ts.MethodDeclaration =>
	ts.isMethodDeclaration(node) &&
	ts.isObjectLiteralExpression(node.parent) &&
	ts.isIdentifier(node.name) &&
	// As a property that is the object beneath.
	node.name.text !== '__proto__' &&
	!/\bsuper\b/v.test(node.getText(source));

/** A declaration in a function or in the file itself; in a lesser block it is known nowhere else. */
const isHoisted = (node: ts.Node): node is ts.FunctionDeclaration & {readonly name: ts.Identifier} =>
	ts.isFunctionDeclaration(node) &&
	node.name !== undefined &&
	node.modifiers?.some(({kind}) => kind !== ts.SyntaxKind.AsyncKeyword) !== true &&
	(ts.isSourceFile(node.parent) || (ts.isBlock(node.parent) && ts.isFunctionLike(node.parent.parent)));

/** The text of a file of the bundle with those functions in parentheses. */
export const withEagerFunctions = (text: string, keys: ReadonlySet<string>): string => {
	const source = parseBundled(text);

	/** Where the first statement of a block begins that is neither an import nor a directive. */
	const beginningOf = (block: ts.Block | ts.SourceFile): number => {
		const first = block.statements.find(
			statement =>
				!ts.isImportDeclaration(statement) &&
				!(ts.isExpressionStatement(statement) && ts.isStringLiteral(statement.expression)),
		);
		return first?.getStart(source) ?? block.end;
	};

	const editsIn = (node: ts.Node): Edit[] => {
		const edits: Edit[] = [];
		const hoisted: string[] = [];
		ts.forEachChild(node, child => {
			const start = child.getStart(source);
			const isListed = ts.isFunctionLike(child) && keys.has(functionKey(child, source));
			if (isListed && isPlain(child) && !ts.isParenthesizedExpression(child.parent)) {
				edits.push({start, end: start, by: '('}, ...editsIn(child), {
					start: child.end,
					end: child.end,
					by: ')',
				});
			} else if (isListed && isLikeProperty(child, source)) {
				const isAsync = child.modifiers?.some(({kind}) => kind === ts.SyntaxKind.AsyncKeyword) === true;
				const head = `${child.name.getText(source)}:(${isAsync ? 'async ' : ''}function${child.asteriskToken ? '*' : ''}`;
				edits.push({start, end: child.name.end, by: head}, ...editsIn(child), {
					start: child.end,
					end: child.end,
					by: ')',
				});
			} else if (isListed && isHoisted(child)) {
				// Without its name, which could not be assigned to in it: it has that of the variable.
				const unnamed = {start: child.name.getStart(source), end: child.name.end, by: ''};
				hoisted.push(
					`var ${child.name.text}=(${edited(text, [unnamed, ...editsIn(child)], start, child.end)});`,
				);
				edits.push({start, end: child.end, by: ''});
			} else {
				edits.push(...editsIn(child));
			}
		});
		if (hoisted.length === 0 || !(ts.isBlock(node) || ts.isSourceFile(node))) {
			return edits;
		}

		const place = beginningOf(node);
		return inOrder([{start: place, end: place, by: hoisted.join('')}, ...edits]);
	};

	return edited(text, editsIn(source));
};
