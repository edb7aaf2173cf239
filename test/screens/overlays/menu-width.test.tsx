/** The menu of operations has the width that its texts need. */
import {afterEach, expect, test} from 'vitest';
import {openWalk} from '../../language/walker.js';

let walker: Awaited<ReturnType<typeof openWalk>> | undefined;

afterEach(async () => {
	await walker?.close();
	walker = undefined;
});

test('what an operation does is not cut where there is space for it', async () => {
	walker = await openWalk({scenario: 'shop', columns: 120, rows: 40});
	const {lines, press} = walker;
	await press('4', 'o');
	await expect
		.poll(() => lines().join('\n'))
		.toMatch(/Unlock: the owner executes the DDL +leaves out sources that have not reached it +│/v);
});
