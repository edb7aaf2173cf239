import {expect, test} from 'vitest';
import {errorsAsMarkdown} from '../../../source/dm/errors/markdown.js';

// `npm run docs` writes the file again.
test('docs/errors.md describes each error as the knowledge does', async () => {
	await expect(errorsAsMarkdown()).toMatchFileSnapshot('../../../docs/errors.md');
});
