import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {describe, expect, it} from 'vitest';
import {keysAsMarkdown} from '../source/screens/keys/markdown.js';

describe('README', () => {
	it('lists the keys as they are', async () => {
		const readme = await readFile(path.join(import.meta.dirname, '../README.md'), 'utf8');
		expect(readme).toContain(keysAsMarkdown());
	});
});
