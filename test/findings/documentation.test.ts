import {expect, test} from 'vitest';
import {findingsAsMarkdown} from '../../source/findings/explain.js';

// `npm run docs` writes the file again.
test('docs/findings.md describes each rule as the rule does', async () => {
	await expect(findingsAsMarkdown()).toMatchFileSnapshot('../../docs/findings.md');
});
