import {describe, expect, it} from 'vitest';
import {pages} from './pages.js';

// `npm run docs` writes the files again.
describe('docs/', () => {
	it.each([...pages])('%s says what the code says', async (name, page) => {
		await expect(await page()).toMatchFileSnapshot(`../../docs/${name}`);
	});
});
