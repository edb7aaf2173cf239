/** Functions of the bundle that a start calls stand in parentheses, and mean what they meant. */
import {runInNewContext} from 'node:vm';
import ts from 'typescript';
import {expect, it} from 'vitest';
import {withEagerFunctions} from '../../.config/bundle/start/eager-functions.js';
import {functionKey, parseBundled} from '../../.config/bundle/start/function-key.js';

/** The keys of the functions whose text begins like this. */
const keysOf = (text: string, ...beginnings: readonly string[]): ReadonlySet<string> => {
	const source = parseBundled(text);
	const keys = new Set<string>();
	const visit = (node: ts.Node): void => {
		if (ts.isFunctionLike(node) && beginnings.some(beginning => node.getText(source).startsWith(beginning))) {
			keys.add(functionKey(node, source));
		}

		ts.forEachChild(node, visit);
	};

	visit(source);
	return keys;
};

it('parenthesizes the functions that a start calls, and no others', () => {
	const text = 'var main=(a)=>a.map(b=>b+1),other=()=>[].map(c=>c),told={main(){return()=>2}};';
	expect(withEagerFunctions(text, keysOf(text, '(a)', 'b=>'))).toBe(
		'var main=((a)=>a.map((b=>b+1))),other=()=>[].map(c=>c),told={main(){return()=>2}};',
	);
});

it('tells functions of one name apart by what they do', () => {
	const text = 'var one={draw:()=>1},two={draw:()=>2};';
	expect(withEagerFunctions(text, keysOf(text, '()=>2'))).toBe('var one={draw:()=>1},two={draw:(()=>2)};');
});

it('knows a function again whose names have got other numbers, since another file has one of them', () => {
	const text = 'var look=()=>draw2(span3);';
	expect(withEagerFunctions('var look5=()=>draw(span12);', keysOf(text, '()'))).toBe(
		'var look5=(()=>draw(span12));',
	);
});

it('knows a function again that imports a file in which something has changed', () => {
	const text = 'var open=()=>import("./chunks/table-RADXSGIP.js");';
	expect(withEagerFunctions('var open=()=>import("./chunks/table-2V35FA5O.js");', keysOf(text, '()'))).toBe(
		'var open=(()=>import("./chunks/table-2V35FA5O.js"));',
	);
});

it('writes a method as a property, and a declaration as a variable at the beginning of its block', () => {
	const text =
		'"use strict";import"./a.js";start();var told={main(a){return a},async*come(){}};function start(){}';
	expect(withEagerFunctions(text, keysOf(text, 'main', 'async*come', 'function start'))).toBe(
		'"use strict";import"./a.js";var start=(function (){});start();var told={main:(function(a){return a}),async *come:(function*(){})};'.replace(
			'async *come:(function*(){})',
			'come:(async function*(){})',
		),
	);
});

it.each([
	[
		'a declaration that is called before it',
		'var result=add(1,2);function add(a,b){return a+b}',
		'function add',
	],
	[
		'a function that puts another in its own place',
		'function once(){once=function(){return "again"};return "first"}var result=once()+once();',
		'function once',
	],
	[
		'one that calls itself',
		'function count(n){return n===0?0:1+count(n-1)}var result=count(3);',
		'function count',
	],
	['its name', 'function named(){}var result=named.name;', 'function named'],
	['a generator', 'var o={*all(){yield 1;yield 2}};var result=[...o.all()].join();', '*all'],
	['a method that reads its object', 'var o={n:3,get(){return this.n}};var result=o.get();', 'get'],
	['a getter', 'var o={get n(){return 4}};var result=o.n;', 'get n'],
	[
		'a method that would be the object beneath as a property',
		'var o={__proto__(){}};var result=Object.keys(o).join();',
		'__proto__',
	],
	[
		'a method of the object beneath',
		'var o={__proto__:{x(){return 1}},x(){return super.x()+1}};var result=o.x();',
		'x(){return super',
	],
	[
		'a declaration in a function',
		'var result=(function(){"use strict";return add(2);function add(a){return a+1}})();',
		'function add',
	],
	['two in one block', 'function a(){return b()+1}function b(){return 1}var result=a();', 'function'],
])('%s means the same in parentheses', (_, text, beginning) => {
	const eager = withEagerFunctions(text, keysOf(text, beginning));
	const resultOf = (code: string): unknown => runInNewContext(`${code};result`);
	expect(resultOf(eager)).toStrictEqual(resultOf(text));
});
