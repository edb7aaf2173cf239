/**
 * Patterns with Unicode properties, made when they are first used. V8 reads a pattern as soon as the file that has it is
 * loaded, and takes the characters of each property from ICU: four milliseconds of a start, for patterns of which most
 * starts use none.
 */
import ts from 'typescript';
import {edited, inOrder} from './edit.ts';
import {parseBundled} from './function-key.ts';

type Pattern = ts.VariableDeclaration & {
	readonly name: ts.Identifier;
	readonly initializer: ts.RegularExpressionLiteral;
};

const isPattern = (node: ts.VariableDeclaration): node is Pattern =>
	ts.isIdentifier(node.name) &&
	node.initializer !== undefined &&
	ts.isRegularExpressionLiteral(node.initializer) &&
	/\\p\{/iv.test(node.initializer.text);

/** The patterns that are variables of the file itself, by their names. */
const patternsOf = (source: ts.SourceFile): Map<string, Pattern> =>
	new Map(
		source.statements
			.filter(statement => ts.isVariableStatement(statement))
			.filter(statement => statement.getText(source).startsWith('var '))
			.flatMap(({declarationList}) => declarationList.declarations.filter(node => isPattern(node)))
			.map(pattern => [pattern.name.text, pattern]),
	);

/** Whether an identifier is the name of a property, and not a variable. */
const isProperty = (node: ts.Identifier, {parent} = node): boolean =>
	(ts.isPropertyAccessExpression(parent) ||
		ts.isPropertyAssignment(parent) ||
		ts.isMethodDeclaration(parent)) &&
	parent.name === node;

/** Whether an identifier reads a variable, as the whole of an expression. */
const isRead = (node: ts.Identifier, {parent} = node): boolean =>
	(ts.isPropertyAccessExpression(parent) && parent.expression === node) ||
	(ts.isCallExpression(parent) && parent.arguments.includes(node)) ||
	(ts.isPropertyAssignment(parent) && parent.initializer === node) ||
	(ts.isVariableDeclaration(parent) && parent.initializer === node) ||
	ts.isArrayLiteralExpression(parent) ||
	(ts.isConditionalExpression(parent) && parent.condition !== node) ||
	(ts.isArrowFunction(parent) && parent.body === node);

/** The text of a file of the bundle in which those patterns are made late; one that is exported stays as it is. */
export const withLatePatterns = (text: string): string => {
	const source = parseBundled(text);
	const patterns = patternsOf(source);
	const reads = new Map<string, ts.Identifier[]>();
	const visit = (node: ts.Node): void => {
		if (ts.isIdentifier(node) && patterns.has(node.text) && !isProperty(node)) {
			if (isRead(node)) {
				reads.set(node.text, [...(reads.get(node.text) ?? []), node]);
			} else if (patterns.get(node.text)!.name !== node) {
				// Another variable of that name, or a use that is not understood.
				patterns.delete(node.text);
			}
		}

		ts.forEachChild(node, visit);
	};

	visit(source);
	const edits = [...patterns].flatMap(([name, {initializer, end}]) => [
		{start: initializer.getStart(source), end, by: `()=>${name}$made??=${initializer.text},${name}$made`},
		...(reads.get(name) ?? []).map(read => ({start: read.end, end: read.end, by: '()'})),
	]);
	return edited(text, inOrder(edits));
};
