/** Functions of the bundle that a start calls stand in parentheses, and mean what they meant. */
import {expect, it} from 'vitest';
import {withEagerFunctions} from '../../.config/bundle/start/eager-functions.js';

it('parenthesizes the functions that a start calls and the unnamed ones in them, and no others', () => {
	const text = 'var main=(a)=>a.map(b=>b+1),unheardOf=()=>[].map(c=>c),told={main(){return()=>2}};';
	expect(withEagerFunctions(text)).toBe(
		'var main=((a)=>a.map((b=>b+1))),unheardOf=()=>[].map(c=>c),told={main(){return(()=>2)}};',
	);
});
