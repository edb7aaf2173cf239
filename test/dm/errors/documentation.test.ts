import {expect, test} from 'vitest';
import {errorsAsMarkdown} from '../../../source/dm/errors/markdown.js';

// `npm run docs` writes the file again.
test('docs/errors.md tells of each error what the knowledge itself says', async () => {
	await expect(errorsAsMarkdown()).toMatchFileSnapshot('../../../docs/errors.md');
});
