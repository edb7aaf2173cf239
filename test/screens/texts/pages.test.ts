/** Pages of what DM holds beside the status. */
import {describe, expect, it} from 'vitest';
import {lineText} from '../../../source/components/line.js';
import {layoutSections} from '../../../source/screens/texts/text.js';
import {columnSections, configSections} from '../../../source/screens/texts/config-page.js';

const text = (sections: Parameters<typeof layoutSections>[0]): string =>
	layoutSections(sections, 100)
		.map(line => lineText(line).trimEnd())
		.join('\n');

describe('the page of a configuration', () => {
	it('shows the important settings first, where tables go, and then all of it', () => {
		const config = 'name: orders\ntask-mode: "all" # x\ntarget-database:\n  host: 10.0.1.20\n  port: 4000\n';
		const page = text(
			configSections(
				{kind: 'config', of: 'task', name: 'orders'},
				{
					isAsking: false,
					answer: {
						kind: 'config',
						config: {format: 'yaml', text: config},
						targets: [
							{
								source: 'mysql-01',
								worker: 'w1',
								value: [
									{sourceSchema: 'a', sourceTable: 't', targetSchema: 'b', targetTable: 't'},
									{sourceSchema: 'a', sourceTable: 'u', targetSchema: 'a', targetTable: 'u'},
								],
							},
							{source: 'mysql-02', worker: '', problem: {what: 'no answer', fix: '', detail: ''}},
						],
					},
				},
			),
		);
		expect(page).toContain(' mode              all\n host              10.0.1.20\n port              4000\n');
		expect(page).toContain(
			' mysql-01          a.t → b.t\n                   a.u\n mysql-02          no answer\n',
		);
		expect(page).toContain(
			'As DM holds it (YAML; passwords are never shown)\n                   name: orders\n',
		);
	});

	it('says that DM is being asked, or why it did not answer', () => {
		const page = {kind: 'config', of: 'worker', name: 'w1'} as const;
		expect(text(configSections(page, {isAsking: true}))).toContain('worker w1         asking DM …');
		const problem = {what: 'w1 did not answer', fix: 'Look at its log.', detail: ''};
		expect(text(configSections(page, {isAsking: false, problem}))).toContain(
			'worker w1         w1 did not answer\n                   Look at its log.\n',
		);
	});
});

it('the page of columns shows the statement, and the key that changes it', () => {
	const page = {
		kind: 'schema',
		task: 'orders',
		source: 'mysql-01',
		database: 'shop',
		table: 'orders',
	} as const;
	const sql = 'CREATE TABLE `orders` (`id` int)';
	const shown = text(columnSections(page, {isAsking: false, answer: {kind: 'columns', sql}}));
	expect(shown).toContain('task              orders on mysql-01');
	expect(shown).toContain('o set or remove the columns');
	expect(shown).toContain('CREATE TABLE `orders` (\n                     `id` int\n                   )');
});
