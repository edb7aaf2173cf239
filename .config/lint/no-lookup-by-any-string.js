// Text that came from a server may be `constructor` or `__proto__`: looked up in a plain object it finds what the object
// inherits, and set in one it changes what that is. So an object is only read or set by the keys that its type names. A
// table of texts is a Map; an object of unknown keys is read behind `Object.hasOwn`, and made by `Object.fromEntries`.
import typescript from 'typescript';

const {TypeFlags} = typescript;
const anyString = new Set([TypeFlags.Any, TypeFlags.String, TypeFlags.TemplateLiteral]);

// Whether a type is a string of no certain value, or may be one.
const isAnyString = type =>
	type.isUnionOrIntersection() ? type.types.some(part => isAnyString(part)) : anyString.has(type.flags);

// The condition under which a child of this node is reached, where there is one.
const conditionOf = (node, child) => {
	if (node.type === 'LogicalExpression') {
		return node.operator === '&&' && node.right === child ? node.left : undefined;
	}

	const isConditional = node.type === 'ConditionalExpression' || node.type === 'IfStatement';
	return isConditional && node.consequent === child ? node.test : undefined;
};

// Whether a place is only reached where the key is the object's own.
const isGuarded = (node, code) => {
	const guard = `Object.hasOwn(${code.getText(node.object)}, ${code.getText(node.property)})`;
	for (let child = node; child.parent; child = child.parent) {
		const condition = conditionOf(child.parent, child);
		if (condition && code.getText(condition).includes(guard)) {
			return true;
		}
	}

	return false;
};

const isSet = node => {
	const {parent} = node;
	return (
		(parent.type === 'AssignmentExpression' && parent.left === node) ||
		(parent.type === 'UnaryExpression' && parent.operator === 'delete')
	);
};

export const noLookupByAnyString = {
	meta: {
		type: 'problem',
		schema: [],
		messages: {
			lookup: 'Any text may name what a plain object inherits: use a Map, or ask Object.hasOwn first.',
			set: 'Any text may name what a plain object inherits: use a Map, or Object.fromEntries.',
		},
	},
	create(context) {
		const code = context.sourceCode;
		const services = code.parserServices;
		return {
			'BinaryExpression[operator="in"]'(node) {
				if (node.left.type !== 'PrivateIdentifier' && isAnyString(services.getTypeAtLocation(node.left))) {
					context.report({node, messageId: 'lookup'});
				}
			},
			'MemberExpression[computed=true]'(node) {
				if (!isAnyString(services.getTypeAtLocation(node.property))) {
					return;
				}

				if (isSet(node)) {
					context.report({node, messageId: 'set'});
				} else if (!isGuarded(node, code)) {
					context.report({node, messageId: 'lookup'});
				}
			},
		};
	},
};
