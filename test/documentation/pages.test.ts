import {describe, expect, it} from 'vitest';
import {pages} from './pages.js';

// `npm run docs` writes the files again.
describe('docs/', () => {
	it.each([...pages])('%s matches the code', async (name, page) => {
		await expect(await page()).toMatchFileSnapshot(`../../docs/${name}`);
	});
});
