/** DM's own alert rules, each told by a finding. */
import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {expect, test} from 'vitest';
import {alertRules, alertRulesAsMarkdown} from '../../source/findings/alert-rules.js';
import {findingKinds} from '../../source/findings/explain.js';
import {thresholdNames, thresholdTable} from '../../source/findings/thresholds.js';

const rulesFile = path.join(import.meta.dirname, '../fixtures/monitoring/dm_worker.rules.yml');

test('every alert rule of DM has findings, and every finding and threshold it names exists', async () => {
	const text = await readFile(rulesFile, 'utf8');
	const names = text
		.matchAll(/- alert: (?<name>\w+)/gv)
		.map(({groups}) => groups!['name'])
		.toArray();
	expect(alertRules.map(({name}) => name)).toStrictEqual(names);
	expect(names).toHaveLength(16);
	for (const {kinds} of alertRules) {
		expect(findingKinds).toStrictEqual(expect.arrayContaining([...kinds]));
	}

	for (const name of thresholdNames) {
		expect(names).toStrictEqual(expect.arrayContaining([...thresholdTable[name].dmRules]));
	}
});

test("the defaults are those of DM's rules", async () => {
	const text = await readFile(rulesFile, 'utf8');
	const ruleOf = (name: string): string =>
		text.split('- alert: ').find(part => part.startsWith(`${name}\n`)) ?? '';
	expect(ruleOf('DM_remain_storage_of_relay_log')).toContain('< 10*1024*1024*1024');
	expect(thresholdTable['relay-space'].default).toBe(10 * 1024 ** 3);
	expect(ruleOf('DM_task_state')).toContain('for: 20m');
	expect(thresholdTable['paused-long'].default).toBe(20 * 60);
	for (const name of thresholdTable['files-behind-for'].dmRules) {
		expect(ruleOf(name)).toContain('for: 10m');
		expect(ruleOf(name)).toContain('> 1');
	}

	expect(thresholdTable['files-behind-for'].default).toBe(600);
	expect(thresholdTable['files-behind'].default).toBe(1);
	for (const name of ['DM_worker_offline', 'DM_pending_DDL']) {
		expect(ruleOf(name)).toContain('for: 1h');
	}

	expect([
		thresholdTable['worker-offline-long'].default,
		thresholdTable['ddl-waiting-long'].default,
	]).toStrictEqual([3600, 3600]);
	for (const name of thresholdTable.exits.dmRules) {
		expect(ruleOf(name)).toContain('[2m]) > 3');
	}

	expect(thresholdTable.exits.default).toBe(3);
});

// `npm run docs` writes the file.
test('docs/alert-rules.md matches the table in the code', async () => {
	await expect(alertRulesAsMarkdown()).toMatchFileSnapshot('../../docs/alert-rules.md');
});
