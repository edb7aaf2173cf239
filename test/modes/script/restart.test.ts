/** Starting a task again from a script: from the configuration that DM holds, or from a file. */
import {writeFile} from 'node:fs/promises';
import path from 'node:path';
import {describe, expect, it} from 'vitest';
import {quickProvider} from '../../providers/dm-master/quick.js';
import {makeFolder} from '../../folder.js';
import {outcomes, serve, served, twoSources} from './clusters.js';
import {run} from './running.js';

describe.concurrent('a task that is restarted', () => {
	it('is stopped, and started from the configuration that DM held, after DM’s check', async () => {
		await using server = await serve(twoSources());
		const provider = quickProvider(server.address);
		const ran = await run(provider, ['restart', 'orders'], {json: true, flags: {withoutMeta: true}});
		expect([ran.errors, ran.code]).toEqual(['', 0]);
		expect(outcomes(ran)).toMatchObject([
			{operation: 'stop', outcome: 'done', text: 'orders gone (2/2)'},
			{operation: 'start', outcome: 'done', text: 'orders Running (2/2)'},
		]);
		expect(ran.audit.at(-1)).toMatchObject({target: {removeMeta: true}});
		expect(JSON.stringify(ran.audit)).not.toContain('mysql-instances');
	});

	it('is shown with what is lost, and its name has to be typed', async () => {
		const ran = await served(twoSources(), 'restart orders', {
			yes: false,
			typed: 'yes',
			flags: {withoutMeta: true},
		});
		expect([ran.code, ran.audit]).toEqual([1, []]);
		expect(ran.errors).toContain('Start orders again without its checkpoint on prod-dm:');
		expect(ran.errors).toContain('Its checkpoint is lost: ');
		expect(ran.errors).toContain('Type the name, orders, to confirm: ');
	});

	it('from a file is refused if DM has it, and if the file does not exist', async () => {
		const folder = makeFolder().path;
		const file = path.join(folder, 'orders.yaml');
		await writeFile(file, 'name: orders\n');
		expect(await served(twoSources(), `start ${file}`)).toMatchObject({
			code: 1,
			errors: 'dm-top: orders is already in DM: stop it first, or restart it.\n',
		});
		await writeFile(file, 'task-mode: all\n');
		expect(await served(twoSources(), `start ${file}`)).toMatchObject({
			code: 1,
			errors: `dm-top: ${file} does not say which task it is of: a line “name: …” is missing\n`,
		});
		expect(await served(twoSources(), `start ${file}.yml`)).toMatchObject({
			code: 1,
			errors: expect.stringContaining('cannot be read: there is no such file or folder') as string,
		});
	});
});
