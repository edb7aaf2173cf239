import {expect, test} from 'vitest';
import {findingsAsMarkdown} from '../../source/findings/explain.js';

// `npm run docs` writes the file again.
test('docs/findings.md tells of each rule what the rule itself says', async () => {
	await expect(findingsAsMarkdown()).toMatchFileSnapshot('../../docs/findings.md');
});
