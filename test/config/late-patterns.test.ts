/** Patterns with Unicode properties are made when they are first used, and match what they matched. */
import {runInNewContext} from 'node:vm';
import {expect, it} from 'vitest';
import {withLatePatterns} from '../../.config/bundle/start/late-patterns.js';

it('makes a pattern when it is used, and one alone', () => {
	const text = String.raw`var word=/\p{Letter}+/gv,plain=/a/v;var f=t=>word.test(t)||plain.test(t);`;
	expect(withLatePatterns(text)).toBe(
		String.raw`var word=()=>word$made??=/\p{Letter}+/gv,word$made,plain=/a/v;var f=t=>word().test(t)||plain.test(t);`,
	);
});

it.each([
	[
		'one that goes on where it ended',
		String.raw`var w=/\p{L}/gv;var result=[w.exec("ab")[0],w.exec("ab")[0],w.lastIndex].join();`,
	],
	['one that is given to a function', String.raw`var w=/\p{L}/gv;var result="a1b".replaceAll(w,"-");`],
	['one in a list', String.raw`var w=/\p{L}/v;var result=[w].some(p=>p.test("a"));`],
	['one in a choice', String.raw`var w=/\p{L}/v;var p=w.source.length>1?w:/x/v;var result=p.test("é");`],
])('%s matches the same', (_, text) => {
	const resultOf = (code: string): unknown => runInNewContext(`${code};result`);
	expect(withLatePatterns(text)).toContain('w$made??=');
	expect(resultOf(withLatePatterns(text))).toStrictEqual(resultOf(text));
});

it.each([
	['one that is exported', String.raw`var w=/\p{L}/v;export{w as m1_w};`],
	['one whose name another variable has', String.raw`var w=/\p{L}/v;var f=w=>w.test("a");`],
	['one of a function', String.raw`var f=t=>{var w=/\p{L}/v;return w.test(t)};`],
	['one without properties', 'var w=/[a-z]/v;var f=t=>w.test(t);'],
	['one that is used in another way', String.raw`var w=/\p{L}/v;var f=()=>w??1;`],
])('%s stays as it is', (_, text) => {
	expect(withLatePatterns(text)).toBe(text);
});
